/** Outcome of something a user or a peer can cause to fail. Defects throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** The value of a success; throws a defect for a failure. Only where a failure means that our own code is wrong. */
export const expectOk = <T, E>(result: Result<T, E>): T => {
  if (result.ok) return result.value;
  throw new Error(`Expected success, got ${JSON.stringify(result.error)}`);
};

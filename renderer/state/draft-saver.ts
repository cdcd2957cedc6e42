/**
 * Saves every state of a text that changes with each keystroke: at once, one save at a time, and what came meanwhile
 * right after it. So nothing waits for a pause that a crash would not, and a slow machine falls no further behind than
 * one state. A save that fails is tried again with the next state.
 */
export const createDraftSaver = (deps: {
  /** True once the value is durable. */
  readonly save: (value: string) => Promise<boolean>;
  readonly onSaved: (value: string) => void;
}): {
  readonly set: (value: string) => void;
  /** The newest value, saved or not; null while none was set. */
  readonly newest: () => string | null;
} => {
  let running = false;
  let newest: string | null = null;
  let waiting: { readonly value: string } | null = null;
  const run = async (first: string): Promise<void> => {
    running = true;
    for (let value: string | null = first; value !== null;) {
      const saved: boolean = await deps.save(value);
      if (saved) deps.onSaved(value);
      const next: { readonly value: string } | null = waiting;
      waiting = null;
      value = next?.value ?? null;
    }
    running = false;
  };
  return {
    set: (value) => {
      newest = value;
      if (running) waiting = { value };
      else void run(value);
    },
    newest: () => newest,
  };
};

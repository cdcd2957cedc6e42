import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';

/** The roles that were written on the command line, of those that are known. */
export const readRoles = <R extends string>(
  written: readonly string[] | undefined,
  known: readonly R[],
): Result<R[] | undefined, ProtocolError> => {
  if (written === undefined) return ok(undefined);
  const roles: R[] = [];
  for (const name of written) {
    const role = known.find((one) => one === name.trim());
    if (role === undefined)
      return err(failure('invalid', `"${name}" is not a column role. Roles: ${known.join(', ')}.`));
    roles.push(role);
  }
  return ok(roles);
};

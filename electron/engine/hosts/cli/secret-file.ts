import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import type { Terminal } from './command.ts';

/** A secret from a file that was named; undefined if none was. Never from an argument: everybody on the machine reads those. */
export const readSecretFile = (
  terminal: Terminal,
  path: string | undefined,
  what: 'words' | 'passphrase',
): Result<string | undefined, ProtocolError> => {
  if (path === undefined) return ok(undefined);
  try {
    return ok(readFileSync(resolve(terminal.cwd, path), 'utf8').replace(/\r?\n$/, ''));
  } catch {
    return err(failure('not-found', `The file with the ${what} cannot be read: ${path}.`, what));
  }
};

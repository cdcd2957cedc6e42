import { err, ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import type { Refusal } from './check.ts';
import type { OpView } from './types.ts';

/** One change of an entry, as the document gate reads it. Hashes are hex. */
export interface ChangeView {
  readonly hash: string;
  readonly deps: readonly string[];
  readonly ops: readonly OpView[];
}

/**
 * What an entry does as a whole. An entry is one action: long prose is cut into several changes, and each piece alone
 * would look incomplete, or like a second writing of what is written once. That holds only while every change builds on
 * exactly the one before it; an entry whose later changes see more than its first is refused, because it would be
 * judged at a past that is not its own. A path is `known` when it was before the entry.
 */
export const entryOps = (changes: readonly ChangeView[]): Result<readonly OpView[], Refusal> => {
  const whole = new Map<string, OpView>();
  for (const [index, { deps, ops }] of changes.entries()) {
    const previous = changes[index - 1];
    if (previous !== undefined && (deps.length !== 1 || deps[0] !== previous.hash)) {
      return err({ sentence: 'The changes of one entry do not build on each other.' });
    }
    for (const op of ops) whole.set(op.path, { ...op, known: whole.get(op.path)?.known ?? op.known });
  }
  return ok([...whole.values()]);
};

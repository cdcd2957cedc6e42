import { err, ok, type Result } from '#shared/std/index.ts';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import type { WrittenEntry } from '../api/index.ts';

/** How many commands can be undone by what they were sent with; older ones are undone in the record's history. */
const most = 500;

/** Which entries each of the last commands wrote. In memory: after a restart the history is where things are undone. */
export const createWrittenByCommand = () => {
  const held = new Map<string, readonly WrittenEntry[]>();
  return {
    note: (once: string, entries: readonly WrittenEntry[]): void => {
      held.set(once, entries);
      const oldest = held.keys().next().value;
      if (held.size > most && oldest !== undefined) held.delete(oldest);
    },
    entriesOf: (once: string): Result<readonly WrittenEntry[], ProtocolError> => {
      const entries = held.get(once);
      if (entries === undefined)
        return err(failure('not-found', 'This was too long ago. Undo it in the history of the record.'));
      return entries.length === 0
        ? err(failure('not-found', 'Nothing was changed, so there is nothing to undo.'))
        : ok(entries);
    },
  };
};

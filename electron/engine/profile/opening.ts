import { ok, type Result } from '#shared/std/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import type { SpaceKey } from '../keys/index.ts';
import type { Ledger } from '../ledger/index.ts';

/** Entries to one transaction: some seconds' work. In smaller parts the same records would be settled more often. */
const perTransaction = 10_000;

export interface OpeningPorts {
  /** Says how far it is; not called where little is to be opened. */
  readonly say: (sentence: string) => void;
  /** Lets the engine answer others. */
  readonly breathe: () => Promise<void>;
}

/**
 * Takes keys in and applies what they open, in parts: all of a large team takes minutes, and meanwhile connections stay
 * and whoever waits is told how far it is. A part that fails ends it; what was applied before stays.
 */
export const openRecords = async (
  ledger: Pick<Ledger, 'transact' | 'firstSpaces' | 'unlock' | 'process'>,
  keys: readonly SpaceKey[],
  { say, breathe }: OpeningPorts,
): Promise<Result<void, ProtocolError>> => {
  let parts: readonly (readonly number[])[] = [];
  const begun = ledger.transact('local', () => {
    ledger.firstSpaces();
    // What different keys open is not mixed: weighing work anew because acts came along with it takes twice as long.
    parts = ledger.unlock(keys).flatMap(inParts);
    return ok(undefined);
  });
  if (!begun.ok) return begun;
  const all = parts.reduce((sum, ids) => sum + ids.length, 0);
  let done = 0;
  for (const ids of parts) {
    if (all > perTransaction) say(`Opening the team’s records: ${done} of ${all} entries so far.`);
    await breathe();
    const opened = ledger.transact('received', () => {
      ledger.process(ids);
      return ok(undefined);
    });
    if (!opened.ok) return opened;
    done += ids.length;
  }
  return ok(undefined);
};

const inParts = (ids: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(ids.length / perTransaction) }, (_, nth) =>
    ids.slice(nth * perTransaction, (nth + 1) * perTransaction),
  );

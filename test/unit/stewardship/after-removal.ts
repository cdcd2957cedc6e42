import { openEntry } from '#engine/ledger/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import { decodeAct } from '#engine/members/index.ts';
import type { EntryRow } from '#engine/store/index.ts';
import { deliver } from '../ledger/team.ts';

/** What bringing keys consists of: it has to be read by everybody who stays before they have the new key. */
const announcements = ['remove', 'rotate', 'offer', 'ask', 'set-role'];

const rowsOf = (ledger: Ledger): EntryRow[] =>
  ledger.db.prepare<unknown[], EntryRow>('SELECT * FROM entries ORDER BY id').all();

/**
 * Entries written by people who knew of a removal that the removed can open with every key they ever got, after being
 * handed everything anybody wrote. Announcements of new keys are left out; they hold ids and seals.
 */
export const readableAfter = (removed: Ledger, removal: Uint8Array, everybody: readonly Ledger[]): string[] => {
  for (const from of everybody) deliver(from, removed);
  return everybody.flatMap((ledger) =>
    rowsOf(ledger).flatMap((row) => {
      const mine = openEntry(row, ledger).opened;
      if (mine === null || !ledger.graph.has(removal)) return [];
      if (!ledger.graph.covers(mine.body.membersHeads, [removal])) return [];
      const [change] = mine.body.changes;
      const kind = mine.body.kind === 'act' && change !== undefined ? decodeAct(change).kind : mine.body.kind;
      if (mine.body.kind === 'act' && announcements.includes(kind)) return [];
      return openEntry(row, removed).opened === null ? [] : [`${kind} of ${ledger.me.personId.slice(0, 4)}`];
    }),
  );
};

import { eraseRecord } from '#engine/api/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import { verifyProfile } from '#engine/upkeep/index.ts';
import { wireOf } from '#engine/store/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { emptyStore, received, say, type Member, type Team } from './team.ts';

/** What tests about erasing do and ask, on the machines of one team. */
export const erasingIn = (team: Team) => ({
  erase: ({ ledger }: Member, recordId: string) =>
    ledger.transact('local', () => eraseRecord(ledger, recordId, 'asked', team.deps.clock, team.deps.random)),

  problems: async (ledger: Ledger) =>
    (
      await verifyProfile({
        ledger,
        secrets: ledger.secrets(),
        emptyStore,
        ...team.deps,
        breathe: () => Promise.resolve(),
      })
    ).problems,

  feedback: (from: Member, about: Member, text: string, visibility: 'recipient' | 'everyone' = 'recipient') =>
    say(from, 'feedback.give', { aboutId: about.ledger.me.personId, visibility, text }, team.deps).id,

  comment: (by: Member, targetId: string, text: string) => say(by, 'comment.add', { targetId, text }, team.deps).id,
});

/** State of each entry of a record, and whether its content is gone. */
export const entriesOf = (ledger: Ledger, id: string) =>
  ledger.entries.ofRecord(id).map(({ state, body }) => [state, body === null]);

/** What the log of a machine has up to a place. */
export const deliverUpTo = (from: Member, to: Member, seq: number): void => {
  const log = from.ledger.logKeys.of(from.ledger.space.team).publicKey;
  const held = to.ledger.entries.log(log)?.head_seq ?? 0;
  const rows = from.ledger.entries.run(log, held + 1, Math.max(0, seq - held));
  expectOk(
    to.ledger.take(
      rows.map((row) => received(wireOf(row, from.ledger.erasures.table))),
      'relay test',
    ),
  );
};

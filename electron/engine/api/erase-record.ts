import { err, ok, type Clock, type Random, type Result } from '#shared/std/index.ts';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { permitted, type Decision } from '#shared/domain/index.ts';
import { erasureKey, isRecordKind } from '#shared/schema/index.ts';
import type { ErasureReason } from '#shared/schema/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { domainContext } from './domain-context.ts';
import { writeDecision } from './record-commands.ts';

interface Erasing {
  readonly ledger: Ledger;
  readonly why: ErasureReason;
  readonly clock: Clock;
  readonly random: Random;
}

const eraseOne = ({ ledger, why, clock, random }: Erasing, recordId: string): Result<void, ProtocolError> => {
  if (ledger.erasures.isErased(recordId)) return ok(undefined);
  const row = ledger.records.get(recordId);
  if (row === undefined || !isRecordKind(row.kind))
    return err(failure('not-found', 'What you want to erase is not on this machine.', 'recordId'));
  const key = erasureKey(row.kind, row.key);
  if (key === undefined) return err(failure('invalid', 'This can be changed, not erased.', 'recordId'));
  const decision: Decision = {
    writes: [
      { act: 'create', kind: 'erasure', key, place: { space: 'of', recordId }, edits: [{ path: 'why', value: why }] },
    ],
    itemIds: [],
    existingId: null,
  };
  const allowed = permitted(ok(decision), domainContext(ledger, clock, random));
  if (!allowed.ok) return allowed;
  const written = writeDecision(ledger, decision, random);
  return written.ok ? ok(undefined) : written;
};

/** The requests in which a check-in's blockers were asked of people: they hold the same words. */
const asksOf = (ledger: Ledger, checkInId: string): readonly string[] =>
  ledger.db
    .prepare<[string], { id: string }>(
      `SELECT r.record_id AS id FROM blockers b JOIN check_ins c USING (record_id)
       JOIN requests r ON r.blocker_id = b.id AND r.from_id = c.person_id WHERE b.record_id = ? ORDER BY id`,
    )
    .all(checkInId)
    .map(({ id }) => id);

/**
 * Inside the ledger's transaction: erases a record as its author, or as an admin where the whole team reads it, and with
 * a check-in what it asked of people. What is erased already is done.
 */
export const eraseRecord = (
  ledger: Ledger,
  recordId: string,
  why: ErasureReason,
  clock: Clock,
  random: Random,
): Result<void, ProtocolError> => {
  const erasing = { ledger, why, clock, random };
  for (const id of asksOf(ledger, recordId)) {
    const erased = eraseOne(erasing, id);
    if (!erased.ok) return erased;
  }
  return eraseOne(erasing, recordId);
};

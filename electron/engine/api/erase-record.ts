import { err, ok, type Clock, type Random, type Result } from '#shared/std/index.ts';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { permitted, type Decision } from '#shared/domain/index.ts';
import { erasureKey, isRecordKind } from '#shared/schema/index.ts';
import type { ErasureReason } from '#shared/schema/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { domainContext } from './domain-context.ts';
import { writeDecision } from './record-commands.ts';

/**
 * Inside the ledger's transaction: erases a record as its author, or as an admin where the whole team reads it. What is
 * erased already is done.
 */
export const eraseRecord = (
  ledger: Ledger,
  recordId: string,
  why: ErasureReason,
  clock: Clock,
  random: Random,
): Result<void, ProtocolError> => {
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

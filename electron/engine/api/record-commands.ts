import { err, ok, toText, type Clock, type Random, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { decide, type Decision, type RecordCommand, type Write } from '#shared/domain/index.ts';
import type { Ledger, Written } from '../ledger/index.ts';
import { domainContext, idBytes } from './domain-context.ts';
import { findSpace } from './place.ts';

/** An entry by the record it belongs to. */
export interface WrittenEntry {
  readonly recordId: string;
  readonly entryId: string;
}

/** What a decision became. */
export interface Outcome {
  /** The entries written, in order: what undoing the command takes back. */
  readonly entries: readonly WrittenEntry[];
  /** Of items made inside records. */
  readonly itemIds: readonly string[];
  /** The record that the command is named after, where it was written or is there already. */
  readonly subjectId: string | null;
}

/** Inside the ledger's transaction: one entry for each write, all or none. */
export const writeDecision = (ledger: Ledger, decision: Decision, random: Random): Result<Outcome, ProtocolError> => {
  const recordIds: string[] = [];
  const entries: WrittenEntry[] = [];
  for (const write of decision.writes) {
    const written = writeOne(ledger, write, random);
    if (!written.ok) return written;
    const { recordId, entryHash } = written.value;
    recordIds.push(recordId);
    if (entryHash !== undefined) entries.push({ recordId, entryId: toText(entryHash) });
  }
  const { itemIds, existingId, subject = 0 } = decision;
  return ok({ entries, itemIds, subjectId: recordIds[subject] ?? existingId });
};

const writeOne = (ledger: Ledger, write: Write, random: Random): Result<Written, ProtocolError> => {
  if (write.act === 'create') {
    const spaceId = findSpace(ledger, write.place, random);
    if (!spaceId.ok) return spaceId;
    const { kind, key, edits } = write;
    return ledger.write({ spaceId: spaceId.value, kind, key, base: null, edits });
  }
  const row = ledger.records.get(write.recordId);
  if (row === undefined) return err(failure('not-found', 'The record is not on this machine.'));
  const { kind, base, edits } = write;
  return ledger.write({ spaceId: idBytes(row.space_id), kind, key: row.key, base, edits });
};

/** Decides and writes a command on records. Call inside the ledger's transaction. */
export const runRecordCommand = <N extends RecordCommand>(
  ledger: Ledger,
  name: N,
  request: CommandRequest<N>,
  clock: Clock,
  random: Random,
): Result<Outcome, ProtocolError> => {
  const decision = decide(name, request, domainContext(ledger, clock, random));
  return decision.ok ? writeDecision(ledger, decision.value, random) : decision;
};

/** Shapes an outcome into the result the protocol promises for a command. */
export const resultOf = (name: RecordCommand, { itemIds, subjectId }: Outcome): CommandResult<RecordCommand> => {
  const subject = subjectId ?? '';
  switch (name) {
    case 'objective.create':
      return { id: subject, keyResultIds: [...itemIds] };
    case 'keyResult.add':
    case 'keyResult.progress':
      return { id: itemIds[0] ?? '' };
    case 'cycle.close':
      return { intoId: itemIds[0] ?? null };
    case 'objective.copy':
    case 'cycle.create':
    case 'task.create':
    case 'request.ask':
    case 'request.answer':
    case 'request.handOn':
    case 'request.update':
    case 'leave.add':
    case 'checkIn.submit':
    case 'checkIn.skip':
    case 'checkIn.acknowledge':
    case 'comment.add':
    case 'feedback.give':
    case 'kudos.give':
    case 'agenda.add':
    case 'meeting.write':
    case 'feedback.request':
    case 'note.write':
    case 'template.save':
      return { id: subject };
    default:
      return {};
  }
};

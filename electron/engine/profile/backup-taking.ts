import { ok, toText, type Result } from '#shared/std/index.ts';
import { decodeHeader, decodeRedaction, decodeWireEntry } from '#shared/sync/index.ts';
import type { ReceivedEntry, Refusal, SyncObject } from '#shared/sync/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import type { BackupRecord } from '../backup/index.ts';
import { verifyBytes } from '../crypto/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { ProfileState } from './state.ts';

/** Where the contents of a backup go. */
export interface BackupTarget {
  readonly ledger: Ledger;
  readonly putObject: (object: SyncObject) => boolean;
  readonly local: Pick<ProfileState['local'], 'setDraft' | 'setPin'>;
}

type Kind<K extends BackupRecord['kind']> = Extract<BackupRecord, { kind: K }>;
const ofKind = <K extends BackupRecord['kind']>(records: readonly BackupRecord[], kind: K): readonly Kind<K>[] =>
  records.filter((record): record is Kind<K> => record.kind === kind);

const receivedOf = ({ wire }: Kind<'entry'>): ReceivedEntry | undefined => {
  const entry = decodeWireEntry(wire);
  const header = entry.ok ? decodeHeader(entry.value.header) : undefined;
  if (!entry.ok || header?.ok !== true) return undefined;
  return { log: toText(header.value.logId), header: header.value, wire: entry.value, bytes: wire };
};

/** Without it, entries whose content was erased would not be taken, nor anything behind them in their logs. */
const learnErased = ({ ledger }: BackupTarget, erased: readonly Kind<'erased'>[]): Result<void, ProtocolError> => {
  if (erased.length === 0) return ok(undefined);
  return ledger.transact('received', () => {
    for (const { log, seq, hash, statement, certificate } of erased) {
      const said = statement === null ? undefined : decodeRedaction(statement, verifyBytes);
      if (said !== undefined) ledger.erasures.take(said);
      ledger.erasures.table.put({ log, seq, hash, statement: null, certificate });
    }
    return ok(undefined);
  });
};

/**
 * Puts one part of a backup into an empty profile, the entries in one durable transaction. They go the way of entries
 * from anybody: a backup is not believed more than a relay. Answers which were refused.
 */
export const takeBackup = (
  target: BackupTarget,
  records: readonly BackupRecord[],
): Result<{ readonly entries: number; readonly refused: readonly Refusal[] }, ProtocolError> => {
  const learned = learnErased(target, ofKind(records, 'erased'));
  if (!learned.ok) return learned;
  const received = ofKind(records, 'entry').flatMap((record) => receivedOf(record) ?? []);
  const taken = received.length === 0 ? ok([]) : target.ledger.take(received, 'backup');
  if (!taken.ok) return taken;
  for (const object of ofKind(records, 'object')) target.putObject(object);
  for (const { key, value, savedAt } of ofKind(records, 'draft')) target.local.setDraft(key, value, savedAt);
  for (const { targetId, at } of ofKind(records, 'pin')) target.local.setPin(targetId, true, at);
  return ok({ entries: received.length, refused: taken.value });
};

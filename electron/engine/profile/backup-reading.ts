import { equalBytes, err, ok, type Result } from '#shared/std/index.ts';
import { failure, type CommandResult, type ErrorCode, type ProtocolError } from '#shared/protocol/index.ts';
import { openBackup, type BackupFault, type BackupKeys, type BackupRecord } from '../backup/index.ts';
import { decodeSecrets, type ProfileSecrets } from '../keys/index.ts';
import { kitObjectId, openKit, type RecoveryKit } from '../recovery/index.ts';
import { takeBackup } from './backup-taking.ts';
import type { Live } from './live.ts';
import type { ProfileState } from './state.ts';

const codes: { readonly [C in BackupFault['code']]: ErrorCode } = {
  'backup-unreadable': 'not-found',
  'backup-foreign': 'invalid',
  'backup-newer': 'newer-version',
  'backup-truncated': 'corrupt',
  'backup-damaged': 'corrupt',
  'backup-no-key': 'not-allowed',
  'backup-wrong-key': 'not-allowed',
};

const asError = (fault: BackupFault | ProtocolError): ProtocolError =>
  fault.code in codes
    ? failure(codes[fault.code as BackupFault['code']], fault.sentence, 'file')
    : (fault as ProtocolError);

const incomplete = err(
  failure('corrupt', 'This backup does not hold what its end says. Use another copy or an older one.', 'file'),
);

/** Reads a backup from end to end without using anything of it: what `verify` and every writing do. */
export const readBackupFile = async (
  profile: ProfileState,
  path: string,
  keys: BackupKeys,
): Promise<Result<CommandResult<'backup.verify'>, ProtocolError>> => {
  const backup = openBackup(path);
  if (!backup.ok) return err(asError(backup.error));
  let entries = 0;
  let objects = 0;
  let end: Extract<BackupRecord, { kind: 'end' }> | undefined;
  try {
    const read = await backup.value.read<ProtocolError>(keys, async (records) => {
      for (const record of records) {
        if (record.kind === 'entry') entries += 1;
        if (record.kind === 'object') objects += 1;
        if (record.kind === 'end') end = record;
      }
      await profile.breathe();
      return ok(undefined);
    });
    if (!read.ok) return err(asError(read.error));
  } finally {
    backup.value.close();
  }
  if (end?.entries !== entries || end.objects !== objects) return incomplete;
  return ok({ entries, at: backup.value.header.at, bytes: backup.value.bytes });
};

/** What opens a backup, found out once. */
export const unlockBackup = async (path: string, keys: BackupKeys): Promise<Result<BackupKeys, ProtocolError>> => {
  const backup = openBackup(path);
  if (!backup.ok) return err(asError(backup.error));
  try {
    const unlocked = await backup.value.unlock(keys);
    return unlocked.ok ? ok({ unlocked: unlocked.value }) : err(asError(unlocked.error));
  } finally {
    backup.value.close();
  }
};

/** What stands before the entries of a backup. */
export interface BackupStart {
  readonly secrets: ProfileSecrets;
  readonly relayUrls: readonly string[];
  /** The phrase's kit as it lay beside the log then. */
  readonly kit: RecoveryKit | undefined;
}

/** Secrets and relays of a backup; the whole of it is read, so that a damaged one is refused before anything is used. */
export const readBackupStart = async (
  profile: ProfileState,
  path: string,
  keys: BackupKeys,
  kitKey?: Uint8Array,
): Promise<Result<BackupStart, ProtocolError>> => {
  const whole = await readBackupFile(profile, path, keys);
  if (!whole.ok) return whole;
  const backup = openBackup(path);
  if (!backup.ok) return err(asError(backup.error));
  let secrets: ProfileSecrets | undefined;
  let kit: RecoveryKit | undefined;
  const relayUrls: string[] = [];
  const kitId = kitKey === undefined ? undefined : kitObjectId(kitKey);
  const noteKit = (record: BackupRecord): void => {
    if (record.kind !== 'object' || kitKey === undefined || kitId === undefined) return;
    if (record.bytes === null || !equalBytes(record.id, kitId)) return;
    const opened = openKit(record.bytes, kitKey);
    if (opened.ok) kit = opened.value;
  };
  try {
    const read = await backup.value.read<ProtocolError>(keys, (records) => {
      for (const record of records) {
        noteKit(record);
        if (record.kind === 'relay') relayUrls.push(record.url);
        if (record.kind !== 'secrets') continue;
        const decoded = decodeSecrets(record.bytes);
        if (!decoded.ok) return Promise.resolve(err(failure('corrupt', decoded.error.sentence, 'file')));
        secrets = decoded.value;
      }
      return Promise.resolve(ok(undefined));
    });
    if (!read.ok) return err(asError(read.error));
  } finally {
    backup.value.close();
  }
  return secrets === undefined ? incomplete : ok({ secrets, relayUrls, kit });
};

/**
 * Puts a backup's entries and the rest into an empty profile, a durable transaction a chunk. Entries go the way of
 * entries from anybody: a backup is not believed more than a relay.
 */
export const fillFromBackup = async (
  profile: ProfileState,
  { ledger, network }: Live,
  path: string,
  keys: BackupKeys,
): Promise<Result<void, ProtocolError>> => {
  const backup = openBackup(path);
  if (!backup.ok) return err(asError(backup.error));
  let done = 0;
  try {
    const read = await backup.value.read<ProtocolError>(keys, async (records) => {
      const taken = takeBackup({ ledger, putObject: network.putObject, local: profile.local }, records);
      if (!taken.ok) return taken;
      for (const one of taken.value.refused)
        profile.log.warn('an entry of the backup was not taken', { reason: one.sentence, seq: one.seq });
      done += taken.value.entries;
      profile.setJoining(`Reading the backup: ${done} entries so far.`);
      await profile.breathe();
      return ok(undefined);
    });
    return read.ok ? ok(undefined) : err(asError(read.error));
  } finally {
    backup.value.close();
  }
};

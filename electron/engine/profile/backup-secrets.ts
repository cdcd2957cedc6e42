import { bytesOf, bytesUpTo, decodeCbor, encodeCbor, fieldsOf, orNull, uintIn } from '#shared/sync/index.ts';
import type { Random } from '#shared/std/index.ts';
import type { Slot } from '../backup/index.ts';
import type { Vault } from '../vault/index.ts';

/** What a profile needs to write backups by itself: the master key, and how a passphrase opens it. */
export interface BackupSecrets {
  readonly masterKey: Uint8Array;
  readonly passphraseSlot: Slot | null;
}

const secretName = 'backup';
const readSecrets = fieldsOf({ v: uintIn(1, 1), masterKey: bytesOf(32), slot: orNull(bytesUpTo(4_096)) });

/** The kept ones, or a new master key that is not kept yet. */
export const backupSecrets = (vault: Vault, random: Random): BackupSecrets => {
  const stored = vault.read(secretName);
  const value = stored instanceof Uint8Array ? decodeCbor(stored, { maxDepth: 1, maxItems: 8 }) : undefined;
  const read = value?.ok === true ? readSecrets(value.value) : undefined;
  if (read === undefined) return { masterKey: random.bytes(32), passphraseSlot: null };
  const { masterKey, slot } = read;
  return { masterKey, passphraseSlot: slot === null ? null : { kind: 'passphrase', bytes: slot } };
};

export const keepBackupSecrets = (vault: Vault, { masterKey, passphraseSlot }: BackupSecrets): void =>
  vault.write(secretName, encodeCbor([1, masterKey, passphraseSlot?.bytes ?? null]));

import { ok } from '#shared/std/index.ts';
import type { Random, Result } from '#shared/std/index.ts';
import { bytesOf, bytesUpTo, decodeCbor, encodeCbor, fieldsOf, listOf, oneOf, uintIn } from '#shared/sync/index.ts';
import { openSealed, seal, unwrapSecret, wrapSecret, type BoxKeys, type PassphraseCost } from '../crypto/index.ts';
import { fault, type BackupFault } from './fault.ts';

/** First bytes of every backup, so that people and programs know what they have. */
export const magic = new TextEncoder().encode('MERIDIAN BACKUP\n');
export const headerLimit = 64 * 1024;

/** One way to open a backup: the master key, sealed to the phrase's receiving key or wrapped by a passphrase. */
export interface Slot {
  readonly kind: 'phrase' | 'passphrase';
  readonly bytes: Uint8Array;
}

export interface BackupHeader {
  /** Claimed by the machine that wrote it, milliseconds since the epoch. */
  readonly at: number;
  /** 16 random bytes: each file has a key of its own. */
  readonly salt: Uint8Array;
  readonly slots: readonly Slot[];
}

const readHeader = fieldsOf({
  v: uintIn(1, 1),
  at: uintIn(0, 8_640_000_000_000_000),
  salt: bytesOf(16),
  slots: listOf(fieldsOf({ kind: oneOf('phrase', 'passphrase'), bytes: bytesUpTo(4_096) }), 8),
});

/** CBOR `[1, at, salt, [[kind, bytes], ...]]`. */
export const encodeHeader = ({ at, salt, slots }: BackupHeader): Uint8Array =>
  encodeCbor([1, at, salt, slots.map(({ kind, bytes }) => [kind, bytes])]);

export const decodeHeader = (bytes: Uint8Array): Result<BackupHeader, BackupFault> => {
  const value = decodeCbor(bytes, { maxBytes: headerLimit, maxDepth: 3, maxItems: 64 });
  const [version] = value.ok && Array.isArray(value.value) ? (value.value as readonly unknown[]) : [];
  if (typeof version === 'number' && version > 1)
    return fault(
      'backup-newer',
      'This backup was written by a newer version of Meridian. Update Meridian and try again.',
    );
  const read = value.ok ? readHeader(value.value) : undefined;
  if (read === undefined)
    return fault('backup-damaged', 'The beginning of this backup is damaged. Use another copy or an older backup.');
  const { v: _version, ...header } = read;
  return ok(header);
};

/** The master key for whoever has the phrase. */
export const phraseSlot = (masterKey: Uint8Array, phraseBox: Uint8Array, random: Random): Slot => ({
  kind: 'phrase',
  bytes: seal(phraseBox, 'backup', masterKey, random),
});

/** The master key for whoever knows the passphrase (Argon2id). Slow on purpose: made once, not for every file. */
export const passphraseSlot = async (
  masterKey: Uint8Array,
  passphrase: string,
  random: Random,
  cost?: PassphraseCost,
): Promise<Slot> => ({ kind: 'passphrase', bytes: await wrapSecret(masterKey, passphrase, random, cost) });

/** What a person has to open a backup with. */
export interface BackupKeys {
  readonly phraseBox?: BoxKeys | undefined;
  readonly passphrase?: string | undefined;
  /** The profile's own, for checking what it wrote. */
  readonly masterKey?: Uint8Array | undefined;
  /** What a slot of this very file gave: a passphrase takes seconds, so it is asked for once. */
  readonly unlocked?: Uint8Array | undefined;
}

/** The master key, from whatever opens a slot. */
export const unlock = async (header: BackupHeader, keys: BackupKeys): Promise<Result<Uint8Array, BackupFault>> => {
  if (keys.unlocked !== undefined) return ok(keys.unlocked);
  if (keys.masterKey !== undefined) return ok(keys.masterKey);
  const of = (kind: Slot['kind']): readonly Slot[] => header.slots.filter((slot) => slot.kind === kind);
  if (keys.phraseBox !== undefined) {
    for (const { bytes } of of('phrase')) {
      const key = openSealed(keys.phraseBox, 'backup', bytes);
      if (key?.length === 32) return ok(key);
    }
  }
  if (keys.passphrase !== undefined && keys.passphrase !== '') {
    for (const { bytes } of of('passphrase')) {
      const key = await unwrapSecret(bytes, keys.passphrase);
      if (key.ok && key.value.length === 32) return key;
    }
    if (of('passphrase').length > 0 && keys.phraseBox === undefined)
      return fault(
        'backup-wrong-key',
        'This passphrase does not open the backup. Check capital letters and the keyboard.',
      );
  }
  const ways = new Set(header.slots.map((slot) => slot.kind));
  if (keys.phraseBox === undefined && !ways.has('passphrase'))
    return fault('backup-no-key', 'This backup opens with the recovery phrase only. Type its 24 words.');
  if (keys.phraseBox !== undefined)
    return fault(
      'backup-wrong-key',
      ways.has('phrase')
        ? 'These words do not open the backup. It was written for another phrase: an older one, or somebody else’s.'
        : 'This backup was written without a recovery phrase. It opens with its passphrase.',
    );
  return fault('backup-no-key', 'Type the words or the passphrase that open this backup.');
};

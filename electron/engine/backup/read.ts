import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { equalBytes, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { chunkCipher, readChunkHead, sealedLimit } from './chunks.ts';
import { fault, type BackupFault } from './fault.ts';
import { decodeHeader, headerLimit, magic, unlock, type BackupHeader, type BackupKeys } from './header.ts';
import { decodeRecords, type BackupRecord } from './records.ts';

/** A backup file that was found to be one. Close it when done. */
export interface OpenBackup {
  readonly header: BackupHeader;
  readonly bytes: number;
  readonly unlock: (keys: BackupKeys) => Promise<Result<Uint8Array, BackupFault>>;
  /** Unlocks it; then calls `take` with one chunk's records after the other, which may stop with a failure of its own. */
  readonly read: <F>(
    keys: BackupKeys,
    take: (records: readonly BackupRecord[]) => Promise<Result<void, F>>,
  ) => Promise<Result<void, BackupFault | F>>;
  readonly close: () => void;
}

const truncated = fault(
  'backup-truncated',
  'This backup is not complete: its end is missing. The copy was cut off; use another one or an older backup.',
);

const foreign = fault('backup-foreign', 'This is not a Meridian backup. Its files end in .meridian-backup');

/** Opens a file and reads its header. Holds one chunk in memory at a time, and nothing of a size the file only claims. */
export const openBackup = (path: string): Result<OpenBackup, BackupFault> => {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return fault('backup-unreadable', `The backup ${path} cannot be opened. Check the path and its permissions.`);
  }
  const size = fstatSync(file).size;
  let at = 0;
  /** The next bytes, or undefined where the file ends before. */
  const next = (length: number): Uint8Array | undefined => {
    if (length > size - at) return undefined;
    const bytes = new Uint8Array(length);
    for (let have = 0; have < length;) {
      const got = readSync(file, bytes, have, length - have, at + have);
      if (got === 0) return undefined;
      have += got;
    }
    at += length;
    return bytes;
  };
  const close = (): void => closeSync(file);
  const refuse = <T>(result: Result<T, BackupFault>): Result<T, BackupFault> => {
    close();
    return result;
  };

  const start = next(magic.length);
  if (start === undefined || !equalBytes(start, magic)) return refuse(foreign);
  const head = next(4);
  if (head === undefined) return refuse(truncated);
  const headerLength = new DataView(head.buffer).getUint32(0);
  if (headerLength > headerLimit)
    return refuse(
      fault('backup-damaged', 'The beginning of this backup is damaged. Use another copy or an older backup.'),
    );
  const headerBytes = next(headerLength);
  if (headerBytes === undefined) return refuse(truncated);
  const header = decodeHeader(headerBytes);
  if (!header.ok) return refuse(header);
  const body = at;

  const damaged = (index: number): Result<never, BackupFault> =>
    fault(
      'backup-damaged',
      `This backup is damaged at ${Math.floor((100 * at) / Math.max(1, size))} % of its length (part ${index + 1}). Nothing of it was used; take another copy or an older backup.`,
    );

  return ok({
    header: header.value,
    bytes: size,
    close,
    unlock: (keys) => unlock(header.value, keys),
    read: async (keys, take) => {
      const masterKey = await unlock(header.value, keys);
      if (!masterKey.ok) return masterKey;
      const cipher = chunkCipher(masterKey.value, header.value.salt, headerBytes);
      at = body;
      for (let index = 0; ; index++) {
        const lengthBytes = next(4);
        if (lengthBytes === undefined) return truncated;
        const { length, last } = readChunkHead(lengthBytes);
        if (length > sealedLimit) return damaged(index);
        const sealed = next(length);
        if (sealed === undefined) return truncated;
        const plain = cipher.open(sealed, index, last);
        if (plain === undefined && index === 0 && keys.masterKey !== undefined)
          return fault(
            'backup-wrong-key',
            'This backup was not written by this profile, or its first part is damaged.',
          );
        const records = plain === undefined ? undefined : decodeRecords(plain);
        if (records === undefined) return damaged(index);
        const taken = await take(records);
        if (!taken.ok) return taken;
        if (last) return at === size ? ok(undefined) : damaged(index);
      }
    },
  });
};

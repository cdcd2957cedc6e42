import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from '#shared/std/index.ts';
import { chunkAim, chunkCipher } from './chunks.ts';
import { encodeHeader, magic, type Slot } from './header.ts';
import { encodeRecords, sizeOf, type BackupRecord } from './records.ts';

export interface BackupWriting {
  readonly file: string;
  readonly at: number;
  readonly masterKey: Uint8Array;
  readonly slots: readonly Slot[];
  readonly random: Random;
  /** Lets other work have its turn between chunks. */
  readonly breathe: () => Promise<void>;
}

const flush = (path: string): void => {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};

/**
 * Writes a backup as a whole or not at all: into a temporary file beside its place, fsynced, then renamed, then the
 * folder fsynced. Holds one chunk in memory. Disk faults are thrown as Node throws them, after the temporary file is gone.
 */
export const writeBackup = async (
  records: Iterable<BackupRecord>,
  writing: BackupWriting,
): Promise<{ readonly bytes: number }> => {
  const { file, at, masterKey, slots, random, breathe } = writing;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const salt = random.bytes(16);
  const header = encodeHeader({ at, salt, slots });
  const cipher = chunkCipher(masterKey, salt, header);
  const temporary = join(dirname(file), `.${Buffer.from(random.bytes(8)).toString('hex')}.meridian-backup-part`);
  const out = openSync(temporary, 'wx', 0o600);
  let open = true;
  try {
    let bytes = 0;
    const put = (part: Uint8Array): void => {
      for (let at = 0; at < part.length;) at += writeSync(out, part, at);
      bytes += part.length;
    };
    put(magic);
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, header.length);
    put(length);
    put(header);
    let held: BackupRecord[] = [];
    let size = 0;
    let index = 0;
    const close = (last: boolean): void => {
      put(cipher.seal(encodeRecords(held), index, last, random));
      index += 1;
      held = [];
      size = 0;
    };
    for (const record of records) {
      const more = sizeOf(record);
      if (held.length > 0 && size + more > chunkAim) {
        close(false);
        await breathe();
      }
      held.push(record);
      size += more;
    }
    close(true);
    fsyncSync(out);
    closeSync(out);
    open = false;
    renameSync(temporary, file);
    // Windows does not open folders; there the rename is journalled by itself.
    if (process.platform !== 'win32') flush(dirname(file));
    return { bytes };
  } catch (cause) {
    if (open) closeSync(out);
    rmSync(temporary, { force: true });
    throw cause;
  }
};

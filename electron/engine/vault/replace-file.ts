import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a change of names in a folder durable. Windows has no such call and needs none. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const zeros = (file: number, length: number): void => {
  const block = new Uint8Array(Math.min(length, 1 << 20));
  for (let at = 0; at < length; at += block.length) writeSync(file, block, 0, Math.min(block.length, length - at), at);
  fsyncSync(file);
};

const overwriteAndDelete = (path: string): void => {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return;
  const file = openSync(path, 'r+');
  try {
    zeros(file, size);
  } finally {
    closeSync(file);
  }
  rmSync(path);
  syncFolder(dirname(path));
};

const goneName = (path: string): string => `${path}.gone`;

/** Ends a `destroyFile` that was cut off. Nothing happens where none was. */
export const endDestroying = (path: string): void => overwriteAndDelete(goneName(path));

/**
 * Overwrites the content of a file and deletes it. Best effort: a disk that spreads writes, a snapshot or a backup may
 * keep what was there. Nothing happens where there is no such file. It loses its name first: a crash at any moment
 * leaves it there whole or not at all, never as zeros that would be taken for its content.
 */
export const destroyFile = (path: string): void => {
  endDestroying(path);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return;
  renameSync(path, goneName(path));
  syncFolder(dirname(path));
  endDestroying(path);
};

/**
 * Puts the complete new file at `path` in one step: after a crash at any moment one of the two is there, whole. `made`
 * must be on the disk already. The replaced content is overwritten afterwards.
 */
export const replaceFile = (path: string, made: string): void => {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  // Windows refuses to replace a file that is open; there the old content is left to the file system.
  const old = size === undefined || process.platform === 'win32' ? undefined : openSync(path, 'r+');
  try {
    renameSync(made, path);
    syncFolder(dirname(path));
    if (old !== undefined && size !== undefined) zeros(old, size);
  } finally {
    if (old !== undefined) closeSync(old);
  }
};

/** Writes a small file whole, durable and readable by its owner only, in place of whatever was there. */
export const writeWhole = (path: string, bytes: Uint8Array): void => {
  const made = `${path}.new`;
  rmSync(made, { force: true });
  const file = openSync(made, 'wx', 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  replaceFile(path, made);
};

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of all files below a folder. */
export const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const full = join(folder, entry.name);
    return sum + (entry.isDirectory() ? sizeOf(full) : (statSync(full, { throwIfNoEntry: false })?.size ?? 0));
  }, 0);

/** Waits until nothing below a folder has grown for a second; resolves to when it last did, as `performance.now()`. */
export const untilStill = async (folder: string): Promise<number> => {
  let [size, changed] = [sizeOf(folder), performance.now()];
  while (performance.now() - changed < 1_000) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const now = sizeOf(folder);
    if (now !== size) [size, changed] = [now, performance.now()];
  }
  return changed;
};

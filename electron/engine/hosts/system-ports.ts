import { randomBytes } from 'node:crypto';
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log, Random, Timers } from '#shared/std/index.ts';

export const systemClock: Clock = { now: () => Date.now() };

export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };

export const systemTimers: Timers = {
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** Beyond this the log starts anew and the old one is kept once, in bytes. */
const logLimit = 5_000_000;

/**
 * Diagnostics as one JSON line each in the profile's `meridian.log`. A log that cannot be written must never be what
 * stops the work (the disk may be full, and saying so is the command's part), so those failures end here.
 */
export const fileLog = (directory: string, clock: Clock): Log => {
  const path = join(directory, 'meridian.log');
  const attempt = (task: () => void): boolean => {
    try {
      task();
      return true;
    } catch {
      return false;
    }
  };
  attempt(() => {
    if (statSync(path).size > logLimit) renameSync(path, `${path}.1`);
  });
  const write =
    (level: string) =>
    (message: string, detail?: Readonly<Record<string, unknown>>): void => {
      const line = JSON.stringify({ at: new Date(clock.now()).toISOString(), level, message, ...detail });
      attempt(() => appendFileSync(path, `${line}\n`, { mode: 0o600 }));
    };
  return { info: write('info'), warn: write('warn') };
};

import Database from 'better-sqlite3';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Ends this process with SIGKILL in front of its `n`-th step towards the disk: a statement that writes, a BEGIN or COMMIT, a
 * write, fsync or rename of a file. Steps behind the last kill nothing; `steps` says how many there were. The product
 * knows nothing of it: the libraries are changed before the product is loaded.
 */
export const killAt = (n: number): { readonly steps: () => number } => {
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps === n) process.kill(process.pid, 'SIGKILL');
  };
  const stepping = <A extends unknown[], R>(method: (this: unknown, ...args: A) => R) =>
    function (this: unknown, ...args: A): R {
      step();
      return method.apply(this, args);
    };
  const probe = new Database(':memory:');
  const statement = Object.getPrototypeOf(probe.prepare('SELECT 1')) as { run: (...args: unknown[]) => unknown };
  probe.close();
  statement.run = stepping(statement.run);
  const database = Database.prototype as unknown as { exec: (sql: string) => unknown };
  database.exec = stepping(database.exec);
  fs.fsyncSync = stepping(fs.fsyncSync);
  fs.renameSync = stepping(fs.renameSync);
  const { writeSync } = fs;
  const loud = stepping(writeSync as (...args: unknown[]) => number);
  // What is said to the parent on standard output is no step.
  (fs as { writeSync: unknown }).writeSync = (fd: number, ...rest: unknown[]): number =>
    fd === 1 ? (writeSync as (...args: unknown[]) => number)(fd, ...rest) : loud(fd, ...rest);
  syncBuiltinESMExports();
  return { steps: () => steps };
};

import type Database from 'better-sqlite3';
import type { Db } from './open.ts';

type Statement = Database.Statement<unknown[], unknown>;

/** What the engine uses of a statement. */
const lazyStatement = (compile: () => Statement) => {
  let made: Statement | undefined;
  const statement = (): Statement => (made ??= compile());
  return {
    run: (...values: unknown[]) => statement().run(...values),
    get: (...values: unknown[]) => statement().get(...values),
    all: (...values: unknown[]) => statement().all(...values),
    iterate: (...values: unknown[]) => statement().iterate(...values),
  };
};

/**
 * Compiles the statements of this connection when they are first used. A profile names several hundred of them when it
 * opens; the first screen needs few, and compiling all took half of the time until it was there.
 */
export const compileLazily = (db: Db): void => {
  const prepare = db.prepare.bind(db) as (sql: string) => Statement;
  db.prepare = ((sql: string) => lazyStatement(() => prepare(sql))) as unknown as Db['prepare'];
};

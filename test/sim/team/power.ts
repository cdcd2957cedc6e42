import type { Db } from '#engine/store/index.ts';

/** Thrown by the fuse of a device, in the middle of whatever it was doing. Never caught by the engine. */
export class PowerCut extends Error {}

/**
 * The power of one machine. A fuse lets it fail at the n-th thing from now that leaves a trace: a look at the clock, a
 * draw of randomness, a write to the database, the commit itself, or the moment after the commit, when the disk has it
 * and nobody has heard of it.
 */
export const createPower = () => {
  let fuse: number | null = null;
  let blown = false;
  /** True when memory and disk may disagree now: no process outlives that. */
  let gone = false;

  const burn = (): void => {
    if (fuse === null) return;
    fuse -= 1;
    if (fuse > 0) return;
    fuse = null;
    blown = true;
    throw new PowerCut('The power failed.');
  };

  /** Outside a transaction nothing undoes what was half done in memory. */
  const burnWriting = (db: Db): void => {
    try {
      burn();
    } catch (cause) {
      gone ||= !db.inTransaction;
      throw cause;
    }
  };

  /**
   * Puts the fuse in front of every statement of a database that writes. Statements are compiled when they are first
   * used: a machine that starts makes over a hundred, and most stories need few of them before it is off again.
   */
  const wire = (db: Db): Db => {
    const prepare = db.prepare.bind(db);
    const exec = db.exec.bind(db);
    const lazy = (sql: string) => {
      let made: ReturnType<typeof prepare<unknown[], unknown>> | undefined;
      const statement = () => (made ??= prepare<unknown[], unknown>(sql));
      const burning = () => {
        const one = statement();
        if (!one.readonly) burnWriting(db);
        return one;
      };
      return {
        run: (...values: unknown[]) => burning().run(...values),
        get: (...values: unknown[]) => burning().get(...values),
        all: (...values: unknown[]) => statement().all(...values),
        iterate: (...values: unknown[]) => statement().iterate(...values),
      };
    };
    const wired: Pick<Db, 'prepare' | 'exec'> = {
      prepare: lazy as unknown as Db['prepare'],
      exec: (sql) => {
        if (sql !== 'COMMIT') return exec(sql);
        burn();
        exec(sql);
        try {
          burn();
        } catch (cause) {
          gone = true;
          throw cause;
        }
        return db;
      },
    };
    return Object.assign(db, wired);
  };

  return {
    burn,
    wire,
    /** The power fails at the n-th use; null: not before it is asked to. */
    setFuse: (uses: number | null): void => {
      fuse = uses;
      if (uses !== null) blown = false;
    },
    fuseBlew: (): boolean => blown,
    isGone: (): boolean => gone,
    /** The machine starts again. */
    renew: (): void => {
      fuse = null;
      blown = false;
      gone = false;
    },
  };
};

import { fromText, toText } from '#shared/std/index.ts';
import type { Db } from './open.ts';

/** A place in a log whose entry was damaged here, or came without its content, and is asked of others. */
export interface Hole {
  readonly log: Uint8Array;
  readonly seq: number;
}

const key = 'holes';

/**
 * Places that a repair emptied, and entries whose content never came. Until others have filled them this device says
 * that it holds the log up to before the first of them only, as a relay does (SPEC S56), and is sent the rest. The log's
 * own end stays what it is: nothing is ever written twice at one place.
 */
export const createHoles = (db: Db) => {
  const read = db.prepare<[string], { value: string }>('SELECT value FROM local_state WHERE key = ?');
  const write = db.prepare<[string, string]>(
    'INSERT INTO local_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const stored = (): readonly (readonly [string, number])[] => {
    const row = read.get(key);
    return row === undefined ? [] : (JSON.parse(row.value) as (readonly [string, number])[]);
  };
  const all = (): Hole[] =>
    stored().flatMap(([log, seq]) => {
      const id = fromText(log);
      return id === undefined ? [] : [{ log: id, seq }];
    });
  const keep = (list: readonly (readonly [string, number])[]): void => void write.run(key, JSON.stringify(list));
  return {
    all,
    /** Place of the first hole of each log that has one, by the log's text; of those that `counts`. */
    first: (counts: (hole: Hole) => boolean = () => true): ReadonlyMap<string, number> => {
      const lowest = new Map<string, number>();
      for (const hole of all().filter(counts)) {
        const log = toText(hole.log);
        lowest.set(log, Math.min(hole.seq, lowest.get(log) ?? hole.seq));
      }
      return lowest;
    },
    put: (holes: readonly Hole[]): void => {
      if (holes.length > 0 || stored().length > 0) keep(holes.map(({ log, seq }) => [toText(log), seq] as const));
    },
    has: (log: Uint8Array, seq: number): boolean => {
      const name = toText(log);
      return stored().some(([at, place]) => at === name && place === seq);
    },
    add: (log: Uint8Array, seq: number): void => keep([...stored(), [toText(log), seq]]),
    fill: (log: Uint8Array, seq: number): void => {
      const name = toText(log);
      if (!stored().some(([at, place]) => at === name && place === seq)) return;
      keep(stored().filter(([at, place]) => at !== name || place !== seq));
    },
  };
};

export type Holes = ReturnType<typeof createHoles>;

import type { SpaceKind } from '#shared/schema/index.ts';
import type { Db } from '../store/index.ts';

/** A space as this device knows it. `readers` are exactly the people its key was given to, as its creator stated. */
export interface Space {
  readonly id: string;
  readonly kind: SpaceKind | 'members';
  /** Null for spaces that everybody in the team reads. */
  readonly readers: readonly string[] | null;
  readonly purpose: string;
}

interface Row {
  readonly id: string;
  readonly kind: Space['kind'];
  readonly readers: string;
  readonly purpose: string;
}

/** The spaces whose readers are known here. */
export const createSpaces = (db: Db) => {
  const get = db.prepare<unknown[], Row>('SELECT * FROM spaces WHERE id = ?');
  const all = db.prepare<unknown[], Row>('SELECT * FROM spaces ORDER BY id');
  const put = db.prepare<unknown[]>('INSERT OR REPLACE INTO spaces (id, kind, readers, purpose) VALUES (?, ?, ?, ?)');
  const remove = db.prepare<unknown[]>('DELETE FROM spaces WHERE id = ?');
  const named = db.prepare<unknown[]>("DELETE FROM spaces WHERE kind IN ('pair', 'group')");
  const read = (row: Row): Space => ({ ...row, readers: JSON.parse(row.readers) as readonly string[] | null });
  const known = new Map<string, Space>();
  return {
    get: (id: string): Space | undefined => {
      const held = known.get(id);
      if (held !== undefined) return held;
      const row = get.get(id);
      if (row === undefined) return undefined;
      const space = read(row);
      known.set(id, space);
      return space;
    },
    all: (): Space[] => all.all().map(read),
    put: (space: Space): void => void put.run(space.id, space.kind, JSON.stringify(space.readers), space.purpose),
    /** When the record that stated it does not count any more. */
    remove: (id: string): void => {
      known.delete(id);
      remove.run(id);
    },
    /** Before a rebuild: what records state is stated again by them. */
    forgetNamed: (): void => {
      known.clear();
      named.run();
    },
    /** After a rolled-back transaction: nothing remembered may outlive it. */
    forgetCache: (): void => known.clear(),
  };
};

export type Spaces = ReturnType<typeof createSpaces>;

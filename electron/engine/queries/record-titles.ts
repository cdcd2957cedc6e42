import type { Db } from '../store/index.ts';
import type { PeopleReader } from './person-view.ts';
import { checkInTitle } from './titles.ts';
import { createTombstones, type Tombstone } from './tombstones.ts';

export interface NamedRecord {
  readonly title: string;
  readonly kind: string;
  readonly spaceId: string;
}

/** What a record is called when something else points to it. Undefined when it is not here. */
export const createRecordTitles = (db: Db, people: PeopleReader): ((id: string) => NamedRecord | undefined) => {
  const read = db.prepare<
    [string],
    {
      readonly title: string;
      readonly kind: string;
      readonly space_id: string;
      readonly person_id: string | null;
      readonly week: string | null;
    }
  >(
    `SELECT v.title, v.kind, v.space_id, c.person_id, c.week FROM record_view v
     LEFT JOIN check_ins c ON c.record_id = v.record_id WHERE v.record_id = ?`,
  );
  const tombstoneOf = createTombstones(db);
  /** "Erased by its author on 4 May 2026": what links to it still say what became of it. */
  const erasedTitle = ({ shown: { authorId, byId, at } }: Tombstone): string =>
    `Erased by ${byId !== null && byId === authorId ? 'its author' : people.name(byId ?? '')} on ${new Date(at).toISOString().slice(0, 10)}`;
  return (id) => {
    const row = read.get(id);
    if (row === undefined) {
      const gone = tombstoneOf(id);
      return gone === undefined ? undefined : { title: erasedTitle(gone), kind: gone.kind, spaceId: gone.space_id };
    }
    const { person_id: personId, week } = row;
    const title = personId === null || week === null ? row.title : checkInTitle(people.name(personId), week);
    return { title, kind: row.kind, spaceId: row.space_id };
  };
};

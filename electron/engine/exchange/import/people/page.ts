import { isTimeZone } from '#shared/domain/index.ts';
import type { PersonImportRow, WorkingHours } from '#shared/protocol/index.ts';
import type { FieldEdit } from '#shared/schema/index.ts';
import { readSpan, readWeek } from './hours.ts';
import type { KnownPerson, ListedPerson } from './types.ts';

type Change = PersonImportRow['changes'][number];

/** What a row says of somebody's own page, or what is wrong with it. */
export interface PageClaims {
  readonly error: string | null;
  readonly title: string;
  readonly place: string;
  readonly timeZone: string;
  /** Null where the row does not say. */
  readonly hours: WorkingHours | null;
}

const longest = 120;
const officeWeek = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];

/** Reads the page of a row; `known` gives the days on which hours for "every day" are worked. */
export const pageClaims = (row: ListedPerson, known: KnownPerson | undefined): PageClaims => {
  const { title, place, timeZone } = row;
  const days = row.days?.map(readSpan);
  const week =
    days ?? (row.hours === '' ? null : readWeek(row.hours, known === undefined ? officeWeek : known.workingHours));
  const hours = week?.flatMap((day) => (day === undefined ? [] : [day])) ?? null;
  const said = (row.days?.join(', ') ?? row.hours).slice(0, 60);
  const error =
    title.length > longest || place.length > longest
      ? `Title and place take at most ${longest} characters.`
      : timeZone !== '' && (!isTimeZone(timeZone) || !/^[A-Za-z0-9_+/-]{1,64}$/.test(timeZone))
        ? `“${timeZone.slice(0, 60)}” is not a time zone such as Asia/Karachi.`
        : week === undefined || (hours !== null && hours.length !== 7)
          ? `“${said}” are no working hours such as 09:00-17:00.`
          : null;
  return { error, title, place, timeZone, hours: error === null ? hours : null };
};

/** What a page would say otherwise than now. What a row leaves empty stays as it is. */
export const pageChanges = (
  { title, place, timeZone, hours }: PageClaims,
  now: KnownPerson,
): { readonly changes: readonly Change[]; readonly edits: readonly FieldEdit[] } => {
  const changes: Change[] = [];
  const edits: FieldEdit[] = [];
  for (const [field, to] of [
    ['title', title],
    ['place', place],
    ['timeZone', timeZone],
  ] as const) {
    if (to === '' || to === now[field]) continue;
    changes.push({ field, from: now[field], to });
    edits.push({ path: field, value: to });
  }
  const [from, to] = [now.workingHours.join(), (hours ?? now.workingHours).join()];
  if (hours !== null && from !== to) {
    changes.push({ field: 'hours', from, to });
    hours.forEach((day, at) => {
      if (day !== now.workingHours[at]) edits.push({ path: `hours${String(at)}`, value: day });
    });
  }
  return { changes, edits };
};

import type { PersonView } from '#shared/protocol/index.ts';
import type { PersonRow } from '../readmodels/index.ts';
import type { QueryContext, TeamMember } from './context.ts';
import { conflictsFrom, headsFrom, hoursFrom } from './stored-json.ts';
import { createDaysOff, type DaysOff } from './days-off.ts';
import { createTeamSettings, type TeamNorms } from './team-settings.ts';

type StoredPerson = PersonRow & { readonly heads: string; readonly conflicts: string };

/** The same order on every machine, whatever its language; "Team 2" before "Team 10". */
const byName = new Intl.Collator('en', { numeric: true });

const officeHours = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];

export interface PeopleReader {
  readonly person: (personId: string) => PersonView | null;
  /** Everybody who is or was in the team, by name. */
  readonly all: () => PersonView[];
  /** For lists and history; the person's own record first, then the name given at joining. */
  readonly name: (personId: string) => string;
}

const select = 'SELECT p.*, v.heads, v.conflicts FROM people p CROSS JOIN record_view v USING (record_id)';

/**
 * People as membership and their own records give them together. A person without a record (it has not arrived) shows
 * with the name given at joining and office hours in UTC; a record of somebody unknown to the members graph shows nowhere.
 */
export const createPeople = (ctx: QueryContext): PeopleReader => {
  const one = ctx.db.prepare<[string], StoredPerson>(`${select} WHERE p.person_id = ? ORDER BY p.record_id LIMIT 1`);
  const every = ctx.db.prepare<[], StoredPerson>(`${select} ORDER BY p.record_id DESC`);
  const nameOf = ctx.db.prepare<[string], { name: string }>(
    'SELECT name FROM people WHERE person_id = ? ORDER BY record_id LIMIT 1',
  );
  const settings = createTeamSettings(ctx.db);
  const daysOff = createDaysOff(ctx);

  const view = (
    member: TeamMember,
    row: StoredPerson | undefined,
    me: string | null,
    norms: TeamNorms,
    off: readonly DaysOff[],
  ): PersonView => ({
    id: member.personId,
    name: row === undefined || row.name === '' ? member.name : row.name,
    title: row?.title ?? '',
    place: row?.place ?? '',
    timeZone: row?.time_zone ?? 'UTC',
    workingHours: row === undefined ? [...officeHours] : hoursFrom(row.hours),
    daysOff: [...off],
    standardHours: row?.standard_hours ?? norms.standard_hours,
    urgentHours: row?.urgent_hours ?? norms.urgent_hours,
    holidays: row?.holidays ?? '',
    howToWorkWithMe: row?.how_to_work_with_me ?? '',
    role: member.role,
    managerId: member.managerId,
    state: member.state,
    me: member.personId === me,
    recordId: row?.record_id ?? null,
    heads: headsFrom(row?.heads),
    conflicts: conflictsFrom('person', row?.conflicts),
  });

  const read = (member: TeamMember): PersonView => {
    const row = one.get(member.personId);
    return view(member, row, ctx.me(), settings.norms(), daysOff.of(member.personId, row?.holidays ?? ''));
  };

  return {
    person: (personId) => {
      const member = ctx.team().people.get(personId);
      return member === undefined ? null : read(member);
    },
    all: () => {
      const rows = new Map(every.all().map((row) => [row.person_id, row]));
      const me = ctx.me();
      const norms = settings.norms();
      const off = daysOff.stated();
      return [...ctx.team().people.values()]
        .map((member) => {
          const row = rows.get(member.personId);
          const days = daysOff.with(off.get(member.personId) ?? [], row?.holidays ?? '');
          return view(member, row, me, norms, days);
        })
        .sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
    },
    name: (personId) => {
      const stored = nameOf.get(personId)?.name;
      return stored === undefined || stored === '' ? (ctx.team().people.get(personId)?.name ?? 'Somebody') : stored;
    },
  };
};

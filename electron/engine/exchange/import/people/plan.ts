import type { PersonImportRow, Role } from '#shared/protocol/index.ts';
import type { FieldEdit } from '#shared/schema/index.ts';
import { matchPerson } from '../owners.ts';
import { inSteps, withoutCircles } from './managers.ts';
import type { ManagerChange } from './managers.ts';
import { createMatcher, normalName } from './match.ts';
import type { Match } from './match.ts';
import { leftOut, planRow } from './row.ts';
import type { ManagerNamed, PlannedRow } from './row.ts';
import type { ListedPerson, PeoplePlanContext } from './types.ts';

/** More links at once than anybody hands out; each carries the team's keys. The next import makes the rest. */
const mostInvitations = 500;

/** What an import of people writes. */
export interface PeoplePlan {
  readonly rows: readonly PersonImportRow[];
  readonly pages: readonly { readonly recordId: string; readonly edits: readonly FieldEdit[] }[];
  readonly roles: readonly { readonly personId: string; readonly role: Role }[];
  /** In an order in which each can be written after the one before it. */
  readonly managers: readonly ManagerChange[];
  readonly invitations: readonly {
    readonly name: string;
    readonly contact: string;
    readonly role: Exclude<Role, 'owner'>;
  }[];
}

/** Whom the managers' names of a file mean: whole names first, in the team and in the file, then a first name. */
const createManagers = (
  listed: readonly ListedPerson[],
  matches: readonly Match[],
  { people }: PeoplePlanContext,
): ((name: string) => ManagerNamed) => {
  const members = people.filter((person) => person.state === 'member');
  const byName = Map.groupBy(members, (person) => normalName(person.name));
  const inFile = new Map(listed.map((row, at) => [normalName(row.name), matches[at]]));
  return (name) => {
    if (name === '') return 'unsaid';
    const [whole, ...more] = byName.get(normalName(name)) ?? [];
    if (whole !== undefined && more.length === 0) return { id: whole.id };
    const match = inFile.get(normalName(name));
    if (match?.is === 'person') return { id: match.person.id };
    if (match?.is === 'nobody' || match?.is === 'waiting') return 'later';
    const id = matchPerson(name, members);
    return id === undefined ? 'nobody' : { id };
  };
};

const firstInvitations = (rows: readonly PlannedRow[]): readonly PlannedRow[] => {
  let fresh = 0;
  return rows.map((planned) => {
    if (planned.row.effect !== 'new') return planned;
    fresh += 1;
    return fresh <= mostInvitations
      ? planned
      : leftOut(
          planned,
          `An import makes at most ${mostInvitations} invitations. Import the file again for the others.`,
        );
  });
};

/** What importing a list of people would do, row by row, and what has to be written for it. Pure. */
export const planPeople = (listed: readonly ListedPerson[], ctx: PeoplePlanContext): PeoplePlan => {
  const matches = listed.map(createMatcher(ctx.people, ctx.invitations));
  const managerOf = createManagers(listed, matches, ctx);
  const seen = new Map<string, number>();
  const planned = listed.map((row, at): PlannedRow => {
    const match = matches[at] ?? { is: 'nobody' };
    const key = match.is === 'person' ? match.person.id : normalName(row.name);
    const before = seen.get(key);
    if (row.error === null && before === undefined) seen.set(key, row.line);
    return planRow(row, { match, manager: managerOf(row.manager), before, meId: ctx.meId });
  });

  const now = new Map(ctx.people.map((person) => [person.id, person.managerId]));
  const asked = planned.flatMap(({ row, person }) =>
    row.changes.flatMap((change) =>
      change.field === 'manager' && person !== null ? [{ personId: person.id, managerId: change.to }] : [],
    ),
  );
  const { allowed, refused } = withoutCircles(now, asked);
  const rows = firstInvitations(
    planned.map((one) =>
      one.person !== null && refused.has(one.person.id)
        ? leftOut(one, 'This would make somebody their own manager.')
        : one,
    ),
  );
  return {
    rows: rows.map(({ row }) => row),
    pages: rows.flatMap(({ person, edits }) =>
      typeof person?.pageId === 'string' && edits.length > 0 ? [{ recordId: person.pageId, edits }] : [],
    ),
    roles: rows.flatMap(({ row, person }) =>
      person !== null && row.role !== person.role ? [{ personId: person.id, role: row.role }] : [],
    ),
    managers: inSteps(now, allowed),
    invitations: rows.flatMap(({ row }) =>
      row.effect === 'new' && row.role !== 'owner' ? [{ name: row.name, contact: row.contact, role: row.role }] : [],
    ),
  };
};

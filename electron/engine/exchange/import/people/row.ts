import type { PersonImportRow, Role } from '#shared/protocol/index.ts';
import type { FieldEdit } from '#shared/schema/index.ts';
import type { Match } from './match.ts';
import { pageChanges, pageClaims } from './page.ts';
import { roleOf } from './roles.ts';
import type { KnownPerson, ListedPerson } from './types.ts';

/** A row with what it changes of somebody who is in the team; `person` is null where it changes nobody. */
export interface PlannedRow {
  readonly row: PersonImportRow;
  readonly person: KnownPerson | null;
  /** Of the person's own page. */
  readonly edits: readonly FieldEdit[];
}

/** Whom a manager's name means: somebody of the team, a newcomer of the same file, or nobody. */
export type ManagerNamed = { readonly id: string } | 'later' | 'nobody' | 'unsaid';

const roleError = (text: string, wanted: Role | undefined, person: KnownPerson | undefined, meId: string) => {
  if (text !== '' && wanted === undefined)
    return `“${text.slice(0, 60)}” is not a role. Roles are admin, member and guest.`;
  if (wanted === undefined || wanted === person?.role) return null;
  if (wanted === 'owner') return 'An import makes nobody owner. The owner hands the team over under Members.';
  if (person?.role === 'owner') return 'An import does not take the owner’s role. Hand the team over under Members.';
  return person?.id === meId ? 'An import does not change your own role.' : null;
};

const matchError = ({ is }: Match): string | null =>
  is === 'several'
    ? 'Several people of the team are called so.'
    : is === 'gone'
      ? 'This person was in the team before. Invite them by hand if they should come back.'
      : null;

const managerError = (name: string, manager: ManagerNamed, personId: string | undefined): string | null => {
  if (manager === 'nobody') return `Nobody in the team or in the file is called “${name.slice(0, 60)}”.`;
  return typeof manager === 'object' && manager.id === personId ? 'Nobody is their own manager.' : null;
};

/**
 * What one row would do. Empty cells say nothing, so they change nothing.
 *
 * @param before the line of an earlier row about the same person
 */
export const planRow = (
  row: ListedPerson,
  about: {
    readonly match: Match;
    readonly manager: ManagerNamed;
    readonly before: number | undefined;
    readonly meId: string;
  },
): PlannedRow => {
  const { match, manager, before, meId } = about;
  const person = match.is === 'person' ? match.person : undefined;
  const wanted = roleOf(row.role);
  const claims = pageClaims(row, person);
  const page = person === undefined ? { changes: [], edits: [] } : pageChanges(claims, person);
  const error =
    row.error ??
    (before === undefined ? null : `Line ${before} is about the same person.`) ??
    matchError(match) ??
    roleError(row.role, wanted, person, meId) ??
    claims.error ??
    managerError(row.manager, manager, person?.id) ??
    (person?.pageId === null && page.edits.length > 0 ? 'Their page has not arrived on this device yet.' : null);

  const shown = {
    line: row.line,
    name: row.name,
    contact: row.contact,
    personId: person?.id ?? (match.is === 'waiting' ? match.personId : null),
    role: wanted ?? person?.role ?? 'member',
    managerLater: manager === 'later' ? row.manager : '',
    changes: [],
    error,
  };
  if (error !== null) return unchanged({ ...shown, role: person?.role ?? 'member', managerLater: '', effect: 'none' });
  if (person === undefined) {
    const newcomers = match.is === 'nobody';
    // A newcomer's manager is set once they are there: the invitation has no place for it.
    return unchanged({ ...shown, managerLater: row.manager, effect: newcomers ? 'new' : 'invited' });
  }
  const changes: PersonImportRow['changes'] = [
    ...(wanted === undefined || wanted === person.role
      ? []
      : [{ field: 'role' as const, from: person.role, to: wanted }]),
    ...(typeof manager !== 'object' || manager.id === person.managerId
      ? []
      : [{ field: 'manager' as const, from: person.managerId ?? '', to: manager.id }]),
    ...page.changes,
  ];
  return {
    row: { ...shown, changes, effect: changes.length === 0 ? 'same' : 'changed' },
    person,
    edits: page.edits,
  };
};

const unchanged = (row: PersonImportRow): PlannedRow => ({ row, person: null, edits: [] });

/** The same row, left out because of what came to light later. */
export const leftOut = ({ row, person }: PlannedRow, error: string): PlannedRow =>
  unchanged({
    ...row,
    role: person?.role ?? row.role,
    changes: [],
    managerLater: '',
    error: row.error ?? error,
    effect: 'none',
  });

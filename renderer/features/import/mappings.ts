import type { ImportRole, PeopleRole } from '#shared/protocol/index.ts';

/** In the order in which they are offered. */
export const roles: readonly ImportRole[] = [
  'title',
  'objective',
  'owner',
  'type',
  'start',
  'target',
  'actual',
  'projection',
  'unit',
  'direction',
  'weight',
  'confidence',
  'score',
  'priority',
  'link',
  'ignore',
];

/** In the order in which they are offered for a list of people. */
export const peopleRoles: readonly PeopleRole[] = [
  'name',
  'firstName',
  'lastName',
  'contact',
  'role',
  'manager',
  'title',
  'place',
  'timeZone',
  'hours',
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
  'id',
  'ignore',
];

/** Under which this device keeps what columns were said to mean: of goals, and of lists of people. */
export const mappingsKey = 'import/mappings';
export const peopleMappingsKey = 'import/people-mappings';

/** Tables of how many shapes are remembered; the oldest are forgotten. */
const most = 20;

interface Remembered {
  readonly columns: string;
  readonly roles: readonly string[];
}

const signature = (columns: readonly string[]): string =>
  JSON.stringify(columns.map((column) => column.trim().toLowerCase()));

const isRemembered = (value: unknown): value is Remembered =>
  typeof value === 'object' &&
  value !== null &&
  'columns' in value &&
  typeof value.columns === 'string' &&
  'roles' in value &&
  Array.isArray(value.roles) &&
  value.roles.every((role) => typeof role === 'string');

const readAll = (saved: string | null): readonly Remembered[] => {
  try {
    const value: unknown = JSON.parse(saved ?? '[]');
    return Array.isArray(value) ? value.filter(isRemembered) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
};

/** What was said last of a table with these columns, in roles that are known; undefined where nothing was, or nothing that fits. */
export const rememberedMapping = <R extends string>(
  saved: string | null,
  columns: readonly string[],
  known: readonly R[],
): readonly R[] | undefined => {
  const found = readAll(saved).find((one) => one.columns === signature(columns))?.roles ?? [];
  const mapping = found.flatMap((role) => known.filter((one) => one === role));
  return mapping.length === found.length && mapping.length === columns.length ? mapping : undefined;
};

/** The saved text with this mapping as the newest. */
export const withMapping = (saved: string | null, columns: readonly string[], mapping: readonly string[]): string => {
  const own: Remembered = { columns: signature(columns), roles: mapping };
  return JSON.stringify([own, ...readAll(saved).filter((one) => one.columns !== own.columns)].slice(0, most));
};

/** The mapping with one column's role changed. A role stands once: whoever had it gives it up. */
export const withRole = <R extends string>(
  mapping: readonly (R | 'ignore')[],
  column: number,
  role: R | 'ignore',
): readonly (R | 'ignore')[] =>
  mapping.map((each, index) => (index === column ? role : each === role ? ('ignore' as const) : each));

import type { ImportRole } from '#shared/protocol/index.ts';

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

/** Under which this device keeps what columns were said to mean. */
export const mappingsKey = 'import/mappings';

/** Tables of how many shapes are remembered; the oldest are forgotten. */
const most = 20;

interface Remembered {
  readonly columns: string;
  readonly roles: readonly ImportRole[];
}

const signature = (columns: readonly string[]): string =>
  JSON.stringify(columns.map((column) => column.trim().toLowerCase()));

const isRole = (value: unknown): value is ImportRole => roles.some((role) => role === value);

const isRemembered = (value: unknown): value is Remembered =>
  typeof value === 'object' &&
  value !== null &&
  'columns' in value &&
  typeof value.columns === 'string' &&
  'roles' in value &&
  Array.isArray(value.roles) &&
  value.roles.every(isRole);

const readAll = (saved: string | null): readonly Remembered[] => {
  try {
    const value: unknown = JSON.parse(saved ?? '[]');
    return Array.isArray(value) ? value.filter(isRemembered) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
};

/** What was said last of a table with these columns; undefined where nothing was, or nothing that fits. */
export const rememberedMapping = (
  saved: string | null,
  columns: readonly string[],
): readonly ImportRole[] | undefined => {
  const found = readAll(saved).find((one) => one.columns === signature(columns));
  return found?.roles.length === columns.length ? found.roles : undefined;
};

/** The saved text with this mapping as the newest. */
export const withMapping = (
  saved: string | null,
  columns: readonly string[],
  mapping: readonly ImportRole[],
): string => {
  const own: Remembered = { columns: signature(columns), roles: mapping };
  return JSON.stringify([own, ...readAll(saved).filter((one) => one.columns !== own.columns)].slice(0, most));
};

import type { Goal } from './types.ts';

/** Someone of the team, by the name that people use. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

const normal = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * The person that a name in a file means: by the whole name, or by a first name that only one person has. Undefined
 * rather than a guess; an import never invents people.
 */
export const matchPerson = (name: string, people: readonly NamedPerson[]): string | undefined => {
  const wanted = normal(name);
  const whole = people.filter((person) => normal(person.name) === wanted);
  if (whole.length === 1) return whole[0]?.id;
  if (whole.length > 1) return undefined;
  const first = people.filter((person) => normal(person.name).split(' ')[0] === wanted);
  return first.length === 1 ? first[0]?.id : undefined;
};

/**
 * Who owns a goal: the person whose id the file knows, else the first name that is somebody of the team; the names
 * that are nobody stay as words.
 */
export const ownersOf = (
  { owners: names, ownerId, contributorIds = [] }: Pick<Goal, 'owners' | 'ownerId' | 'contributorIds'>,
  people: readonly NamedPerson[],
): { readonly ownerId: string | null; readonly otherIds: readonly string[]; readonly unknown: readonly string[] } => {
  const here = (id: string): boolean => people.some((person) => person.id === id);
  if (ownerId !== undefined && here(ownerId)) {
    return { ownerId, otherIds: contributorIds.filter((id) => id !== ownerId && here(id)), unknown: [] };
  }
  const matched = names.map((name) => ({ name, id: matchPerson(name, people) }));
  const ids = [...new Set(matched.flatMap(({ id }) => (id === undefined ? [] : [id])))];
  return {
    ownerId: ids[0] ?? null,
    otherIds: [...new Set([...ids.slice(1), ...contributorIds.filter(here)])],
    unknown: matched.flatMap(({ name, id }) => (id === undefined ? [name] : [])),
  };
};

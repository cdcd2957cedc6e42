import type { KnownInvitation, KnownPerson, ListedPerson } from './types.ts';

/** Names as they are compared: case, kinds of spaces and ways to write a letter do not matter. */
export const normalName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Who a row of a list of people is. */
export type Match =
  | { readonly is: 'person'; readonly person: KnownPerson }
  | { readonly is: 'gone'; readonly person: KnownPerson }
  | { readonly is: 'waiting'; readonly personId: string | null }
  | { readonly is: 'several' }
  | { readonly is: 'nobody' };

/**
 * Finds whom rows mean: by the id that our own export gives, by the whole name, or by the name of the invitation that
 * they joined with, whatever they call themselves since. Never by a part of a name: a namesake is somebody else.
 */
export const createMatcher = (
  people: readonly KnownPerson[],
  invitations: readonly KnownInvitation[],
): ((row: Pick<ListedPerson, 'id' | 'name'>) => Match) => {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byName = Map.groupBy(people, (person) => normalName(person.name));
  const open = new Set(invitations.filter((one) => one.state === 'open').map((one) => normalName(one.name)));
  const joined = new Map(
    invitations.flatMap((one) => (one.usedById === null ? [] : [[normalName(one.name), one.usedById] as const])),
  );

  const of = (person: KnownPerson): Match =>
    person.state === 'removed'
      ? { is: 'gone', person }
      : person.state === 'provisional'
        ? { is: 'waiting', personId: person.id }
        : { is: 'person', person };

  return ({ id, name }) => {
    const known = byId.get(id);
    if (known !== undefined) return of(known);
    const wanted = normalName(name);
    const named = byName.get(wanted) ?? [];
    const here = named.filter((person) => person.state !== 'removed');
    if (here.length > 1) return { is: 'several' };
    const [one] = here;
    if (one !== undefined) return of(one);
    if (open.has(wanted)) return { is: 'waiting', personId: null };
    const since = byId.get(joined.get(wanted) ?? '');
    if (since !== undefined) return of(since);
    const [before] = named;
    return before === undefined ? { is: 'nobody' } : { is: 'gone', person: before };
  };
};

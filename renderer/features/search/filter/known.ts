import type { FilterName, FilterToken } from './tokens.ts';

/** Something that a filter can name: a kind, a person, a cycle. */
export interface Choice {
  readonly id: string;
  /** What it is called; what a completion writes. */
  readonly name: string;
  /** Other names that are understood. */
  readonly also: readonly string[];
}

/** What filters can name here. */
export interface Known {
  readonly kinds: readonly Choice[];
  readonly people: readonly Choice[];
  /** Newest first. */
  readonly cycles: readonly Choice[];
}

export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase();

const begins = (name: string, wanted: string): boolean => {
  const whole = folded(name);
  return whole.startsWith(wanted) || whole.split(/[\s-]+/u).some((word) => word.startsWith(wanted));
};

/** The choices that are called so; those that begin so when none is called exactly so. */
export const called = (choices: readonly Choice[], value: string): readonly Choice[] => {
  const wanted = folded(value);
  if (wanted === '') return [];
  const exact = choices.filter((choice) => [choice.name, ...choice.also].some((name) => folded(name) === wanted));
  if (exact.length > 0) return exact;
  return choices.filter((choice) => [choice.name, ...choice.also].some((name) => begins(name, wanted)));
};

/** The choices of a filter; undefined for those that take a day. */
export const choicesOf = (known: Known, name: FilterName): readonly Choice[] | undefined =>
  ({
    kind: known.kinds,
    from: known.people,
    about: known.people,
    cycle: known.cycles,
    after: undefined,
    before: undefined,
  })[name];

const dayShape = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/;

/** A typed day as YYYY-MM-DD; a month or a year means its first day. Null for what is no day. */
export const dayFrom = (value: string): string | null => {
  const match = dayShape.exec(value);
  if (match === null) return null;
  const [, year = '', month = '1', day = '1'] = match;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return at.toISOString().slice(0, 10) === text ? text : null;
};

/** What narrows a search, as the engine is asked. */
export interface Narrowing {
  readonly kinds?: string[];
  readonly byIds?: string[];
  readonly aboutIds?: string[];
  readonly cycleIds?: string[];
  readonly after?: string;
  readonly before?: string;
}

export interface Resolved {
  readonly narrowing: Narrowing;
  /** Filters that name nothing that is known here, such as `from:zzz`. */
  readonly unknown: readonly FilterToken[];
  /** The ids that each filter names. */
  readonly meant: ReadonlyMap<FilterToken, readonly string[]>;
}

const lists = { kind: 'kinds', from: 'byIds', about: 'aboutIds', cycle: 'cycleIds' } as const;

/** What filters mean here. Several of one name widen each other; of two days the last one counts. Empty ones wait. */
export const resolve = (tokens: readonly FilterToken[], known: Known): Resolved => {
  const unknown: FilterToken[] = [];
  const meant = new Map<FilterToken, readonly string[]>();
  const found: { kinds?: string[]; byIds?: string[]; aboutIds?: string[]; cycleIds?: string[] } = {};
  const days: { after?: string; before?: string } = {};
  for (const token of tokens) {
    if (token.value === '') continue;
    if (token.name === 'after' || token.name === 'before') {
      const day = dayFrom(token.value);
      if (day === null) unknown.push(token);
      else days[token.name] = day;
      continue;
    }
    const matches = called(choicesOf(known, token.name) ?? [], token.value);
    const ids = matches.map((choice) => choice.id);
    if (ids.length === 0) unknown.push(token);
    meant.set(token, ids);
    const list = lists[token.name];
    found[list] = [...new Set([...(found[list] ?? []), ...ids])];
  }
  return { narrowing: { ...found, ...days }, unknown, meant };
};

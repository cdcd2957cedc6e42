import { useMemo } from 'react';
import { addDays } from '#shared/domain/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { usePeopleById, useQuery } from '#renderer/state/index.ts';
import { calendarDay, useTime } from '#renderer/ui/index.ts';
import { searchKinds } from '../kinds.ts';
import { completionsOf } from './complete.ts';
import type { Completion, CompletionWorld } from './complete.ts';
import { resolve } from './known.ts';
import type { Resolved } from './known.ts';
import { filterNames, readTyped } from './tokens.ts';
import type { FilterName, FilterToken } from './tokens.ts';

export interface Asked extends Resolved {
  readonly words: string;
  readonly tokens: readonly FilterToken[];
}

export interface Filters {
  /** What a typed text asks for. */
  readonly read: (text: string) => Asked;
  readonly complete: (text: string) => readonly Completion[];
  /** The word of a filter in the reader's language. */
  readonly wordOf: (name: FilterName) => string;
  /** How a kind is named in a filter. */
  readonly kindWord: (kind: (typeof searchKinds)[number]) => string;
}

const most = 4;

/** Filters as this reader can type them: kinds, people and cycles that are known here. */
export const useFilters = (): Filters => {
  const { t } = useText();
  const { now, zone } = useTime();
  const people = usePeopleById();
  const cycles = useQuery('cycles', {}).data?.cycles;
  const today = calendarDay(now, zone);
  return useMemo(() => {
    const wordOf = (name: FilterName): string => t(`search.filters.words.${name}`);
    const known = {
      kinds: searchKinds.map((kind) => ({
        id: kind,
        name: t(`search.kindWords.${kind}`),
        also: [kind, t(`search.kinds.${kind}`), t(`search.one.${kind}`)],
      })),
      people: [...people.values()].map(({ id, name, me }) => ({
        id,
        name,
        also: me ? [t('search.filters.me'), 'me'] : [],
      })),
      cycles: (cycles ?? []).map(({ id, title }) => ({ id, name: title, also: [] })),
    };
    const world: CompletionWorld = {
      known,
      words: new Map(filterNames.flatMap((name) => [[name, name] as const, [wordOf(name), name] as const])),
      wordOf,
      labelOf: (name) => t(`search.filters.does.${name}`),
      days: [
        { day: addDays(today, -7), label: t('search.filters.days.week') },
        { day: addDays(today, -30), label: t('search.filters.days.month') },
        { day: `${today.slice(0, 4)}-01-01`, label: t('search.filters.days.year') },
        ...(cycles ?? []).slice(0, most).flatMap(({ title, start, end }) => [
          { day: start, label: t('search.filters.days.begins', { cycle: title }) },
          { day: addDays(end, 1), label: t('search.filters.days.ends', { cycle: title }) },
        ]),
      ],
    };
    return {
      read: (text) => {
        const typed = readTyped(text, world.words);
        return { ...typed, ...resolve(typed.tokens, known) };
      },
      complete: (text) => completionsOf(text, world),
      wordOf,
      kindWord: (kind) => t(`search.kindWords.${kind}`),
    };
  }, [t, people, cycles, today]);
};

import { addDays } from '../time/day.ts';
import { daysOfWeek } from '../time/week.ts';
import type { Week } from '../time/week.ts';

/** Words of a check-in that a search within the journal looks through. */
export interface JournalWords {
  readonly week: Week;
  readonly answer: string;
  readonly skipReason: string;
  readonly lastPlans: readonly { readonly text: string }[];
  readonly plans: readonly { readonly text: string }[];
  readonly updates: readonly { readonly note: string }[];
  readonly blockers: readonly { readonly text: string }[];
  readonly comments: readonly { readonly text: string }[];
}

/** Whether every word that is looked for stands somewhere in the check-in; any, for no words. */
export const inJournal = (checkIn: JournalWords, find: string): boolean => {
  const words = find
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const { answer, skipReason, lastPlans, plans, updates, blockers, comments } = checkIn;
  const said = [answer, skipReason, ...updates.map(({ note }) => note)]
    .concat([...lastPlans, ...plans, ...blockers, ...comments].map(({ text }) => text))
    .join('\n')
    .toLocaleLowerCase();
  return words.every((word) => said.includes(word));
};

/** Weeks by the month that holds their Thursday, as an ISO year does: `2026-05`, in the order given. */
export const byMonth = <T extends { readonly week: Week }>(
  weeks: readonly T[],
): readonly { readonly month: string; readonly weeks: readonly T[] }[] =>
  [...Map.groupBy(weeks, ({ week }) => addDays(daysOfWeek(week).start, 3).slice(0, 7))].map(([month, those]) => ({
    month,
    weeks: those,
  }));

import { localAt } from './zone.ts';

/** A calendar day, YYYY-MM-DD, without a zone: sorts as text. */
export type Day = string;

const msPerDay = 86_400_000;

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / msPerDay;

/** Reverse of `dayNumber`. */
export const dayFromNumber = (number: number): Day => new Date(number * msPerDay).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);

/** How many days `to` lies after `from`. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** Every day of these stretches, both ends included. */
export const daysWithin = (stretches: readonly { readonly start: Day; readonly end: Day }[]): ReadonlySet<Day> =>
  new Set(
    stretches.flatMap(({ start, end }) =>
      Array.from({ length: Math.max(0, daysBetween(start, end) + 1) }, (_, nth) => addDays(start, nth)),
    ),
  );

/** Monday is 0. The epoch was a Thursday. */
export const weekday = (day: Day): number => (((dayNumber(day) + 3) % 7) + 7) % 7;

/** The calendar day of an instant (milliseconds since the epoch) in an IANA zone. */
export const dayOf = (at: number, timeZone: string): Day => dayFromNumber(localAt(at, timeZone).dayNumber);

/** The calendar quarter of a day, both ends included: what a new team's first cycle is. */
export const quarterOf = (day: Day): { readonly title: string; readonly start: Day; readonly end: Day } => {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const first = (of: number): Day => new Date(Date.UTC(year, of * 3, 1)).toISOString().slice(0, 10);
  return { title: `Q${quarter + 1} ${year}`, start: first(quarter), end: addDays(first(quarter + 1), -1) };
};

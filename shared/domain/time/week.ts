import { addDays, dayFromNumber, dayNumber, dayOf, weekday } from './day.ts';
import type { Day } from './day.ts';

/** An ISO 8601 week, such as 2026-W20: starts on Monday, belongs to the year that holds its Thursday. Sorts as text. */
export type Week = string;

/** The ISO week of a calendar day. */
export const weekOfDay = (day: Day): Week => {
  const thursday = addDays(day, 3 - weekday(day));
  const year = thursday.slice(0, 4);
  const number = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
};

/** The ISO week of an instant (milliseconds since the epoch) in an IANA zone. */
export const weekOf = (at: number, timeZone: string): Week => weekOfDay(dayOf(at, timeZone));

/** Monday of a week. 4 January always lies in week 1. */
const mondayOf = (week: Week): number => {
  const fourth = dayNumber(`${week.slice(0, 4)}-01-04`);
  return fourth - weekday(dayFromNumber(fourth)) + (Number(week.slice(6)) - 1) * 7;
};

/** First and last day of a week: a Monday and a Sunday. */
export const daysOfWeek = (week: Week): { readonly start: Day; readonly end: Day } => {
  const monday = mondayOf(week);
  return { start: dayFromNumber(monday), end: dayFromNumber(monday + 6) };
};

/** The week that lies `weeks` after (or, negative, before) another. */
export const addWeeks = (week: Week, weeks: number): Week => weekOfDay(dayFromNumber(mondayOf(week) + weeks * 7));

/** How many weeks later `to` is than `from`; negative for an earlier one. */
export const weeksBetween = (from: Week, to: Week): number => (mondayOf(to) - mondayOf(from)) / 7;

/** True for a week that the calendar has: W53 exists in long years only. */
export const isWeek = (week: string): boolean =>
  /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(week) && weekOfDay(dayFromNumber(mondayOf(week))) === week;

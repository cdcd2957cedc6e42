import { dayNumber } from './day.ts';
import { addWeeks, daysOfWeek, weekOf } from './week.ts';
import type { Week } from './week.ts';
import { workingSpans } from './working-hours.ts';
import type { Schedule } from './working-hours.ts';
import { instantOf } from './zone.ts';

/** First instant of a week and first instant after it, in a zone. */
export const weekSpan = (week: Week, timeZone: string): { readonly start: number; readonly end: number } => ({
  start: instantOf(dayNumber(daysOfWeek(week).start), 0, timeZone),
  end: instantOf(dayNumber(daysOfWeek(addWeeks(week, 1)).start), 0, timeZone),
});

/**
 * When a week's check-in is due: at the end of the person's last working hours that begin in that week, by their own
 * clock; at the end of the week for somebody who states none.
 */
export const checkInDueAt = (week: Week, schedule: Schedule): number => {
  const { start, end } = weekSpan(week, schedule.timeZone);
  return workingSpans(schedule, start, end).at(-1)?.end ?? end;
};

/** The week to check in for at an instant: the present one, by the person's own calendar. */
export const checkInWeek = (now: number, schedule: Schedule): { readonly week: Week; readonly dueAt: number } => {
  const week = weekOf(now, schedule.timeZone);
  return { week, dueAt: checkInDueAt(week, schedule) };
};

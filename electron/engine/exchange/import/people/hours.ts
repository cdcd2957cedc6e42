import { isHours } from '#shared/schema/index.ts';

/** Hours of seven days from Monday on; null is a day off. */
type Week = readonly (string | null)[];

/** Beginnings of the weekdays' names in English and in German; each name is told by one of them. */
const dayNames: readonly RegExp[] = [/^mo/i, /^(tu|di)/i, /^(we|mi)/i, /^(th|do)/i, /^fr/i, /^sa/i, /^(su|so)/i];
const off = /^(off|free|none|frei|-|–|—)$/i;

const clock = (text: string): string | undefined => {
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|uhr|h)?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, hour = '', minute = '00', half = ''] = match;
  const noon = /pm/i.test(half) && Number(hour) < 12 ? 12 : 0;
  const midnight = /am/i.test(half) && Number(hour) === 12 ? -12 : 0;
  return `${String(Number(hour) + noon + midnight).padStart(2, '0')}:${minute}`;
};

/** Stated hours of one day as a file writes them: "09:00-17:00", "9 – 17.30", "9am to 5pm"; null for a day off. */
export const readSpan = (text: string): string | null | undefined => {
  if (text.trim() === '' || off.test(text.trim())) return null;
  const [from, to, ...more] = text.split(/\s*(?:[-–—]|\bto\b|\bbis\b)\s*/i);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  const [start, end] = [clock(from), clock(to)];
  const span = `${start ?? ''}-${end ?? ''}`;
  return start !== undefined && end !== undefined && isHours(span) ? span : undefined;
};

const dayOf = (text: string): number => dayNames.findIndex((name) => name.test(text));

/** The days that "Mon", "Mon-Fri" or "Fri - Mon" name, 0 is Monday. */
const daysOf = (text: string): readonly number[] | undefined => {
  const ends = text.split(/\s*[-–—]\s*/).map(dayOf);
  const [first, last = first] = ends;
  if (first === undefined || last === undefined || ends.length > 2 || ends.includes(-1)) return undefined;
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, at) => (first + at) % 7);
};

const letters = /^([\p{L}.]+(?:\s*[-–—]\s*[\p{L}.]+)?)[\s:]+(.+)$/su;

/**
 * The week that one cell means, undefined for what is none: either hours for every day that is worked `now` ("9-17"), or
 * hours after the names of days ("Mon-Thu 9-17; Fri 9-13"), and then the days that are not named are free.
 */
export const readWeek = (text: string, now: Week): Week | undefined => {
  const same = readSpan(text);
  if (typeof same === 'string') return now.map((day) => (day === null ? null : same));
  const week = new Array<string | null>(7).fill(null);
  for (const part of text.split(/[;,/\n]/).filter((one) => one.trim() !== '')) {
    const [, names = '', hours = ''] = letters.exec(part.trim()) ?? [];
    const days = daysOf(names);
    const span = readSpan(hours);
    if (days === undefined || span === undefined) return undefined;
    for (const day of days) week[day] = span;
  }
  return week.some((day) => day !== null) ? week : undefined;
};

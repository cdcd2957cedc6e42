import { localeOf } from '#renderer/i18n/index.ts';
import type { Translate } from '#renderer/i18n/index.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How a window tells time: its catalogue, its language and the zone of the one who reads. */
export interface TimeReader {
  readonly t: Translate;
  readonly language: string;
  /** IANA zone. */
  readonly zone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are costly to make and few, so they are kept. An unknown zone falls back to UTC. */
const format = (language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language}|${zone}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: isZone(zone) ? zone : 'UTC' });
  formats.set(key, made);
  return made;
};

const asksForZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
};

const zones = new Map<string, boolean>();

/** Whether this browser knows the zone; people and imports may name any. It is asked once: every time shown needs to know. */
export const isZone = (zone: string): boolean => {
  const known = zones.get(zone) ?? asksForZone(zone);
  zones.set(zone, known);
  return known;
};

/** Calendar day of an instant in a zone, YYYY-MM-DD. */
export const calendarDay = (at: number, zone: string): string => {
  const parts = format('sv', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
};

/** Whole calendar days between two instants in a zone; positive when `later` is on a later day. */
export const daysBetween = (earlier: number, later: number, zone: string): number =>
  Math.round((Date.parse(calendarDay(later, zone)) - Date.parse(calendarDay(earlier, zone))) / dayMs);

/** "09:12" */
export const clock = (reader: TimeReader, at: number, zone: string = reader.zone): string =>
  format(reader.language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** "13 May", with the year when it is not this one. */
export const date = (reader: TimeReader, at: number): string => {
  const sameYear = calendarDay(at, reader.zone).slice(0, 4) === calendarDay(reader.now, reader.zone).slice(0, 4);
  return format(reader.language, reader.zone, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
};

/** "Wednesday 13 May" */
export const longDay = (reader: TimeReader, at: number, zone: string = reader.zone): string =>
  format(reader.language, zone, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** "13 May" for a calendar day without a zone (YYYY-MM-DD). */
export const calendarDate = (reader: TimeReader, day: string): string => {
  const utc = { ...reader, zone: 'UTC' };
  return date(utc, noon(day));
};

/** "13 Oct" for a calendar day, where little room is. */
export const shortDate = (reader: TimeReader, day: string): string =>
  format(reader.language, 'UTC', { day: 'numeric', month: 'short' }).format(noon(day));

/** "23 – 29 November", "30 November – 6 December" for calendar days, both included. */
export const dateRange = (reader: TimeReader, start: string, end: string): string =>
  format(reader.language, 'UTC', { day: 'numeric', month: 'long' }).formatRange(noon(start), noon(end));

const weekday = (reader: TimeReader, at: number, width: 'long' | 'short'): string =>
  format(reader.language, reader.zone, { weekday: width }).format(at);

/** "today 12:40", "yesterday 17:20", "Sunday 17:20", "28 April 17:20": beside what people wrote. */
export const when = (reader: TimeReader, at: number): string => {
  const days = daysBetween(at, reader.now, reader.zone);
  const time = clock(reader, at);
  if (days === 0) return reader.t('ui.time.todayAt', { time });
  if (days === 1) return reader.t('ui.time.yesterdayAt', { time });
  const day = days > 1 && days < 7 ? weekday(reader, at, 'long') : date(reader, at);
  return reader.t('ui.time.dayAt', { day, time });
};

/** "06:41" today, "Tue" within a week, "28 April" before: the end column of lists. */
export const shortWhen = (reader: TimeReader, at: number): string => {
  const days = daysBetween(at, reader.now, reader.zone);
  if (days === 0) return clock(reader, at);
  return days > 0 && days < 7 ? weekday(reader, at, 'short') : date(reader, at);
};

/** "Wed" within a week, "21 Nov" before: the day of a time that has little room. */
export const shortDay = (reader: TimeReader, at: number): string =>
  Math.abs(daysBetween(at, reader.now, reader.zone)) < 7
    ? weekday(reader, at, 'short')
    : shortDate(reader, calendarDay(at, reader.zone));

/** "22 min ago", "2 h ago", "yesterday", "3 days ago": how long something has been so. */
export const ago = (reader: TimeReader, at: number): string => {
  const past = reader.now - at;
  if (past < minuteMs) return reader.t('ui.time.now');
  if (past < hourMs) return reader.t('ui.time.minutesAgo', { count: Math.floor(past / minuteMs) });
  const days = daysBetween(at, reader.now, reader.zone);
  if (days === 0 || past < 12 * hourMs) return reader.t('ui.time.hoursAgo', { count: Math.floor(past / hourMs) });
  return days === 1 ? reader.t('ui.time.yesterday') : reader.t('ui.time.daysAgo', { count: days });
};

/** "today", "yesterday", "Sunday", "28 April": for the middle of a sentence, as in "since yesterday". */
export const dayName = (reader: TimeReader, at: number): string => {
  const days = daysBetween(at, reader.now, reader.zone);
  if (days === 0) return reader.t('ui.time.today');
  if (days === -1) return reader.t('ui.time.tomorrow');
  if (days === 1) return reader.t('ui.time.yesterday');
  return Math.abs(days) < 7 ? weekday(reader, at, 'long') : date(reader, at);
};

/** Words that could begin a line, for the middle of one: "On track" there is "on track". */
export const inSentence = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);

/** For words that begin a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** "1 h 58 m", "5 h", "48 m"; minutes round up so that nothing says "0 m" while time is left. */
export const duration = (reader: Pick<TimeReader, 't'>, ms: number): string => {
  const total = Math.max(0, Math.ceil(ms / minuteMs));
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return reader.t('ui.time.duration.minutes', { minutes });
  return minutes === 0
    ? reader.t('ui.time.duration.hours', { hours })
    : reader.t('ui.time.duration.hoursMinutes', { hours, minutes });
};

/** How a moment ahead is said: by its day and time where it is more than half a day off, else by how long it still is. */
export type Ahead = { readonly day: string } | { readonly duration: string };

const nearMs = 12 * 3_600_000;

export const ahead = (reader: TimeReader, at: number): Ahead =>
  at - reader.now > nearMs
    ? { day: `${dayName(reader, at)} ${clock(reader, at)}` }
    : { duration: duration(reader, at - reader.now) };

/** ISO 8601 week number of an instant's calendar day in a zone. */
export const isoWeekNumber = (at: number, zone: string): number => {
  const day = new Date(Date.parse(calendarDay(at, zone)));
  const thursday = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const yearStart = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.ceil(((thursday - yearStart) / dayMs + 1) / 7);
};

/** "Week 20" of an ISO week such as 2026-W20. */
export const isoWeekWords = (week: string, t: Translate): string =>
  capital(t('ui.time.week', { week: Number(week.slice(6)) }));

/** "Wednesday 13 May, week 20" */
export const dayAndWeek = (reader: TimeReader): string =>
  reader.t('ui.time.dayAndWeek', {
    day: longDay(reader, reader.now),
    week: reader.t('ui.time.week', { week: isoWeekNumber(reader.now, reader.zone) }),
  });

import { addDays } from '#shared/domain/index.ts';
import type { ExportData } from './collect.ts';
import type { ExportFile, Names } from './files.ts';
import { leavesOf, tasksOf } from './work-files.ts';

interface Event {
  readonly id: string;
  /** First and last day, both included. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly busy: boolean;
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

const encoder = new TextEncoder();

/** Lines of at most 75 bytes, continued with a space, never inside a character (RFC 5545, 3.1). */
const folded = (line: string): string => {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (bytes + size > 75) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += char;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
};

const compact = (day: string): string => day.replaceAll('-', '');

const eventLines = ({ id, start, end, title, busy }: Event, stamp: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${id}@meridian`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${compact(start)}`,
  // The end of a day-long event is the first day after it.
  `DTEND;VALUE=DATE:${compact(addDays(end, 1))}`,
  `SUMMARY:${escaped(title)}`,
  `TRANSP:${busy ? 'OPAQUE' : 'TRANSPARENT'}`,
  'END:VEVENT',
];

/** Deadlines of what is open, ends of cycles, and days off, as a calendar that other programs read (RFC 5545). */
export const calendarFile = (data: ExportData, names: Names, now: number): ExportFile => {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const mine = (personId: string | null): boolean => personId !== null && personId === data.me?.id;
  const events: Event[] = [
    ...tasksOf(data).flatMap(({ id, value }): Event[] => {
      if (value.due === null || value.state !== 'open') return [];
      const who = value.ownerId === null || mine(value.ownerId) ? '' : ` (${names(value.ownerId)})`;
      return [{ id, start: value.due, end: value.due, title: `Due: ${value.title}${who}`, busy: false }];
    }),
    ...data.cycles.map(({ cycle }): Event => ({
      id: cycle.id,
      start: cycle.end,
      end: cycle.end,
      title: `${cycle.title} ends`,
      busy: false,
    })),
    ...leavesOf(data).map(({ id, value }): Event => ({
      id,
      start: value.start,
      end: value.end < value.start ? value.start : value.end,
      title: `${names(value.personId)}: ${value.note === '' ? value.reason : value.note}`,
      busy: mine(value.personId),
    })),
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Meridian//Export 1//EN',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return { path: 'calendar.ics', text: lines.map((line) => `${folded(line)}\r\n`).join('') };
};

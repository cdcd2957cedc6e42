import { addDays, dayOf, weekday } from '#shared/domain/index.ts';
import type { ExportData } from './collect.ts';
import type { ExportFile, Names } from './files.ts';
import { agendaOf, leavesOf, tasksOf } from './work-files.ts';

interface Event {
  readonly id: string;
  /** First and last day, both included. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly busy: boolean;
  /** How it comes back (RFC 5545, 3.3.10). */
  readonly repeats?: string;
}

/** As TEXT is written (RFC 5545, 3.3.11); other control characters have no place in a calendar. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

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

const eventLines = ({ id, start, end, title, busy, repeats }: Event, stamp: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${id}@meridian`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${compact(start)}`,
  // The end of a day-long event is the first day after it.
  `DTEND;VALUE=DATE:${compact(addDays(end, 1))}`,
  ...(repeats === undefined ? [] : [`RRULE:${repeats}`]),
  `SUMMARY:${escaped(title)}`,
  `TRANSP:${busy ? 'OPAQUE' : 'TRANSPARENT'}`,
  'END:VEVENT',
];

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** My check-in, every week on the last day that I work, as the app asks for it. */
const checkInEvent = ({ me }: ExportData, now: number): readonly Event[] => {
  if (me === null) return [];
  const last = me.workingHours.findLastIndex((hours) => hours !== null);
  const weekdayName = weekdays[last];
  const hours = me.workingHours[last];
  if (weekdayName === undefined || hours === null || hours === undefined) return [];
  const today = dayOf(now, me.timeZone);
  const day = addDays(today, last - weekday(today));
  const until = hours.split('-')[1] ?? '';
  const title = until === '' ? 'Check-in' : `Check-in, by ${until}`;
  return [
    {
      id: `check-in-${me.id}`,
      start: day,
      end: day,
      title,
      busy: false,
      repeats: `FREQ=WEEKLY;BYDAY=${weekdayName}`,
    },
  ];
};

/**
 * Deadlines of what is open, the weekly check-in, ends of cycles, and days off, as a calendar that other programs read
 * (RFC 5545). Everything lasts whole days, which need no time zone; ids stay the same, so that importing it again
 * changes nothing.
 */
export const calendarFile = (data: ExportData, names: Names, now: number): ExportFile => {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const mine = (personId: string | null): boolean => personId !== null && personId === data.me?.id;
  const whose = (personId: string | null): string =>
    personId === null || mine(personId) ? '' : ` (${names(personId)})`;
  const events: Event[] = [
    ...tasksOf(data).flatMap(({ id, value }): Event[] => {
      if (value.due === null || value.state !== 'open') return [];
      return [
        { id, start: value.due, end: value.due, title: `Due: ${value.title}${whose(value.ownerId)}`, busy: false },
      ];
    }),
    ...data.cycles
      .flatMap(({ objectives }) => objectives)
      .flatMap(({ id, title, due, state, ownerId }): Event[] =>
        due === null || state === 'closed'
          ? []
          : [{ id, start: due, end: due, title: `Due: ${title}${whose(ownerId)}`, busy: false }],
      ),
    ...agendaOf(data).flatMap(({ id, value }): Event[] =>
      value.due === null || value.doneAt !== null
        ? []
        : [{ id, start: value.due, end: value.due, title: `Due: ${value.text}${whose(value.ownerId)}`, busy: false }],
    ),
    ...checkInEvent(data, now),
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
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return { path: 'calendar.ics', text: lines.map((line) => `${folded(line)}\r\n`).join('') };
};

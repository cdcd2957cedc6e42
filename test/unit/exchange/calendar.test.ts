import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFiles } from '#engine/exchange/index.ts';
import type { ExportData, ExportedRecord } from '#engine/exchange/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';
import { now } from './plans.ts';
import { dataOf, person } from './views.ts';

const ana = 'a'.repeat(43);
const ben = 'b'.repeat(43);

const record = (kind: string, id: string, value: RecordValue): ExportedRecord => ({
  id,
  kind,
  schema: 1,
  spaceId: 's'.repeat(43),
  createdById: ana,
  createdAt: now,
  updatedAt: now,
  value,
});
const calendar = (more: Partial<ExportData>, at = now): string =>
  exportFiles(
    dataOf([], { me: person(ana, 'Ana', { me: true }), people: [person(ana, 'Ana'), person(ben, 'Ben')], ...more }),
    at,
  ).find((file) => file.path === 'calendar.ics')?.text ?? '';

type Properties = ReadonlyMap<string, string>;

/** Reads a calendar as RFC 5545 says (3.1 and 3.4), and refuses what it does not allow. */
const parse = (text: string): readonly Properties[] => {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  expect(lines.at(0)).toBe('BEGIN:VCALENDAR');
  expect(lines.at(-1)).toBe('END:VCALENDAR');
  const events: Map<string, string>[] = [];
  let event: Map<string, string> | undefined;
  for (const line of lines.slice(1, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[A-Z]+=[A-Z]+)*:(.*)$/u.exec(line) ?? [];
    expect([line, name]).not.toEqual([line, '']);
    if (line === 'BEGIN:VEVENT') event = new Map();
    else if (line === 'END:VEVENT' && event !== undefined) {
      events.push(event);
      event = undefined;
    } else if (event !== undefined) {
      expect([name, event.has(name)]).toEqual([name, false]);
      event.set(name, value);
    }
  }
  expect(event).toBeUndefined();
  for (const each of events) {
    expect([...each.keys()]).toEqual(expect.arrayContaining(['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY']));
    expect(each.get('DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/);
    expect((each.get('DTEND') ?? '') > (each.get('DTSTART') ?? '')).toBe(true);
  }
  expect(new Set(events.map((each) => each.get('UID'))).size).toBe(events.length);
  return events;
};
const summaries = (events: readonly Properties[]) => events.map((event) => event.get('SUMMARY'));

test('a calendar holds deadlines, actions of 1:1s, the weekly check-in, ends of cycles and leave', () => {
  const events = parse(
    calendar({
      records: [
        record('task', 't', { title: 'Guide', ownerId: ben, due: '2026-05-20' }),
        record('agenda-item', 'g', { text: 'Ask the bank', form: 'action', ownerId: ana, due: '2026-05-22' }),
        record('agenda-item', 'h', {
          text: 'Done already',
          form: 'action',
          ownerId: ana,
          due: '2026-05-22',
          doneAt: now,
        }),
        record('leave', 'l', { personId: ben, start: '2026-05-25', end: '2026-05-26' }),
      ],
    }),
  );
  expect(summaries(events)).toEqual([
    'Due: Guide (Ben)',
    'Due: Ask the bank',
    'Check-in\\, by 17:00',
    '2019 Q2 ends',
    'Ben: leave',
  ]);
  // 12 May 2026 is a Tuesday; Friday is the last day that Ana works.
  expect(events[2]).toEqual(
    new Map([...(events[2] ?? []), ['RRULE', 'FREQ=WEEKLY;BYDAY=FR'], ['DTSTART', '20260515'], ['DTEND', '20260516']]),
  );
});

test('somebody who works on Sundays checks in on theirs, and who states no hours has no check-in in the calendar', () => {
  const hours = (workingHours: readonly (string | null)[]) =>
    parse(calendar({ me: person(ana, 'Ana', { workingHours: [...workingHours] }) })).find((event) =>
      event.has('RRULE'),
    );
  expect(hours(['09:00-12:00', null, null, null, null, null, '10:00-14:00'])?.get('RRULE')).toBe(
    'FREQ=WEEKLY;BYDAY=SU',
  );
  expect(hours([null, null, null, null, null, null, null])).toBeUndefined();
});

test('exporting again gives the same events, so that importing the file again changes nothing', () => {
  const records = [record('task', 't', { title: 'Guide', due: '2026-05-20' })];
  const withoutStamp = (at: number) =>
    parse(calendar({ records }, at)).map((event) => [...event].filter(([name]) => name !== 'DTSTAMP'));
  expect(withoutStamp(now)).toEqual(withoutStamp(now + 3_600_000));
});

test('whatever people write, the calendar can be read and gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }), (text) => {
      const [event] = parse(calendar({ me: null, records: [record('task', 't', { title: text, due: '2026-05-20' })] }));
      const title = text.toWellFormed();
      if (event?.get('UID') !== 't@meridian') return;
      const read = (event.get('SUMMARY') ?? '').replace(/\\([\\;,n])/g, (_, char: string) =>
        char === 'n' ? '\n' : char,
      );
      expect(read).toBe(`Due: ${title.replace(/\r\n|\r/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ')}`);
    }),
  );
});

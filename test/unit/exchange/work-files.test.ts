import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportFiles } from '#engine/exchange/index.ts';
import type { ExportedRecord } from '#engine/exchange/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';
import { now } from './plans.ts';
import { dataOf, person } from './views.ts';

const ana = 'a'.repeat(43);
const record = (kind: string, nth: number, value: RecordValue): ExportedRecord => ({
  id: `${kind}${nth}`.padEnd(43, 'x'),
  kind,
  schema: 1,
  spaceId: 's'.repeat(43),
  createdById: ana,
  createdAt: now,
  updatedAt: now,
  value,
});
const files = (records: readonly ExportedRecord[]) =>
  new Map(
    exportFiles(dataOf([], { people: [person(ana, 'Ana Silva')], records }), now).map((file) => [file.path, file.text]),
  );

describe('an export of work', () => {
  test('holds every task as a line to read and a row to calculate with, under its week', () => {
    const all = files([
      record('task', 1, {
        title: 'Write the *guide*',
        ownerId: ana,
        due: '2026-05-20',
        planned: {
          ['w1'.padEnd(22, '0')]: { week: '2026-W20', outcome: 'carried' },
          ['w2'.padEnd(22, '0')]: { week: '2026-W21', outcome: 'open' },
        },
      }),
      record('task', 2, { title: 'First release', milestone: true, state: 'done', doneAt: now }),
    ]);
    const text = all.get('work.md') ?? '';
    expect(text).toContain('## 2026-W21\n\n- [ ] Write the \\*guide\\* (Ana Silva, due 2026-05-20)');
    expect(text).toContain('## Milestones\n\n- [x] First release');
    expect(
      all
        .get('csv/tasks.csv')
        ?.split('\r\n')
        .filter((line) => line !== ''),
    ).toHaveLength(3);
  });

  test('leaves cancelled days off out of tables and calendar', () => {
    const leave = { personId: ana, start: '2026-05-18', end: '2026-05-20' };
    const all = files([record('leave', 1, leave), record('leave', 2, { ...leave, cancelled: true })]);
    expect(all.get('csv/days-off.csv')?.match(/2026-05-18/g)).toHaveLength(1);
    expect(all.get('calendar.ics')).toContain('DTSTART;VALUE=DATE:20260518\r\nDTEND;VALUE=DATE:20260521\r\n');
  });

  test('makes a calendar whose lines are short, whole characters, and give the titles back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (title) => {
        const text = files([record('task', 1, { title, ownerId: ana, due: '2026-05-20' })]).get('calendar.ics') ?? '';
        const lines = text.split('\r\n');
        for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const whole = text.replace(/\r\n /g, '').split('\r\n');
        if (title.trim() === '') return;
        const said = whole.find((line) => line.startsWith('SUMMARY:Due'))?.slice('SUMMARY:'.length) ?? '';
        const read = said.replace(/\\([\\;,n])/g, (_, char: string) => (char === 'n' ? '\n' : char));
        expect(read).toBe(`Due: ${title.replace(/\r\n|\r/g, '\n')} (Ana Silva)`);
      }),
    );
  });
});

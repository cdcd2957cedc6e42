import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quarterOf } from '../../../build/scripts/demo/calendar.ts';
import { createNarrator } from '../../../build/scripts/demo/narrator.ts';

const at = Date.UTC(2026, 10, 22, 18, 30);
const amelia = { name: 'Amelia', city: 'Toronto', timeZone: 'America/Toronto' };
const bilal = { name: 'Bilal', city: 'Karachi', timeZone: 'Asia/Karachi' };

const tellBoth = (json: boolean): string[] => {
  const lines: string[] = [];
  const narrator = createNarrator({ print: (line) => lines.push(line), now: () => at, json });
  narrator.heading('Both offline');
  narrator.tell(amelia, 'writes.');
  narrator.tell(bilal, 'writes too.');
  narrator.note('The end.');
  return lines;
};

describe('the demo', () => {
  it('tells every step with the time it is where that happens', () => {
    const told = tellBoth(false).join('\n');
    expect(told).toMatch(/Toronto Sun,? 13:30 +Amelia +writes\./);
    expect(told).toMatch(/Karachi Sun,? 23:30 +Bilal +writes too\./);
  });

  it('tells a script one event a line', () => {
    expect(tellBoth(true).map((line) => JSON.parse(line) as unknown)).toEqual([
      { at: '2026-11-22T18:30:00.000Z', who: 'Amelia', what: 'writes.' },
      { at: '2026-11-22T18:30:00.000Z', who: 'Bilal', what: 'writes too.' },
      { at: '2026-11-22T18:30:00.000Z', who: '', what: 'The end.' },
    ]);
  });

  it('works in the quarter that today lies in, whatever day that is', () => {
    expect(quarterOf(at)).toEqual({ title: '2026 Q4', start: '2026-10-01', end: '2026-12-31' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const { start, end, title } = quarterOf(date.getTime());
          const today = date.toISOString().slice(0, 10);
          expect(start <= today && today <= end).toBe(true);
          expect(title.slice(0, 4)).toBe(start.slice(0, 4));
          const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
          expect(days).toBeGreaterThanOrEqual(90);
          expect(days).toBeLessThanOrEqual(92);
        },
      ),
    );
  });
});

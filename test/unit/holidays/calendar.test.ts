import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHolidayCalendar, loadHolidayLibrary, type HolidayLibrary } from '#engine/holidays/index.ts';

const open = (load: () => Promise<HolidayLibrary> = loadHolidayLibrary) => {
  const heard = { loads: 0, changes: 0, failures: 0 };
  const calendar = createHolidayCalendar({
    load: () => {
      heard.loads += 1;
      return load();
    },
    breathe: () => Promise.resolve(),
    changed: () => void (heard.changes += 1),
    failed: () => void (heard.failures += 1),
  });
  return { calendar, heard };
};

test('nothing is read until somebody says whose holidays are theirs', async () => {
  const { calendar, heard } = open();
  expect(calendar.of('', 2026)).toEqual([]);
  expect(calendar.of('portugal', 2026)).toEqual([]);
  await calendar.settled();
  expect(heard).toEqual({ loads: 0, changes: 0, failures: 0 });
});

test('holidays are known once they were asked for, in every country with its own, and told once', async () => {
  const { calendar, heard } = open();
  expect(calendar.of('PT', 2026)).toEqual([]);
  expect(calendar.of('DE-BY', 2026)).toEqual([]);
  expect(calendar.of('DE', 2026)).toEqual([]);
  await calendar.settled();
  expect(heard).toMatchObject({ loads: 1, changes: 1 });
  const days = (code: string): readonly string[] => calendar.of(code, 2026).map((one) => one.start);
  expect(days('PT')).toContain('2026-06-10');
  expect(days('DE')).toContain('2026-10-03');
  expect(days('DE')).not.toContain('2026-01-06');
  expect(days('DE-BY')).toContain('2026-01-06');
  expect(calendar.places('DE')?.regions).toContainEqual({ code: 'DE-BY', name: 'Bayern' });
});

test('a feast of several days is one holiday, and an afternoon before a feast is none', async () => {
  const { calendar } = open();
  calendar.of('PK', 2026);
  calendar.of('DE', 2026);
  await calendar.settled();
  expect(calendar.of('PK', 2026)).toContainEqual(expect.objectContaining({ start: '2026-03-20', end: '2026-03-22' }));
  expect(calendar.of('DE', 2026).map((one) => one.start)).not.toContain('2026-12-24');
});

test('a calendar that cannot be read leaves people without holidays, and is not tried at every look', async () => {
  const { calendar, heard } = open(() => Promise.reject(new Error('gone')));
  calendar.of('PT', 2026);
  await calendar.settled();
  expect(calendar.of('PT', 2026)).toEqual([]);
  expect(calendar.places(null)).toBeNull();
  await calendar.settled();
  expect(heard).toEqual({ loads: 1, changes: 0, failures: 1 });
});

test('whatever code and year a profile holds, asking is answered and each holiday ends no sooner than it starts', async () => {
  const code = fc.oneof(fc.string({ maxLength: 16 }), fc.constantFrom('PT', 'PK', 'XX', 'ZZ-AA', 'US-CA', 'BR-SP'));
  await fc.assert(
    fc.asyncProperty(code, fc.integer({ min: 1990, max: 2090 }), async (place, year) => {
      const { calendar } = open();
      calendar.of(place, year);
      await calendar.settled();
      for (const { start, end } of calendar.of(place, year)) expect(end >= start).toBe(true);
    }),
    { numRuns: 30 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportingLines } from '#shared/domain/index.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const manager = fc.option(fc.constantFrom(...ids, 'somebody who left'), { nil: null });
const team = fc
  .tuple(fc.shuffledSubarray(ids), fc.array(manager, { minLength: ids.length, maxLength: ids.length }))
  .map(([some, managers]) => some.map((id, nth) => ({ id, managerId: managers[nth] ?? null })));

test('everybody stands in the reporting lines exactly once, whoever manages whom in circles', () => {
  fc.assert(
    fc.property(team, (people) => {
      const lines = reportingLines(people);
      expect(lines.map((line) => line.person.id).sort()).toEqual(people.map((person) => person.id).sort());
    }),
  );
});

test('who stands deeper stands right under their manager', () => {
  fc.assert(
    fc.property(team, (people) => {
      const lines = reportingLines(people);
      lines.forEach((line, nth) => {
        if (line.depth === 0) return;
        const above = lines.slice(0, nth).findLast((one) => one.depth === line.depth - 1);
        expect(above?.person.id).toBe(line.person.managerId);
      });
    }),
  );
});

test('a circle begins with its first in the order given', () => {
  const circle = [
    { id: 'b', managerId: 'a' },
    { id: 'a', managerId: 'b' },
    { id: 'c', managerId: 'a' },
  ];
  expect(reportingLines(circle).map(({ person, depth }) => [person.id, depth])).toEqual([
    ['b', 0],
    ['a', 1],
    ['c', 2],
  ]);
});

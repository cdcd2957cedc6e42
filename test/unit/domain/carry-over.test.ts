import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  asksBeforeCarrying,
  feedbackReaders,
  plansOf,
  prefillLastPlans,
  prefillPlans,
  unchangedWeek,
} from '#shared/domain/index.ts';
import { kinds } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { itemId } from './team.ts';

const plan = fc.record({
  text: fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
  outcome: fc.constantFrom('open', 'done', 'carried', 'dropped'),
  carried: fc.integer({ min: 0, max: 5 }),
  keyResultId: fc.constantFrom(null, itemId(250)),
  order: fc.integer({ min: 0, max: 9 }),
});
const week = fc
  .array(plan, { maxLength: 8 })
  .map((plans) =>
    expectOk(kinds['check-in'].parse({ plans: Object.fromEntries(plans.map((each, n) => [itemId(n), each])) })),
  );

test('last week’s plans come back in their order, open', () => {
  fc.assert(
    fc.property(week, (previous) => {
      const last = prefillLastPlans(previous);
      expect(last.map(({ id }) => id)).toEqual(plansOf(previous).map(({ id }) => id));
      expect(last.every(({ outcome }) => outcome === 'open')).toBe(true);
      const orders = last.map(({ id }) => previous.plans[id]?.order ?? NaN);
      expect(orders).toEqual([...orders].sort((a, b) => a - b));
    }),
  );
  expect(prefillLastPlans(null)).toEqual([]);
});

test('what was neither done nor dropped goes on, carried over once more, under its id', () => {
  fc.assert(
    fc.property(week, (previous) => {
      const before = plansOf(previous);
      const next = prefillPlans(before);
      const expected = before.filter(({ outcome }) => outcome === 'open' || outcome === 'carried');
      expect(next).toEqual(expected.map((each) => ({ ...each, outcome: 'open', carried: each.carried + 1 })));
    }),
  );
});

test('the third carry-over asks', () => {
  expect([0, 1, 2, 3].map((carried) => asksBeforeCarrying({ carried }))).toEqual([false, false, true, true]);
});

test('"nothing changed" carries every plan', () => {
  fc.assert(
    fc.property(week, (previous) => {
      const { lastPlans, plans } = unchangedWeek(previous);
      expect(lastPlans.every(({ outcome }) => outcome === 'carried')).toBe(true);
      expect(plans.map(({ id }) => id)).toEqual(lastPlans.map(({ id }) => id));
    }),
  );
});

const person = fc.constantFrom('a', 'b', 'c', 'd');
const visibility = fc.constantFrom('recipient', 'recipient-and-manager', 'manager', 'everyone');

test('feedback reaches exactly those whom its visibility names, or says why it cannot', () => {
  fc.assert(
    fc.property(visibility, person, person, fc.option(person), (chosen, authorId, aboutId, managerId) => {
      const result = feedbackReaders({ visibility: chosen, authorId, aboutId, managerId });
      const viaManager = chosen === 'manager' || chosen === 'recipient-and-manager';
      const possible = authorId !== aboutId && !(viaManager && [null, authorId, aboutId].includes(managerId));
      expect(result.ok).toBe(possible);
      if (!result.ok) expect(result.error.sentence).toMatch(/\.$/);
      else if (result.value.space === 'team') expect(chosen).toBe('everyone');
      else {
        const readers = [
          authorId,
          ...(chosen === 'manager' ? [] : [aboutId]),
          ...(viaManager ? [managerId ?? ''] : []),
        ];
        expect(result.value.readers).toEqual(readers.sort());
      }
    }),
  );
});

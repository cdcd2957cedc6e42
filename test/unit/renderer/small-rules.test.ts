import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NeedsMe } from '#shared/protocol/index.ts';
import { isolate } from '#renderer/i18n/index.ts';
import { inOrder } from '#renderer/features/today/needs.tsx';
import { bestOverlap } from '#renderer/features/people/clock/overlap.ts';
import { groupPlaces } from '#renderer/features/people/clock/group-places.ts';
import { dayOf } from '#renderer/ui/time/hours.ts';
import { createToasts } from '#renderer/ui/message/toasts.ts';
import { initials, tintOf } from '#renderer/ui/people/initials.ts';
import { fakeNow, fakePeople } from '../../support/fake/people.ts';
import { fakeNeeds } from '../../support/fake/today.ts';

describe('the overlap of stated hours', () => {
  const day = dayOf(fakeNow, 'Asia/Karachi');
  const places = groupPlaces(fakePeople, day);
  it('groups people by place, from east to west', () => {
    expect(places.map((place) => place.name)).toEqual([
      'Auckland',
      'Tokyo',
      'Karachi',
      'Nairobi',
      'Lisbon',
      'São Paulo',
      'Toronto',
    ]);
  });
  it('finds the hours in which most places meet', () => {
    const best = bestOverlap(places, day);
    expect(best.count).toBe(4);
    expect(best.ranges.map((span) => [(span.from - day.from) / 3_600_000, (span.to - day.from) / 3_600_000])).toEqual([
      [13, 15],
      [18, 19],
    ]);
  });
  it('finds nothing where nobody states hours', () => {
    expect(bestOverlap([], day)).toEqual({ count: 0, ranges: [] });
  });
});

describe('what needs me', () => {
  it('comes in the order in which time runs out, and last what has no deadline', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...fakeNeeds], { minLength: fakeNeeds.length }), (shuffled) => {
        const left = inOrder(shuffled).map((need: NeedsMe) => need.norm?.leftMs ?? Infinity);
        expect(left).toEqual(left.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('toasts', () => {
  it('offer the newest undo first, each once', () => {
    const toasts = createToasts();
    const undone: string[] = [];
    toasts.show({ sentence: 'Dropped 1 plan', undo: () => undone.push('first') });
    toasts.show({ sentence: 'Dropped 2 plans', undo: () => undone.push('second') });
    toasts.show({ sentence: 'Saved on this device' });
    expect([toasts.undoLast(), toasts.undoLast(), toasts.undoLast()]).toEqual([true, true, false]);
    expect(undone).toEqual(['second', 'first']);
  });
  it('say the same sentence once', () => {
    const toasts = createToasts();
    toasts.show({ sentence: 'Saved on this device' });
    toasts.show({ sentence: 'Saved on this device' });
    expect(toasts.store.getState()).toHaveLength(1);
  });
});

describe('avatars', () => {
  it('show two letters of any name', () => {
    expect(initials('Samira Qureshi')).toBe('SQ');
    expect(initials('Madonna')).toBe('MA');
    expect(initials('  ')).toBe('?');
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(initials(name).length).toBeGreaterThan(0);
      }),
    );
  });
  it('keep their ground on every device', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(tintOf(id)).toBeGreaterThanOrEqual(1);
        expect(tintOf(id)).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('a value in the middle of a sentence', () => {
  const apart = (value: string): string => `\u2068${value}\u2069`;
  it.each(['63%', '99.92%', '-5', '+2 %', 'Publish latency, p95'])(
    '%s is set apart where it runs to the left',
    (value) => {
      expect(isolate(value, 'ur')).toBe(apart(value));
    },
  );
  it.each(['63', '2,012', 'نومبر 23'])('%s stands as it is there', (value) => {
    expect(isolate(value, 'ur')).toBe(value);
  });
  it('stands as it is where sentences run to the right, unless its letters do not', () => {
    expect([isolate('63%', 'de'), isolate('نومبر', 'de')]).toEqual(['63%', apart('نومبر')]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '#shared/protocol/index.ts';
import { sayAmount, sayPercent } from '#renderer/i18n/amounts.ts';
import { cycleFault, nextCycle } from '#renderer/features/goals/cycle/next-cycle.ts';
import { draftOf, objectiveChanges } from '#renderer/features/goals/editing/objective-changes.ts';
import {
  emptyKeyResult,
  faultsOf,
  keyResultInput,
  keyResultTypes,
  withType,
} from '#renderer/features/goals/form/key-result-draft.ts';
import type { KeyResultDraft } from '#renderer/features/goals/form/key-result-draft.ts';
import { goalStanding } from '#renderer/features/goals/standing.ts';
import { isComplete, previewCycle, proposeTarget } from '#renderer/features/import/target.ts';
import { formOfSides, readOther } from '#renderer/ui/conflict/free-form.ts';
import { fakeObjectives } from '#test/support/fake/goals.ts';
import { fakeId } from '#test/support/fake/people.ts';

const words = { done: 'done', notDone: 'not done' };
const first = fakeObjectives[1];
if (first === undefined) throw new Error('The invented goals are missing.');

describe('amounts', () => {
  it('are said with their unit, each in its place', () => {
    const say = (value: number, type: KeyResultDraft['type'], unit: string) =>
      sayAmount(value, { type, unit }, 'en', words);
    expect(say(372, 'number', 'ms')).toBe('372 ms');
    expect(say(63, 'percent', '')).toBe('63%');
    expect(say(14_200, 'number', '')).toBe('14,200');
    expect(say(1200, 'currency', 'EUR')).toBe('EUR 1,200');
    expect(say(1, 'boolean', '')).toBe('done');
    expect(sayAmount(63.5, { type: 'percent', unit: '' }, 'de', words)).toBe('63,5\u00a0%');
    expect(sayAmount(99.94, { type: 'threshold', unit: '%' }, 'de', words)).toBe('99,94\u00a0%');
  });
  it('never round up to a hundred percent that is not reached', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999999, noNaN: true }), (share) => {
        expect(sayPercent(share, 'en')).not.toBe('100%');
      }),
    );
    expect(sayPercent(1, 'en')).toBe('100%');
    expect(sayPercent(0.462, 'de')).toBe('46\u00a0%');
  });
});

describe('a new key result', () => {
  const draft = fc.record({
    key: fc.constant('0'),
    title: fc.string(),
    type: fc.constantFrom(...keyResultTypes),
    unit: fc.string({ maxLength: 24 }),
    start: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
    target: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
    direction: fc.constantFrom('at-least' as const, 'at-most' as const),
    weight: fc.option(fc.double({ min: 0, max: 1000, noNaN: true })),
    ownerId: fc.constant(null),
  });
  it('without faults is one that the engine takes', () => {
    fc.assert(
      fc.property(draft, (typed) => {
        fc.pre(faultsOf(typed).length === 0);
        const parsed = commands['keyResult.add'].params.safeParse({
          objectiveId: fakeId('objective'),
          base: [],
          keyResult: keyResultInput(typed),
        });
        expect(parsed.success).toBe(true);
      }),
    );
  });
  it('says what is missing, and that start and target differ', () => {
    expect(faultsOf(emptyKeyResult('0'))).toEqual(['title', 'target']);
    expect(faultsOf({ ...emptyKeyResult('0'), title: 'Guides', start: 5, target: 5 })).toEqual(['same']);
  });
  it('that is done or not needs no numbers, and runs from 0 to 1', () => {
    const audit = withType({ ...emptyKeyResult('0'), title: 'Audit passed' }, 'boolean');
    expect(faultsOf(audit)).toEqual([]);
    expect(keyResultInput(audit)).toMatchObject({ start: 0, target: 1 });
  });
  it('keeps what was typed when its kind changes', () => {
    const typed = { ...emptyKeyResult('0'), title: 'Guides', target: 24 };
    expect(withType(typed, 'percent')).toMatchObject({ title: 'Guides', target: 24, type: 'percent' });
  });
});

describe('an edit of an objective', () => {
  it('that changes nothing writes nothing', () => {
    expect(objectiveChanges(first, draftOf(first))).toBeNull();
  });
  it('carries only what changed, against the heads that were seen', () => {
    expect(objectiveChanges(first, { ...draftOf(first), title: 'Every team publishes' })).toEqual({
      id: first.id,
      base: first.heads,
      title: 'Every team publishes',
    });
  });
  it('sets a manual value as a share', () => {
    expect(objectiveChanges(first, { ...draftOf(first), rollUp: 'manual', manualPercent: 35 })).toMatchObject({
      rollUp: 'manual',
      manualProgress: 0.35,
    });
  });
});

describe('what a reader may do', () => {
  const signer = (name: string, role: 'member' | 'guest' | 'admin' = 'member') =>
    ({ personId: fakeId(name), role, state: 'member' }) as const;
  it('follows the rules that entries are judged by, with the sentence for the others', () => {
    const latency = fakeObjectives[2]?.keyResults[0];
    const api = fakeObjectives[2];
    if (latency === undefined || api === undefined) throw new Error('The invented goals are missing.');
    expect(goalStanding(signer('Haruto Ishikawa'), api).report(latency)).toBeNull();
    expect(goalStanding(signer('Yui Nakamura'), api).report(latency)).toMatch(/^Only /u);
    expect(goalStanding(signer('Ana Moreira'), api).lead).toBeNull();
    expect(goalStanding(signer('Haruto Ishikawa'), api).lead).toMatch(/^Only /u);
    expect(goalStanding(signer('Ana Moreira', 'guest'), api).comment).toMatch(/^Guests /u);
    expect(goalStanding(signer('Yui Nakamura'), api).comment).toBeNull();
  });
  it('is nothing on a record that a newer Meridian wrote', () => {
    const locked = { ...first, readOnlyReason: 'A newer Meridian wrote here.' };
    expect(goalStanding(signer('Claire Tremblay'), locked).edit).toBe('A newer Meridian wrote here.');
  });
});

describe('a new cycle', () => {
  it('begins where the last one ended', () => {
    expect(nextCycle([{ end: '2026-03-31' }, { end: '2026-06-30' }], '2026-05-13')).toEqual({
      title: 'Q3 2026',
      start: '2026-07-01',
      end: '2026-09-30',
    });
    expect(nextCycle([], '2026-05-13')).toEqual({ title: 'Q2 2026', start: '2026-04-01', end: '2026-06-30' });
  });
  it('is always a cycle without faults', () => {
    const days = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(days, { maxLength: 5 }), days, (ends, today) => {
        expect(
          cycleFault(
            nextCycle(
              ends.map((end) => ({ end })),
              today,
            ),
          ),
        ).toBeNull();
      }),
    );
  });
  it('says what is wrong with its days', () => {
    expect(cycleFault({ title: ' ', start: '2026-01-01', end: '2026-02-01' })).toBe('title');
    expect(cycleFault({ title: 'Q1', start: '', end: '2026-02-01' })).toBe('day');
    expect(cycleFault({ title: 'Q1', start: '2026-03-01', end: '2026-02-01' })).toBe('order');
  });
});

describe('the cycle of an import', () => {
  const cycles = [{ id: 'q2', start: '2026-04-01', end: '2026-06-30' }];
  it('is the one that the file names, or a new one for it, or the current one', () => {
    const q2 = { title: '2026 Q2', start: '2026-04-01', end: '2026-06-30' };
    const q3 = { title: '2026 Q3', start: '2026-07-01', end: '2026-09-30' };
    expect(proposeTarget(q2, cycles, null)).toEqual({ kind: 'existing', id: 'q2' });
    expect(proposeTarget(q3, cycles, 'q2')).toEqual({ kind: 'new', span: q3 });
    expect(proposeTarget(null, cycles, 'q2')).toEqual({ kind: 'existing', id: 'q2' });
    expect(proposeTarget(null, [], null)).toBeNull();
  });
  it('has to be whole before anything is imported', () => {
    expect(isComplete(null)).toBe(false);
    expect(isComplete({ kind: 'new', span: { title: '', start: '2026-07-01', end: '2026-09-30' } })).toBe(false);
    expect(isComplete({ kind: 'new', span: { title: 'Q3', start: '2026-10-01', end: '2026-09-30' } })).toBe(false);
    expect(isComplete({ kind: 'existing', id: 'q2' })).toBe(true);
    expect(previewCycle({ kind: 'existing', id: 'q2' })).toBe('q2');
  });
});

describe('a conflict', () => {
  it('of texts and numbers can be written anew, of people only picked', () => {
    const side = (value: string | number, said = String(value)) => ({ value, words: said });
    expect(formOfSides('prose', [side('a'), side('b')])).toBe('prose');
    expect(formOfSides('value', [side('a'), side('b')])).toBe('text');
    expect(formOfSides('value', [side(76, '76%'), side(80, '80%')])).toBe('number');
    expect(formOfSides('value', [side('id1', 'Ana'), side('id2', 'Claire')])).toBe('none');
  });
  it('takes only a value of its own form', () => {
    expect(readOther('number', ' 78,5 ')).toBe(78.5);
    expect(readOther('number', 'many')).toBeUndefined();
    expect(readOther('text', '  ')).toBeUndefined();
    expect(readOther('none', 'anything')).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '#shared/protocol/index.ts';
import {
  addBlocker,
  addPlan,
  choose,
  handOver,
  removeBlocker,
  removePlan,
  report,
  split,
} from '#renderer/features/check-in/form/changes.ts';
import type { Change } from '#renderer/features/check-in/form/changes.ts';
import { emptyForm, isTouched, readForm } from '#renderer/features/check-in/form/form.ts';
import type { CheckInForm } from '#renderer/features/check-in/form/form.ts';
import {
  carriedPlans,
  obstacle,
  submissionOf,
  unchangedSubmission,
} from '#renderer/features/check-in/form/submission.ts';
import { fakeCheckInDraft as draft, fakeKeyResults, fakeLastPlans } from '#test/support/fake/check-ins.ts';
import { fakeId } from '#test/support/fake/people.ts';

const after = (...changes: readonly Change[]): CheckInForm => changes.reduce((form, change) => change(form), emptyForm);
const [first, second, third, fourth] = fakeLastPlans.map((plan) => plan.id);
const idOf = (id: string | undefined): string => id ?? '';
const typing =
  (adding: string): Change =>
  (form) => ({ ...form, adding });

describe('a draft', () => {
  it('comes back as it was kept', () => {
    const form = after(choose(idOf(first), 'done'), typing('Next'), addPlan, addBlocker);
    expect(readForm(JSON.stringify(form))).toEqual(form);
  });

  it('of another shape, or of no shape at all, begins an empty form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readForm(text)).toEqual(emptyForm);
      }),
    );
  });
});

describe('last week’s plans', () => {
  it('go on unless they are done or dropped', () => {
    const form = after(choose(idOf(first), 'done'), choose(idOf(second), 'dropped'), choose(idOf(third), 'carried'));
    expect(carriedPlans(form, draft.lastPlans).map((plan) => [plan.id, plan.carried])).toEqual([
      [third, 2],
      [fourth, 3],
    ]);
  });

  it('that are split go on in their parts only', () => {
    const plan = { id: idOf(fourth), keyResultId: null };
    const sent = submissionOf(after(split(plan, ['Write the outline', 'Write the rest'])), draft);
    expect(sent.plans.map((one) => one.text)).toEqual([
      ...fakeLastPlans.slice(0, 3).map((one) => one.text),
      'Write the outline',
      'Write the rest',
    ]);
    expect(sent.lastPlans.at(-1)?.outcome).toBe('carried');
  });

  it('are dropped with the last of their parts', () => {
    const form = after(
      split({ id: idOf(fourth), keyResultId: null }, ['One', 'Two']),
      removePlan('n1'),
      removePlan('n2'),
    );
    expect(submissionOf(form, draft).lastPlans.at(-1)?.outcome).toBe('dropped');
  });

  it('that are handed over wait for somebody else, and come back when that is taken back', () => {
    const handed = after(handOver({ id: idOf(fourth) }, { personId: fakeId('Haruto Ishikawa'), text: 'Take it?' }));
    const sent = submissionOf(handed, draft);
    expect(sent.blockers).toEqual([{ text: 'Take it?', waitsForId: fakeId('Haruto Ishikawa'), urgent: false }]);
    expect(sent.plans.map((plan) => plan.id)).not.toContain(fourth);
    const back = removeBlocker(handed.blockers[0]?.key ?? '')(handed);
    expect(carriedPlans(back, draft.lastPlans).map((plan) => plan.id)).toContain(fourth);
  });

  it('lose the halves of an earlier choice when another is made', () => {
    const form = after(split({ id: idOf(fourth), keyResultId: null }, ['One', 'Two']), choose(idOf(fourth), 'done'));
    expect(form.plans).toEqual([]);
  });
});

describe('plans that were settled in Work', () => {
  const settled = draft.lastPlans.map((plan, nth) => ({
    ...plan,
    outcome: (['done', 'dropped', 'open', 'open'] as const)[nth] ?? 'open',
  }));
  const inWork = { ...draft, lastPlans: settled };
  const outcomes = (sent: ReturnType<typeof submissionOf>) => sent.lastPlans.map(({ outcome }) => outcome);

  it('begin as done and dropped, and do not go on', () => {
    const sent = submissionOf(emptyForm, inWork);
    expect(outcomes(sent)).toEqual(['done', 'dropped', 'carried', 'carried']);
    expect(sent.plans.map(({ id }) => id)).toEqual([third, fourth]);
  });

  it('are not signed as carried by "nothing changed"', () => {
    const sent = unchangedSubmission(inWork, null);
    expect(outcomes(sent)).toEqual(['done', 'dropped', 'carried', 'carried']);
    expect(sent.plans.map(({ id }) => id)).toEqual([third, fourth]);
    expect(isTouched(emptyForm, settled)).toBe(false);
  });

  it('go on where somebody says so', () => {
    const form = after(choose(idOf(first), 'open'));
    expect(outcomes(submissionOf(form, inWork))).toEqual(['carried', 'dropped', 'carried', 'carried']);
    expect(isTouched(form, settled)).toBe(true);
  });
});

describe('what is sent', () => {
  const [completion] = fakeKeyResults;

  it('holds what was typed without Enter', () => {
    expect(submissionOf(after(typing('  Call Yui ')), draft).plans.at(-1)).toEqual({ text: 'Call Yui' });
  });

  it('reports only where something was said, and keeps confidence and projection that were left alone', () => {
    const form = after(report(idOf(completion?.id), { value: 63 }), report('nowhere', { value: 1 }));
    expect(submissionOf(form, draft).updates).toEqual([
      { keyResultId: completion?.id, value: 63, confidence: 'on-track', projection: 76, note: '' },
    ]);
  });

  it('is what the engine accepts, whatever was chosen', () => {
    const choice = fc.constantFrom('open' as const, 'done' as const, 'carried' as const, 'dropped' as const);
    fc.assert(
      fc.property(fc.array(choice, { minLength: 4, maxLength: 4 }), fc.string({ maxLength: 40 }), (choices, text) => {
        const form = after(
          ...choices.map((made, index) => choose(fakeLastPlans[index]?.id ?? '', made)),
          typing(text),
          addPlan,
        );
        expect(commands['checkIn.submit'].params.safeParse(submissionOf(form, draft)).error).toBeUndefined();
      }),
    );
    expect(commands['checkIn.submit'].params.safeParse(unchangedSubmission(draft, 4)).error).toBeUndefined();
  });

  it('is held back with the reason while a blocker names nobody, or nothing at all was said', () => {
    expect(obstacle(emptyForm, { lastPlans: [], tasks: [] })).toBe('empty');
    expect(obstacle(emptyForm, draft)).toBeNull();
    expect(obstacle(after(addBlocker), draft)).toBe('blockerText');
  });

  it('takes this week’s open tasks along, and asks for a task where a plan was handed over', () => {
    const task = { id: 'a-task', text: 'Words', outcome: 'open' as const, carried: 0, keyResultId: null };
    const withTask = { ...draft, tasks: [task] };
    expect(submissionOf(emptyForm, withTask).plans.map(({ id }) => id)).toContain(task.id);
    expect(unchangedSubmission(withTask, null).plans.at(-1)?.id).toBe(task.id);
    const handed = after(handOver({ id: idOf(first) }, { personId: 'somebody', text: 'Could you?' }));
    expect(submissionOf(handed, draft).handOvers).toEqual([
      { text: fakeLastPlans[0]?.text, toId: 'somebody', keyResultId: fakeLastPlans[0]?.keyResultId },
    ]);
  });

  it('as "nothing changed" carries every plan and reports nothing', () => {
    const sent = unchangedSubmission(draft, null);
    expect(sent).toMatchObject({ nothingChanged: true, updates: [], blockers: [] });
    expect(sent.plans.map((plan) => plan.carried)).toEqual([1, 1, 2, 3]);
  });
});

it('only a form that was touched asks before "nothing changed" leaves it behind', () => {
  const touched = (...changes: readonly Change[]): boolean => isTouched(after(...changes), draft.lastPlans);
  expect(touched()).toBe(false);
  expect(touched(choose(idOf(first), 'done'), choose(idOf(first), 'open'))).toBe(false);
  expect(touched(choose(idOf(first), 'done'))).toBe(true);
  expect(touched(typing('x'))).toBe(true);
});

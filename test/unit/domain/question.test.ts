import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWeeks, compareCheckIns, questionOfWeek, questionsOf } from '#shared/domain/index.ts';

const weeks = fc.integer({ min: 0, max: 5000 }).map((n) => addWeeks('1980-W01', n));
const lists = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });

test('every question has its turn, in order, also where a year has 53 weeks', () => {
  fc.assert(
    fc.property(weeks, lists, (week, questions) => {
      const asked = questions.map((_, shift) => questionOfWeek(questions, addWeeks(week, shift)));
      expect([...asked].sort()).toEqual([...questions].sort());
      const at = questions.indexOf(questionOfWeek(questions, week));
      expect(questionOfWeek(questions, addWeeks(week, 1))).toBe(questions[(at + 1) % questions.length]);
    }),
  );
});

test('a team that keeps no list asks its one question every week, or none', () => {
  expect(questionsOf({ question: 'What did you learn?', questions: '' })).toEqual(['What did you learn?']);
  expect(questionsOf({ question: 'Old', questions: ' One \n\nTwo\nOne' })).toEqual(['One', 'Two']);
  expect(questionOfWeek(questionsOf({ question: '', questions: ' ' }), '2026-W20')).toBe('');
});

test('what changed between two check-ins is what became of plans, and what is said of goals otherwise', () => {
  const before = {
    lastPlans: [],
    plans: [
      { id: 'a', text: 'Ship' },
      { id: 'b', text: 'Write' },
    ],
    updates: [
      { keyResultId: 'x', value: 1, confidence: 'on-track' as const },
      { keyResultId: 'y', value: 2, confidence: null },
    ],
  };
  const now = {
    lastPlans: [
      { id: 'a', text: 'Ship', outcome: 'done' as const },
      { id: 'b', text: 'Write', outcome: 'carried' as const },
    ],
    plans: [
      { id: 'b', text: 'Write' },
      { id: 'c', text: 'Test' },
    ],
    updates: [
      { keyResultId: 'x', value: 1, confidence: 'at-risk' as const },
      { keyResultId: 'y', value: 2, confidence: null },
      { keyResultId: 'z', value: 9, confidence: null },
    ],
  };
  expect(compareCheckIns(before, now)).toEqual({
    done: 1,
    carried: 1,
    dropped: 0,
    fresh: 1,
    said: [
      { keyResultId: 'x', value: { from: 1, to: 1 }, confidence: { from: 'on-track', to: 'at-risk' } },
      { keyResultId: 'z', value: { from: null, to: 9 }, confidence: { from: null, to: null } },
    ],
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWeeks, byMonth, compareCheckIns, inJournal, questionOfWeek, questionsOf } from '#shared/domain/index.ts';

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

test('a week belongs to the month of its Thursday, and every week stands once', () => {
  expect(byMonth([{ week: '2026-W18' }, { week: '2026-W01' }]).map(({ month }) => month)).toEqual([
    '2026-04',
    '2026-01',
  ]);
  fc.assert(
    fc.property(fc.uniqueArray(weeks, { maxLength: 60 }), (list) => {
      const those = list.map((week) => ({ week }));
      expect(byMonth(those).flatMap((part) => part.weeks).length).toBe(those.length);
    }),
  );
});

test('a search within the journal finds a week that holds every word, wherever it was said', () => {
  const week = {
    week: '2026-W20',
    answer: 'Fewer meetings.',
    skipReason: '',
    lastPlans: [],
    plans: [{ text: 'Ship the Form' }],
    updates: [{ note: 'Slower than hoped' }],
    blockers: [],
    comments: [],
  };
  expect(inJournal(week, '')).toBe(true);
  expect(inJournal(week, 'form MEETINGS')).toBe(true);
  expect(inJournal(week, 'form holiday')).toBe(false);
});

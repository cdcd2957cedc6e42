import { describe, expect, it } from 'vitest';
import { decimalMark } from '#renderer/i18n/index.ts';
import { keep, verdictFault, verdictsOf, withKept } from '#renderer/features/goals/closing/verdicts.ts';
import { numberSaid, shownNumber } from '#renderer/ui/control/number-text.ts';
import { fakeGoalRows } from '#test/support/fake/goals.ts';

describe('what is typed into a number field', () => {
  it('says the number it means so far, and none where there is none', () => {
    const said = ['0', '0.', '0.7', '0.70', '-', '-1', '-1.', '-1.25', '.5', '.', ''].map(numberSaid);
    expect(said).toEqual([0, 0, 0.7, 0.7, null, -1, -1, -1.25, 0.5, null, null]);
  });

  it('stays as it was typed while it means what stands', () => {
    expect(shownNumber('0.', 0)).toBe('0.');
    expect(shownNumber('12.50', 12.5)).toBe('12.50');
    expect(shownNumber('-', null)).toBe('-');
    expect(shownNumber('', 24)).toBe('');
    expect(shownNumber(7, 3)).toBe(3);
    expect(shownNumber('0.', null)).toBe('');
    expect(shownNumber(null, 0.7)).toBe(0.7);
    expect(shownNumber(null, null)).toBe('');
  });

  it('is written with the mark of the language', () => {
    expect(['en', 'de', 'ur'].map(decimalMark)).toEqual(['.', ',', '.']);
  });
});

describe('what is kept of a cycle that is being closed', () => {
  const fresh = verdictsOf(fakeGoalRows);
  const suggested = fresh.find(({ score }) => score !== null);

  it('leaves an emptied score empty, and suggests one where nothing was kept', () => {
    if (suggested === undefined) throw new Error('No invented goal has progress.');
    const emptied = withKept(fresh, keep([{ ...suggested, score: null, reflection: 'It came late.' }]));
    const one = emptied.find(({ id }) => id === suggested.id);
    expect(one).toMatchObject({ score: null, reflection: 'It came late.' });
    expect(one === undefined ? null : verdictFault(one)).toBe('score');
    const words = JSON.stringify({ [suggested.id]: { reflection: 'It came late.' } });
    expect(withKept(fresh, words).find(({ id }) => id === suggested.id)?.score).toBe(suggested.score);
  });
});

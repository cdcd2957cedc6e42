import { describe, expect, it, test } from 'vitest';
import { keep, overSeen, verdictsOf, withKept } from '#renderer/features/goals/closing/verdicts.ts';
import { joinWordsOver, keepWordsOver, wordsOver } from '#renderer/state/words-over.ts';
import { fakeGoalRows } from '#test/support/fake/goals.ts';

describe('words kept over those that stood there', () => {
  it.each([
    ['nothing was kept', '', 'Theirs.', 'Theirs.'],
    ['the same words stand there', keepWordsOver('Theirs.', 'Theirs, mine.'), 'Theirs.', 'Theirs, mine.'],
    ['they were taken out', keepWordsOver('Theirs.', ''), 'Theirs.', ''],
    ['others came since', keepWordsOver('', 'Mine.'), 'Theirs.', 'Theirs.\nMine.'],
    ['they were kept alone, as before', 'Mine.', 'Theirs.', 'Theirs.\nMine.'],
    ['they are gone', keepWordsOver('Theirs.', 'Theirs. Mine.'), '', ' Mine.'],
  ])('are shown with them where %s', (_, kept, stored, shown) => {
    expect(wordsOver(kept, stored)).toBe(shown);
  });
  it('are joined with what was typed before they had been read', () => {
    const typed = keepWordsOver('Theirs.', 'Theirs. Late.');
    expect(wordsOver(joinWordsOver(keepWordsOver('', 'Mine.'), typed, 'Theirs.'), 'Theirs.')).toBe(
      'Theirs. Late.\nMine.',
    );
    expect(wordsOver(joinWordsOver('', typed, 'Theirs.'), 'Theirs.')).toBe('Theirs. Late.');
  });
});

test('a goal that was closed before and opened again begins with the reflection of then', () => {
  const rows = fakeGoalRows.filter((row) => row.kind === 'objective' && row.state === 'active').slice(0, 2);
  const [one, other] = rows.map(({ id }) => id);
  const seen = new Map([[one ?? '', { reflection: 'Begin earlier.' }]]);
  const fresh = verdictsOf(rows);
  expect(overSeen(fresh, seen).map(({ reflection }) => reflection)).toEqual(['Begin earlier.', '']);
  const said = overSeen(fresh, seen).map((verdict) =>
    verdict.id === one
      ? { ...verdict, reflection: 'Begin earlier. Ask first.' }
      : { ...verdict, reflection: 'Enough.' },
  );
  const later = new Map([
    [one ?? '', { reflection: 'Begin earlier. And alone.' }],
    [other ?? '', { reflection: 'Theirs.' }],
  ]);
  expect(overSeen(withKept(fresh, keep(said)), later).map(({ reflection }) => reflection)).toEqual([
    'Begin earlier. Ask first. And alone.',
    'Theirs.\nEnough.',
  ]);
});

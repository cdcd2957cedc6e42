import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asMarkdown, digestMarkdown, medianWait, waitMedians } from '#shared/domain/index.ts';

const hour = 3_600_000;
const wait = (kind: 'question' | 'blocker', day: string, hours: number) => ({
  kind,
  until: Date.parse(`${day}T12:00:00Z`),
  workedMs: hours * hour,
});

describe('Where requests wait', () => {
  test('the median is the middle, and half of the waits lie on each side', () => {
    expect(medianWait([5, 1, 3])).toBe(3);
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 3 }), (waits) => {
        const median = medianWait(waits) ?? Number.NaN;
        expect(waits.filter((each) => each < median).length).toBeLessThanOrEqual(waits.length / 2);
        expect(waits.filter((each) => each > median).length).toBeLessThanOrEqual(waits.length / 2);
      }),
    );
  });

  test('too few say nothing, so that no number stands for one person', () => {
    expect(medianWait([4, 9])).toBeNull();
    const [questions] = waitMedians([wait('question', '2026-05-13', 4)], ['2026-W20'], 'UTC');
    expect(questions).toMatchObject({ kind: 'question', count: 1, medianMs: null });
  });

  test('kinds and weeks are counted apart', () => {
    const waits = [
      ...[2, 4, 6].map((hours) => wait('question', '2026-05-06', hours)),
      ...[1, 1, 7].map((hours) => wait('question', '2026-05-13', hours)),
      ...[8, 9, 10].map((hours) => wait('blocker', '2026-05-13', hours)),
    ];
    const [questions, blockers] = waitMedians(waits, ['2026-W19', '2026-W20'], 'UTC');
    expect(questions?.weeks.map((week) => (week.medianMs ?? 0) / hour)).toEqual([4, 1]);
    expect(blockers).toMatchObject({ count: 3, medianMs: 9 * hour, weeks: [{ count: 0 }, { count: 3 }] });
  });
});

describe('The week as Markdown', () => {
  test('has a title, its parts as lists, and words for a part that is empty', () => {
    const parts = [
      { title: 'What moved', lines: ['Latency: 400 → 372'], empty: 'Nothing moved.' },
      { title: 'Kudos', lines: [], empty: 'None this week.' },
    ];
    expect(digestMarkdown({ title: 'Kestrel', about: 'Week 20.', parts })).toBe(
      '# Kestrel\n\nWeek 20.\n\n## What moved\n\n- Latency: 400 → 372\n\n## Kudos\n\nNone this week.\n',
    );
  });

  test('what people wrote stays on its line and starts no markup', () => {
    expect(asMarkdown('# Not *a* heading\n- nor [a](link)')).toBe('\\# Not \\*a\\* heading - nor \\[a\\](link)');
    expect(asMarkdown('1. first')).toBe('1\\. first');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = asMarkdown(text);
        expect(written).not.toMatch(/[\r\n]/u);
        expect(written.replace(/\\([\s\S])/gu, '$1')).toBe(text.replace(/\s+/gu, ' ').trim());
      }),
    );
  });
});

import type { CommandResult, ImportRow } from '#shared/protocol/index.ts';
import { failure } from '#shared/protocol/index.ts';
import { fakeId } from './people.ts';

const row = (line: number, title: string, more: Partial<ImportRow> = {}): ImportRow => ({
  line,
  kind: 'key-result',
  title,
  owners: ['Samira Qureshi'],
  actual: 0.4,
  projection: 0.7,
  score: null,
  priority: 'P1',
  link: '',
  error: null,
  effect: 'new',
  ...more,
});

export const fakePreview: CommandResult<'import.preview'> = {
  tables: [
    { index: 0, title: 'Docs', columns: ['Priority', 'Key result', 'Owner', 'Projected', 'Actual'], rowCount: 5 },
    { index: 1, title: 'Platform', columns: ['Priority', 'Key result', 'Owner', 'Projected', 'Actual'], rowCount: 8 },
  ],
  columns: ['Priority', 'Key result', 'Owner', 'Projected', 'Actual'],
  mapping: ['priority', 'title', 'owner', 'projection', 'actual'],
  samples: [
    ['P1', 'Every guide has a test', '@samira', '0.7', '0.4'],
    ['P0', 'Search answers in one page', '@bilal', '1', '0.9'],
  ],
  rows: [
    row(7, 'The documentation teaches itself', { kind: 'objective', actual: null, projection: null }),
    row(8, 'Every guide has a test'),
    row(9, 'Search answers in one page', { effect: 'same', owners: ['Bilal Ahmed'] }),
    row(10, 'Old guides are gone', { effect: 'changed' }),
    row(11, 'Nobody asks twice', { effect: 'none', owners: ['@gone'], error: 'Nobody in the team is called @gone.' }),
  ],
  period: { title: '2026 Q3', start: '2026-07-01', end: '2026-09-30' },
  fresh: 2,
  same: 1,
  changed: 1,
  errors: 1,
};

/** Commands of the import, as the engine would answer: text without a table is refused. */
export const importAnswers = (name: string, params: unknown): unknown => {
  const text = typeof params === 'object' && params !== null && 'text' in params ? String(params.text) : '';
  if (name === 'import.preview')
    return text.includes('|')
      ? fakePreview
      : { fails: failure('invalid', 'There is no table with a head in this file.', 'text') };
  if (name === 'import.recognise') return { preset: 'goals' };
  if (name === 'import.previewTasks') return { source: null, rows: [], fresh: 0, changed: 0, same: 0, errors: 0 };
  if (name === 'import.apply') return { created: 2, changed: 1, same: 1, skipped: 1, cycleId: fakeId('Q2 2026') };
  return undefined;
};

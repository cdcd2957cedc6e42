import { describe, expect, test } from 'vitest';
import { prepareImport } from '#engine/exchange/index.ts';
import { commands } from '#shared/protocol/index.ts';
import { contextOf } from './plans.ts';

const text =
  '## 2024 Q1\n| Goal | Owner |\n| --- | --- |\n| **1 Grow** | |\n| Ten teams | Ana |\n\n## 2024 Q2\n| Goal | Owner |\n| --- | --- |\n| **1 Rest** | |\n';
const file = { fileName: 'goals.md', text, table: 0, mapping: undefined };

describe('preparing an import', () => {
  test('answers the preview in the form of the protocol', () => {
    const prepared = prepareImport(file, () => contextOf());
    if (!prepared.ok) throw new Error(prepared.error.sentence);
    const { preview } = prepared.value;
    expect(commands['import.preview'].result.parse(preview)).toEqual(preview);
    expect(preview.tables.map(({ title, rowCount }) => ({ title, rowCount }))).toEqual([
      { title: '2024 Q1', rowCount: 2 },
      { title: '2024 Q2', rowCount: 1 },
    ]);
    expect(preview).toMatchObject({ mapping: ['title', 'owner'], fresh: 2, errors: 0 });
    expect(prepared.value.writes).toHaveLength(1);
  });

  test('asks for the context of the period that the chosen table names', () => {
    const asked: unknown[] = [];
    prepareImport({ ...file, table: 1 }, (period) => {
      asked.push(period);
      return contextOf();
    });
    expect(asked).toEqual([{ title: '2024 Q2', start: '2024-04-01', end: '2024-06-30' }]);
  });

  test.each([
    ['a table that is not there', { ...file, table: 2 }, 'table'],
    ['too few roles', { ...file, mapping: ['title' as const] }, 'mapping'],
    ['no column of titles', { ...file, mapping: ['owner' as const, 'ignore' as const] }, 'mapping'],
    ['one role twice', { ...file, mapping: ['title' as const, 'title' as const] }, 'mapping'],
    ['a file without a table', { ...file, text: 'Just words.' }, 'text'],
  ])('%s is refused, naming the field to blame', (_, request, field) => {
    expect(prepareImport(request, () => contextOf())).toMatchObject({ ok: false, error: { code: 'invalid', field } });
  });
});

import { expect, test } from 'vitest';
import { exportFiles, exportedKinds, filesOfKind } from '#engine/exchange/index.ts';
import type { ExportedRecord } from '#engine/exchange/index.ts';
import { kinds } from '#shared/schema/index.ts';
import type { RecordKind, RecordValue, Scalar } from '#shared/schema/index.ts';
import { now } from './plans.ts';
import { dataOf, person } from './views.ts';

const ana = 'a'.repeat(43);
const ben = 'b'.repeat(43);
const space = 's'.repeat(43);
const item = 'i'.repeat(22);

/** A value that a field takes and that a reader would recognise, if it takes words. */
const filled = (kind: RecordKind, path: string, word: string): Scalar => {
  const candidates: readonly Scalar[] = [
    `${word} ${path.split('.').at(-1) ?? ''}`,
    ana,
    true,
    '2026-05-20',
    '2026-W21',
    3,
    24,
  ];
  return candidates.find((value) => kinds[kind].check(path, value).ok) ?? kinds[kind].fallback(path);
};

const recordOf = (kind: RecordKind): { readonly record: ExportedRecord; readonly words: readonly string[] } => {
  const def = kinds[kind];
  const word = `unmistakable ${kind.replaceAll('-', ' ')}`;
  const own = [...def.scalars, ...def.texts].map((field) => [field, filled(kind, field, word)] as const);
  const items = Object.entries(def.items).map(
    ([collection, fields]) =>
      [
        collection,
        {
          [item]: Object.fromEntries(
            fields.map((field) => [field, filled(kind, `${collection}.${item}.${field}`, word)]),
          ),
        },
      ] as const,
  );
  const value: RecordValue = Object.fromEntries([...own, ...items]);
  const scalars = [
    ...own.map(([, one]) => one),
    ...items.flatMap(([, all]) => Object.values(all).flatMap((one) => Object.values(one))),
  ];
  return {
    record: {
      id: `record-of-${kind}`.padEnd(43, '-'),
      kind,
      schema: 1,
      spaceId: space,
      createdById: ben,
      createdAt: now,
      updatedAt: now,
      value,
    },
    words: scalars.filter((one): one is string => typeof one === 'string' && one.startsWith(word)),
  };
};

const files = (records: readonly ExportedRecord[]) =>
  new Map(
    exportFiles(
      dataOf([], {
        people: [person(ana, 'Ana Silva'), person(ben, 'Ben')],
        records,
        audiences: [{ kind: 'named', spaceId: space, readerIds: [ana, ben] }],
      }),
      now,
    ).map((file) => [file.path, file.text]),
  );

test('every kind of record has its place in the export', () => {
  expect([...exportedKinds].toSorted()).toEqual(Object.keys(kinds).toSorted());
});

test.each(exportedKinds.filter((kind) => filesOfKind[kind].csvFrom === 'fields'))(
  'a record of kind %s is in a table with every field, its author and its readers',
  (kind) => {
    const { record, words } = recordOf(kind);
    const all = files([record]);
    const table = all.get(filesOfKind[kind].csv) ?? '';
    const [columns = '', row = ''] = table.split('\r\n');
    expect(row).toContain(record.id);
    expect(row).toContain('Ben');
    expect(row).toContain('Ana Silva; Ben');
    expect(columns.split(',').length).toBeGreaterThanOrEqual(5 + kinds[kind].scalars.length);
    const tables = [...all].filter(([path]) => path.endsWith('.csv')).map(([, text]) => text);
    for (const word of words) expect(tables.some((text) => text.includes(word))).toBe(true);
  },
);

test.each(exportedKinds.filter((kind) => filesOfKind[kind].pageFrom === 'fields'))(
  'a record of kind %s can be read as a page',
  (kind) => {
    const { record, words } = recordOf(kind);
    const page = files([record]).get(filesOfKind[kind].page) ?? '';
    expect(page).toContain('Readers: Ana Silva; Ben');
    for (const word of words) expect(page).toContain(word);
  },
);

test('what people wrote stays text on a page', () => {
  const note = { ...recordOf('note').record, value: { aboutId: ana, text: '<img src=x onerror=alert(1)> [a](b)' } };
  const page = files([note]).get('notes.md') ?? '';
  expect(page).not.toContain('<img');
  expect(page).toContain('\\[a\\]');
});

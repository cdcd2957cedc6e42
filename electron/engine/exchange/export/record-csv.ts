import type { RecordKind } from '#shared/schema/index.ts';
import type { ExportData } from './collect.ts';
import { csvText, isoTime } from '#shared/std/index.ts';
import type { Cell } from '#shared/std/index.ts';
import type { ExportFile, Names } from './files.ts';
import { defOf, exportedKinds, filesOfKind } from './kind-files.ts';
import { inOrder, itemsOf, recordWords, scalarOf } from './record-words.ts';
import type { RecordWords } from './record-words.ts';
import type { ExportedRecord } from './source.ts';

const recordsTable = (
  kind: RecordKind,
  records: readonly ExportedRecord[],
  names: Names,
  words: RecordWords,
): string => {
  const def = defOf(kind);
  const fields = [...def.scalars, ...def.texts];
  return csvText(
    ['Id', 'By', 'Created', 'Changed', 'Readers', ...fields.map((field) => def.label(field))],
    records.map(({ id, createdById, createdAt, updatedAt, spaceId, value }): readonly Cell[] => [
      id,
      names(createdById),
      isoTime(createdAt),
      isoTime(updatedAt),
      words.readers(spaceId),
      ...fields.map((field) => words.cell(field, scalarOf(value[field] ?? def.fallback(field)))),
    ]),
  );
};

/** The items of one collection of all records of a kind: a table of its own, so that no cell holds a list. */
const itemsTable = (
  kind: RecordKind,
  collection: string,
  records: readonly ExportedRecord[],
  words: RecordWords,
): ExportFile | undefined => {
  const def = defOf(kind);
  const fields = def.items[collection] ?? [];
  const rows = records.flatMap(({ id, value }) =>
    inOrder(itemsOf(value, collection)).map(([itemId, item]) => ({ id, itemId, item })),
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  const path = (itemId: string, field: string): string => `${collection}.${itemId}.${field}`;
  return {
    path: filesOfKind[kind].csv.replace(/\.csv$/, `-${collection.toLowerCase()}.csv`),
    text: csvText(
      ['Record', 'Id', ...fields.map((field) => def.label(path(first.itemId, field)))],
      rows.map(({ id, itemId, item }): readonly Cell[] => [
        id,
        itemId,
        ...fields.map((field) => words.cell(field, scalarOf(item[field] ?? def.fallback(path(itemId, field))))),
      ]),
    ),
  };
};

/** One table for each kind that has no table written by hand; kinds of which there is nothing have none. */
export const recordCsvFiles = (data: ExportData, names: Names): readonly ExportFile[] => {
  const words = recordWords(data, names);
  return exportedKinds.flatMap((kind): readonly ExportFile[] => {
    const records = data.records.filter((one) => one.kind === kind);
    if (filesOfKind[kind].csvFrom === 'view' || records.length === 0) return [];
    return [
      { path: filesOfKind[kind].csv, text: recordsTable(kind, records, names, words) },
      ...Object.keys(defOf(kind).items).flatMap((collection) => itemsTable(kind, collection, records, words) ?? []),
    ];
  });
};

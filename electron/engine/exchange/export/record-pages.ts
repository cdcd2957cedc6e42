import type { RecordKind } from '#shared/schema/index.ts';
import { escapeLine, escapeMarkdown, paragraphs } from '../markdown-text.ts';
import type { ExportData } from './collect.ts';
import type { ExportFile, Names } from './files.ts';
import { defOf, exportedKinds, filesOfKind } from './kind-files.ts';
import { inOrder, itemsOf, recordWords, scalarOf } from './record-words.ts';
import type { RecordWords } from './record-words.ts';
import type { ExportedRecord } from './source.ts';

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

const entry = (kind: RecordKind, record: ExportedRecord, names: Names, words: RecordWords): string => {
  const def = defOf(kind);
  const { value, createdById, createdAt, spaceId } = record;
  const title = def.title(value);
  const said = (field: string, path: string, raw: unknown): string => {
    const stored = scalarOf(raw);
    // What nobody stated, or what the heading says already, is not repeated.
    if (stored === null || stored === '' || stored === def.fallback(path) || stored === title) return '';
    const cell = words.cell(field, stored);
    return `${escapeLine(def.label(path))}: ${cell === true ? 'yes' : escapeLine(String(cell))}`;
  };
  const facts = def.scalars.map((field) => said(field, field, value[field])).filter((line) => line !== '');
  const items = Object.keys(def.items).flatMap((collection) =>
    inOrder(itemsOf(value, collection)).map(([id, item]) =>
      (def.items[collection] ?? [])
        .filter((field) => field !== 'order')
        .map((field) => said(field, `${collection}.${id}.${field}`, item[field]))
        .filter((line) => line !== '')
        .join('; '),
    ),
  );
  const readers = words.readers(spaceId);
  return paragraphs(
    `## ${escapeLine(title === '' ? filesOfKind[kind].title : title)}`,
    `${day(createdAt)}${createdById === null ? '' : `, ${escapeLine(names(createdById))}`}${readers === '' ? '' : `. Readers: ${escapeLine(readers)}`}.`,
    facts.map((line) => `- ${line}`).join('\n'),
    ...def.texts.map((field) => (typeof value[field] === 'string' ? escapeMarkdown(value[field]) : '')),
    items
      .filter((line) => line !== '')
      .map((line) => `- ${line}`)
      .join('\n'),
  );
};

/** Pages of the kinds that have none written by hand, oldest first; kinds that share a page stand one after the other. */
export const recordPages = (data: ExportData, names: Names): readonly ExportFile[] => {
  const words = recordWords(data, names);
  const pages = new Map<string, string[]>();
  for (const kind of exportedKinds) {
    const { page, pageFrom, title } = filesOfKind[kind];
    const records = data.records.filter((one) => one.kind === kind).toSorted((a, b) => a.createdAt - b.createdAt);
    if (pageFrom === 'view' || records.length === 0) continue;
    const parts = [`# ${title}`, ...records.map((record) => entry(kind, record, names, words))];
    pages.set(page, [...(pages.get(page) ?? []), ...parts]);
  }
  return [...pages].map(([path, parts]) => ({ path, text: `${parts.join('\n\n')}\n` }));
};

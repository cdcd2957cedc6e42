import type { RecordValue, Scalar } from '#shared/schema/index.ts';
import { isRecordKind } from '#shared/schema/index.ts';
import type { ExportData } from './collect.ts';
import { isoTime } from '#shared/std/index.ts';
import type { Cell } from '#shared/std/index.ts';
import type { Names } from './files.ts';
import { defOf } from './kind-files.ts';

/** Says what the values of stored fields mean to somebody who reads them without the app. */
export interface RecordWords {
  /** Ids become names and titles, times become ISO 8601 in UTC. */
  readonly cell: (field: string, value: Scalar) => Cell;
  readonly readers: (spaceId: string) => string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Items of one collection, in the order that they state or else as they were made. */
export const itemsOf = (value: RecordValue, collection: string): readonly (readonly [string, RecordValue])[] => {
  const items: unknown = value[collection];
  return isObject(items)
    ? Object.entries(items).flatMap(([id, item]) => (isObject(item) ? [[id, item as RecordValue] as const] : []))
    : [];
};

const orderOf = (item: RecordValue): number => (typeof item['order'] === 'number' ? item['order'] : 0);

export const inOrder = (items: ReturnType<typeof itemsOf>): ReturnType<typeof itemsOf> =>
  items.toSorted(([, a], [, b]) => orderOf(a) - orderOf(b));

/** A stored scalar; null for what a newer version put there. */
export const scalarOf = (value: unknown): Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

export const recordWords = (data: ExportData, names: Names): RecordWords => {
  const people = new Set(data.people.map((person) => person.id));
  const titles = new Map<string, string>();
  for (const { id, kind, value } of data.records) {
    if (!isRecordKind(kind)) continue;
    titles.set(id, defOf(kind).title(value));
    if (kind !== 'objective') continue;
    for (const [itemId, item] of itemsOf(value, 'keyResults')) {
      const title = item['title'];
      titles.set(itemId, typeof title === 'string' ? title : '');
    }
  }
  const readers = new Map(data.audiences.map((audience) => [audience.spaceId, audience]));
  return {
    cell: (field, value) => {
      if (typeof value === 'number') return /(^|[a-z])[aA]t$/.test(field) ? isoTime(value) : value;
      if (typeof value !== 'string') return value;
      if (people.has(value)) return names(value);
      const title = titles.get(value);
      return title === undefined || title === '' ? value : title;
    },
    readers: (spaceId) => {
      const audience = readers.get(spaceId);
      if (audience === undefined) return '';
      return audience.kind === 'team' ? 'the whole team' : audience.readerIds.map(names).join('; ');
    },
  };
};

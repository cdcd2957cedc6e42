import { kindOf, type FieldPath, type KindDef } from '#shared/schema/index.ts';
import type { QueryContext } from './context.ts';
import { createItemContext, noContext, type ItemContext } from './item-context.ts';
import { createPeople } from './person-view.ts';
import { createRecordTitles } from './record-titles.ts';
import { createValueWords, measured } from './value-words.ts';

export interface ReadableChange {
  readonly path: string;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

interface RawChange {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Bookkeeping that tells a reader nothing. */
const unsaid: ReadonlySet<string> = new Set(['order', 'importKey', 'targetKind', 'acceptedOf']);
/** Said by a check-in's own title already. */
const inTitle: ReadonlySet<string> = new Set(['personId', 'week', 'submittedAt']);

/** Nothing was said that did not hold before: a new item states its defaults too. A number to be reached is told. */
const saysNothingNew = (def: KindDef, at: FieldPath, { path, from, to }: RawChange): boolean =>
  (from === null || from === undefined) && to === def.fallback(path) && !measured.has(at.field);

/** Puts a record's changes into words: the schema's labels, names instead of ids, units beside numbers. */
export const createReadable = (ctx: QueryContext) => {
  const people = createPeople(ctx);
  const named = createRecordTitles(ctx.db, people);
  const keyResult = ctx.db.prepare<[string], { title: string }>(
    'SELECT title FROM key_results WHERE id = ? ORDER BY record_id LIMIT 1',
  );
  const contextOf = createItemContext(ctx.db);
  const { valueText } = createValueWords(
    people,
    (id) => named(id)?.title ?? 'a record that is not here',
    (id) => keyResult.get(id)?.title ?? 'a key result that is not here',
  );

  const membership = (label: string, personId: string, { path, from, to }: RawChange): ReadableChange => {
    const name = people.name(personId);
    return { path, label, from: from === true ? name : null, to: to === true ? name : null };
  };

  const inContext = (def: KindDef, at: FieldPath, raw: RawChange, context: ItemContext): ReadableChange | null => {
    // The label says which key result it is.
    if (context.title !== '' && at.field === 'keyResultId') return null;
    const label = def.label(raw.path);
    const named = context.title !== '' && at.field !== 'title';
    const from = valueText(at.field, raw.from ?? context.before[at.field], context);
    const to = valueText(at.field, raw.to, context);
    return from === to ? null : { path: raw.path, label: named ? `${context.title}: ${label}` : label, from, to };
  };

  const change = (recordId: string, kind: string, raw: RawChange): ReadableChange | null => {
    const def = kindOf(kind);
    const at = def?.path(raw.path);
    if (def === undefined || at === undefined) {
      return {
        path: raw.path,
        label: raw.path,
        from: valueText('', raw.from, noContext),
        to: valueText('', raw.to, noContext),
      };
    }
    if (unsaid.has(at.field) || (kind === 'check-in' && inTitle.has(at.field)) || saysNothingNew(def, at, raw))
      return null;
    if (at.form !== 'item') return inContext(def, at, raw, noContext);
    if (at.field === 'in') return membership(def.label(raw.path), at.itemId, raw);
    if (at.collection === 'updates' && at.field === 'at') return null;
    return inContext(def, at, raw, contextOf(recordId, at.collection, at.itemId));
  };

  return { change, personName: people.name };
};

export type Readable = ReturnType<typeof createReadable>;

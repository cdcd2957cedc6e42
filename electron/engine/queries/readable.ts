import { kindOf } from '#shared/schema/index.ts';
import type { QueryContext } from './context.ts';
import { createPeople } from './person-view.ts';

export interface ReadableChange {
  readonly path: string;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

const personFields: ReadonlySet<string> = new Set([
  'ownerId',
  'manualById',
  'waitsForId',
  'personId',
  'aboutId',
  'toId',
]);
const recordFields: ReadonlySet<string> = new Set(['parentId', 'cycleId', 'targetId', 'evidenceId']);
const timeFields: ReadonlySet<string> = new Set(['submittedAt', 'closedAt', 'at']);
const shareFields: ReadonlySet<string> = new Set(['manualProgress']);
const measured: ReadonlySet<string> = new Set(['value', 'start', 'target', 'projection']);
/** Bookkeeping that tells a reader nothing; where an update belongs is said in its label. */
const unsaid: ReadonlySet<string> = new Set(['order', 'importKey', 'targetKind']);
/** Stored words that read badly as they are. */
const words: Readonly<Record<string, string>> = {
  'on-track': 'on track',
  'at-risk': 'at risk',
  'off-track': 'off track',
  'key-results': 'own key results',
  both: 'key results and children',
  children: 'children',
  manual: 'set by hand',
  'at-least': 'at least',
  'at-most': 'at most',
  recipient: 'recipient only',
  'recipient-and-manager': 'recipient and manager',
  manager: 'manager only',
};
const worded: ReadonlySet<string> = new Set(['confidence', 'rollUp', 'direction', 'visibility']);

const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/**
 * Puts a record's changes into words: the schema's labels, names instead of ids, units beside numbers. What an id
 * points to may not be here; that is said, not guessed.
 */
export const createReadable = (ctx: QueryContext) => {
  const people = createPeople(ctx);
  const titleOf = ctx.db.prepare<[string], { title: string }>('SELECT title FROM record_view WHERE record_id = ?');
  const keyResult = ctx.db.prepare<[string, string], { title: string; unit: string }>(
    'SELECT title, unit FROM key_results WHERE record_id = ? AND id = ?',
  );
  const updated = ctx.db.prepare<[string, string], { title: string; unit: string }>(
    `SELECT k.title, k.unit FROM progress_updates u JOIN key_results k ON k.record_id = u.record_id AND k.id = u.key_result_id
     WHERE u.record_id = ? AND u.id = ?`,
  );
  const anyKeyResult = ctx.db.prepare<[string], { title: string }>(
    'SELECT title FROM key_results WHERE id = ? ORDER BY record_id LIMIT 1',
  );

  const recordTitle = (id: string): string => titleOf.get(id)?.title ?? 'a record that is not here';

  const valueText = (field: string, value: unknown, unit: string): string | null => {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (typeof value === 'number') {
      if (timeFields.has(field)) return stamp(value);
      if (shareFields.has(field)) return `${Math.round(value * 100)} %`;
      return measured.has(field) && unit !== '' ? `${value} ${unit}` : String(value);
    }
    if (typeof value !== 'string') return JSON.stringify(value);
    if (personFields.has(field)) return people.name(value);
    if (recordFields.has(field)) return recordTitle(value);
    if (field === 'keyResultId') return anyKeyResult.get(value)?.title ?? 'a key result that is not here';
    return worded.has(field) ? (words[value] ?? value) : value;
  };

  const itemContext = (recordId: string, collection: string, itemId: string): { title: string; unit: string } => {
    const found =
      collection === 'keyResults'
        ? keyResult.get(recordId, itemId)
        : collection === 'updates'
          ? updated.get(recordId, itemId)
          : undefined;
    return found ?? { title: '', unit: '' };
  };

  const change = (
    recordId: string,
    kind: string,
    raw: { readonly path: string; readonly from: unknown; readonly to: unknown },
  ): ReadableChange | null => {
    const def = kindOf(kind);
    const at = def?.path(raw.path);
    if (def === undefined || at === undefined) {
      return { path: raw.path, label: raw.path, from: valueText('', raw.from, ''), to: valueText('', raw.to, '') };
    }
    if (unsaid.has(at.field)) return null;
    if (at.form === 'item' && (at.collection === 'contributors' || at.collection === 'readers')) {
      const name = people.name(at.itemId);
      return {
        path: raw.path,
        label: def.label(raw.path),
        from: raw.from === true ? name : null,
        to: raw.to === true ? name : null,
      };
    }
    const context = at.form === 'item' ? itemContext(recordId, at.collection, at.itemId) : { title: '', unit: '' };
    if (at.form === 'item' && at.collection === 'updates' && (at.field === 'keyResultId' || at.field === 'at')) {
      if (context.title !== '') return null;
    }
    const label = def.label(raw.path);
    const named = context.title !== '' && at.field !== 'title';
    const from = valueText(at.field, raw.from, context.unit);
    const to = valueText(at.field, raw.to, context.unit);
    return from === to ? null : { path: raw.path, label: named ? `${context.title}: ${label}` : label, from, to };
  };

  return { change, recordTitle, personName: people.name };
};

export type Readable = ReturnType<typeof createReadable>;

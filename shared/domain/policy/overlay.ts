import { kinds } from '../../schema/index.ts';
import type { FieldEdit, KindDef, RecordKind, RecordValue, Scalar } from '../../schema/index.ts';
import type { OpView } from './types.ts';

/** The record with the operations' scalars set, in their order. Prose stays as it was. */
export const overlay = (def: KindDef, before: RecordValue | null, ops: readonly OpView[]): RecordValue => {
  const after: Record<string, RecordValue[string]> = { ...before };
  for (const op of ops) {
    const at = def.path(op.path);
    if (op.action !== 'set' || op.value === undefined || at === undefined) continue;
    if (at.form === 'scalar') after[at.field] = op.value;
    if (at.form === 'item') after[at.collection] = withItem(after[at.collection], at.itemId, at.field, op.value);
  }
  return after;
};

const withItem = (
  items: RecordValue[string] | undefined,
  itemId: string,
  field: string,
  value: Scalar,
): RecordValue[string] => {
  const all = typeof items === 'object' && items !== null ? items : {};
  return { ...all, [itemId]: { ...all[itemId], [field]: value } };
};

/** The value that a record has once these edits, prose included, are made and nobody else makes any. */
export const overlayEdits = (kind: RecordKind, before: RecordValue, edits: readonly FieldEdit[]): RecordValue => {
  const def: KindDef = kinds[kind];
  const ops = edits.map(({ path, value }): OpView => ({ path, action: 'set', value, known: false }));
  const texts = edits.filter(({ path }) => def.path(path)?.form === 'text');
  return { ...overlay(def, before, ops), ...Object.fromEntries(texts.map(({ path, value }) => [path, value])) };
};

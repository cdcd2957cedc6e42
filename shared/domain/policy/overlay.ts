import type { KindDef, RecordValue, Scalar } from '../../schema/index.ts';
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

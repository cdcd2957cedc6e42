import type { Confidence, KeyResultType } from '#shared/protocol/index.ts';
import type { Db } from '../store/index.ts';

/** What an item belongs to, and what was said there before it. */
export interface ItemContext {
  /** Title of the key result that the item is or speaks of; empty when it speaks of none that is here. */
  readonly title: string;
  readonly unit: string;
  readonly type: KeyResultType;
  /** For a progress update: what held before it. */
  readonly before: Readonly<Record<string, unknown>>;
}

/** A field that belongs to no item. */
export const noContext: ItemContext = { title: '', unit: '', type: 'number', before: {} };

type KeyResult = Pick<ItemContext, 'title' | 'unit' | 'type'>;

interface UpdateRow {
  readonly id: string;
  readonly value: number;
  readonly confidence: Confidence | null;
  readonly projection: number | null;
}

/** Finds the key result behind an item of an objective or a check-in. */
export const createItemContext = (db: Db): ((recordId: string, collection: string, itemId: string) => ItemContext) => {
  const keyResult = db.prepare<[string, string], KeyResult>(
    'SELECT title, unit, type FROM key_results WHERE record_id = ? AND id = ?',
  );
  const aboutKeyResult = db.prepare<[string, string], { key_result_id: string }>(
    'SELECT key_result_id FROM progress_updates WHERE record_id = ? AND id = ? LIMIT 1',
  );
  const updates = db.prepare<[string, string], UpdateRow>(
    'SELECT id, value, confidence, projection FROM progress_updates WHERE record_id = ? AND key_result_id = ? ORDER BY at, id',
  );
  const inCheckIn = db.prepare<[string, string], KeyResult>(
    `SELECT k.title, k.unit, k.type FROM check_in_updates u JOIN key_results k ON k.id = u.key_result_id
     WHERE u.record_id = ? AND u.id = ? ORDER BY k.record_id LIMIT 1`,
  );

  const lastSaid = (rows: readonly UpdateRow[], itemId: string): ItemContext['before'] => {
    const earlier = rows.slice(
      0,
      Math.max(
        0,
        rows.findIndex((row) => row.id === itemId),
      ),
    );
    return {
      value: earlier.at(-1)?.value,
      confidence: earlier.findLast((row) => row.confidence !== null)?.confidence,
      projection: earlier.findLast((row) => row.projection !== null)?.projection,
    };
  };

  return (recordId, collection, itemId) => {
    if (collection === 'keyResults') return { ...noContext, ...keyResult.get(recordId, itemId) };
    if (collection !== 'updates') return noContext;
    const about = aboutKeyResult.get(recordId, itemId)?.key_result_id;
    if (about === undefined) return { ...noContext, ...inCheckIn.get(recordId, itemId) };
    const before = lastSaid(updates.all(recordId, about), itemId);
    return { ...noContext, ...keyResult.get(recordId, about), before };
  };
};

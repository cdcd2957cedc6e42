import { sayValue } from '#shared/domain/index.ts';
import type { AwayItem, Confidence, KeyResultType } from '#shared/protocol/index.ts';
import type { Db } from '../store/index.ts';

/** How many values the small line beside the words shows. */
const seriesLength = 12;

interface Update {
  readonly id: string;
  readonly key_result_id: string;
  readonly value: number;
  readonly confidence: Confidence | null;
  readonly note: string;
  readonly title: string;
  readonly unit: string;
  readonly type: KeyResultType;
}

type Progress = Pick<AwayItem, 'kind' | 'targetId' | 'targetKind' | 'title' | 'words' | 'value'>;

/** An entry that reports progress, as "moved Publish latency to 372 ms and now says at risk"; null for any other. */
export const createAwayProgress = (
  db: Db,
): ((entry: { readonly id: number; readonly record_id: string }) => Progress | null) => {
  const touched = db.prepare<[string, number], { path: string }>(
    "SELECT path FROM touches WHERE record_id = ? AND path >= 'updates.' AND path < 'updates/' AND entry_id = ?",
  );
  const update = db.prepare<[string, string], Update>(
    `SELECT u.id, u.key_result_id, u.value, u.confidence, u.note, k.title, k.unit, k.type FROM progress_updates u
     JOIN key_results k ON k.record_id = u.record_id AND k.id = u.key_result_id
     WHERE u.record_id = ? AND u.id = ? LIMIT 1`,
  );
  const values = db.prepare<[string, string], { id: string; value: number }>(
    'SELECT id, value FROM progress_updates WHERE record_id = ? AND key_result_id = ? ORDER BY at, id',
  );

  return (entry) => {
    const ids = new Set(touched.all(entry.record_id, entry.id).map((row) => row.path.split('.')[1] ?? ''));
    const found = [...ids].flatMap((id) => update.get(entry.record_id, id) ?? [])[0];
    if (found === undefined) return null;
    const all = values.all(entry.record_id, found.key_result_id);
    const at = all.findIndex((row) => row.id === found.id);
    const before = all[at - 1];
    return {
      kind: 'progress',
      targetId: entry.record_id,
      targetKind: 'objective',
      title: found.title,
      words: found.note === '' ? null : found.note,
      value: {
        from: before === undefined ? null : sayValue(before.value, found),
        to: sayValue(found.value, found),
        confidence: found.confidence,
        series: all.slice(Math.max(0, at + 1 - seriesLength), at + 1).map((row) => row.value),
      },
    };
  };
};

import type { ObjectiveRecord } from '#shared/schema/index.ts';
import type { KeyResultRow, KindRows, ProgressUpdateRow } from '../rows.ts';
import type { RecordSnapshot } from '../snapshot.ts';
import { acceptedAtOf } from './accepted.ts';
import { ordered } from './ordered.ts';

/** Updates oldest first. The claimed time orders them; of equal times the id decides, on every replica alike. */
const updateRows = (snapshot: RecordSnapshot, value: ObjectiveRecord): ProgressUpdateRow[] =>
  Object.entries(value.updates)
    .flatMap(([id, item]) => {
      if (item.keyResultId === null) return [];
      const author = snapshot.authorOf(`updates.${id}`);
      return [
        {
          record_id: snapshot.id,
          id,
          key_result_id: item.keyResultId,
          value: item.value,
          confidence: item.confidence,
          projection: item.projection,
          note: item.note,
          by_id: author?.personId ?? null,
          at: item.at > 0 ? item.at : (author?.at ?? snapshot.createdAt),
        },
      ];
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** Confidence stays what was last said: an update that leaves it out does not take it back. */
const lastSaid = <T>(updates: readonly ProgressUpdateRow[], pick: (row: ProgressUpdateRow) => T | null): T | null =>
  updates.reduce<T | null>((said, row) => pick(row) ?? said, null);

export const objectiveRows = (snapshot: RecordSnapshot, value: ObjectiveRecord): KindRows => {
  const updates = updateRows(snapshot, value);
  const byKeyResult = Map.groupBy(updates, (row) => row.key_result_id);
  const keyResults = ordered(value.keyResults).map(([id, item], position): KeyResultRow => {
    const own = byKeyResult.get(id) ?? [];
    const newest = own.at(-1);
    return {
      record_id: snapshot.id,
      id,
      position,
      title: item.title,
      type: item.type,
      unit: item.unit,
      start: item.start,
      target: item.target,
      direction: item.direction,
      weight: item.weight,
      owner_id: item.ownerId,
      archived: item.archived ? 1 : 0,
      import_key: item.importKey,
      value: newest?.value ?? null,
      confidence: lastSaid(own, (row) => row.confidence),
      projection: lastSaid(own, (row) => row.projection),
      last_update_at: newest?.at ?? null,
    };
  });
  return {
    objectives: [
      {
        record_id: snapshot.id,
        title: value.title,
        owner_id: value.ownerId,
        parent_id: value.parentId,
        cycle_id: value.cycleId,
        state: value.state,
        roll_up: value.rollUp,
        manual_progress: value.manualProgress,
        manual_by_id: value.manualById,
        score: value.score,
        closed_at: value.closedAt,
        import_key: value.importKey,
        last_update_at: updates.at(-1)?.at ?? null,
        description: value.description,
        reflection: value.reflection,
        due: value.due,
        deliverable: value.deliverable,
        done_means: value.doneMeans,
        accepted_by_id: value.acceptedById,
        accepted_at: acceptedAtOf(value),
        carried_from_id: value.carriedFromId,
      },
    ],
    contributors: Object.entries(value.contributors).flatMap(([id, item]) =>
      item.in ? [{ record_id: snapshot.id, person_id: id }] : [],
    ),
    key_results: keyResults,
    progress_updates: updates,
  };
};

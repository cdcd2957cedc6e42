import type { KindDef } from '#shared/schema/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import type { ChangeMeta, DocumentFault, Documents, Settled } from '../documents/index.ts';
import type { ReadModels, RecordSnapshot } from '../readmodels/index.ts';
import type { RecordRow, RecordTables, WriterRow } from '../store/index.ts';
import { itemOf, type Snapshots } from './snapshot.ts';

/** One applied entry of a record, as settling needs it. */
export interface AppliedEdit {
  readonly entryId: number;
  readonly entryHash: Uint8Array;
  readonly personId: string;
  readonly claimedAt: number;
  readonly schema: number;
  readonly begins: boolean;
  readonly metas: readonly ChangeMeta[];
}

export interface SettleDeps {
  readonly documents: Documents;
  readonly records: RecordTables;
  readonly snapshots: Snapshots;
  readonly readModels: ReadModels;
}

export interface Place {
  readonly recordId: string;
  readonly spaceId: string;
  readonly key: Uint8Array;
  readonly def: KindDef;
}

/**
 * Stores what a record has become: saved document, heads, changes with their entries, first writers, and the read
 * models. Everything is written in the caller's transaction. Fails, with nothing written, when the document does not
 * survive saving and loading (FORMATS 2): the caller then finds the entry that did it.
 */
export const settleRecord = (
  place: Place,
  edits: readonly AppliedEdit[],
  deps: SettleDeps,
): Result<RecordSnapshot, DocumentFault> => {
  const settled = deps.documents.settle(place.recordId, place.def);
  if (!settled.ok) return err(settled.error);
  const { records } = deps;
  for (const edit of edits) {
    if (edit.begins) records.touch(place.recordId, '', edit.entryId);
    const items = new Set(edit.metas.flatMap((meta) => meta.paths.map(itemOf)));
    items.delete('');
    for (const item of items) records.touch(place.recordId, item, edit.entryId);
    for (const { hash, actor, startOp, maxOp } of edit.metas) {
      records.putChange(place.recordId, {
        hash,
        actor,
        start_op: startOp,
        max_op: maxOp,
        entry_id: edit.entryId,
        applied: 1,
      });
    }
  }
  const writers = records.firstWriters(place.recordId);
  const row = recordRow(place, edits, settled.value, records.get(place.recordId), writers.get(''));
  records.put(row);
  const snapshot = deps.snapshots.of(row, settled.value.value, settled.value.conflicts, writers);
  deps.readModels.project(snapshot);
  return ok(snapshot);
};

/** Times and creator come out the same in any arrival order: a maximum, and the lowest hash among beginnings. */
const recordRow = (
  place: Place,
  edits: readonly AppliedEdit[],
  { heads, saved }: Settled,
  held: RecordRow | undefined,
  first: WriterRow | undefined,
): RecordRow => {
  const latest = edits.reduce((most, { claimedAt }) => Math.max(most, claimedAt), held?.updated_at ?? 0);
  return {
    id: place.recordId,
    space_id: place.spaceId,
    kind: place.def.kind,
    key: place.key,
    schema: edits.reduce((most, { schema }) => Math.max(most, schema), held?.schema ?? 1),
    heads: JSON.stringify(heads),
    doc: saved,
    created_by: first?.person_id ?? held?.created_by ?? null,
    created_at: first?.claimed_at ?? held?.created_at ?? latest,
    updated_at: latest,
  };
};

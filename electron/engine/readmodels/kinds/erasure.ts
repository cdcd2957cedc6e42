import { erasureTarget, kinds, readKey } from '#shared/schema/index.ts';
import type { ErasureRecord } from '#shared/schema/index.ts';
import { fromText, toText } from '#shared/std/index.ts';
import { recordIdOf } from '../../entry/index.ts';
import type { KindRows } from '../rows.ts';
import type { RecordSnapshot } from '../snapshot.ts';

/** The tombstone: which record of the same space is gone. Of concurrent erasures the one by the lowest hash is named. */
export const erasureRows = (snapshot: RecordSnapshot, value: ErasureRecord): KindRows => {
  const key = readKey(kinds.erasure, snapshot.key);
  const target = key.ok && key.value.form === 'natural' ? erasureTarget(key.value.parts) : undefined;
  const spaceId = fromText(snapshot.spaceId);
  if (target === undefined || spaceId === undefined) return {};
  return {
    erasures: [
      {
        record_id: snapshot.id,
        target_id: toText(recordIdOf(spaceId, target.kind, target.key)),
        target_kind: target.kind,
        author_id: target.authorId,
        by_id: snapshot.createdById,
        at: snapshot.createdAt,
        why: value.why,
      },
    ],
  };
};

import { toText } from '#shared/std/index.ts';
import { kindOf } from '#shared/schema/index.ts';
import type { Documents } from '../documents/index.ts';
import { createLocalTables, type Db } from '../store/index.ts';
import type { Candidate } from './weigh-record.ts';

/** Key of the local draft that keeps what an entry of one's own had said before it was set aside (read in queries/kept-words.ts). */
const fallenDraftKey = (recordId: string, entryId: string): string => `set-aside/${recordId}/${entryId}`;

/**
 * "While a replica rebuilds, dependent text stays as a draft of its author" (FORMATS 6): what somebody had written and what fell
 * because of a cut stays with them, field by field, until the entry counts again or they let go of it.
 */
export const createFallenDrafts = (db: Db, personId: string) => {
  const local = createLocalTables(db);
  return {
    keep: (recordId: string, one: Candidate, scratch: Documents, reason: string): void => {
      const { row, opened, effect } = one;
      const def = kindOf(opened.body.kind);
      if (one.personId !== personId || effect === undefined || def === undefined) return;
      const changes = new Map<string, unknown>();
      const hashes = effect.metas.map(({ hash }) => hash);
      for (const change of scratch.history(recordId, def, hashes).flat()) changes.set(change.path, change.to);
      const fields = [...changes].map(([path, value]) => ({ path, value }));
      const draft = { recordId, entryId: toText(row.hash), kind: def.kind, at: opened.body.time, reason, fields };
      local.setDraft(fallenDraftKey(recordId, draft.entryId), JSON.stringify(draft), opened.body.time);
    },
    drop: (recordId: string, one: Candidate): void => {
      if (one.personId === personId) local.setDraft(fallenDraftKey(recordId, toText(one.row.hash)), '', 0);
    },
  };
};

export type FallenDrafts = ReturnType<typeof createFallenDrafts>;

import { kindOf } from '#shared/schema/index.ts';
import type { FieldEdit, KindDef } from '#shared/schema/index.ts';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, toText, type Result } from '#shared/std/index.ts';
import type { Documents } from '../documents/index.ts';
import { actorOf, recordIdOf } from '../entry/index.ts';
import type { RecordSnapshot } from '../readmodels/index.ts';
import type { EntryTables } from '../store/index.ts';
import type { Append, AppendDeps } from './append.ts';
import { fromHex, toHex } from './hex.ts';
import type { LogKeys } from './log-keys.ts';
import { settleRecord, type SettleDeps } from './settle.ts';

export interface RecordWrite {
  readonly spaceId: Uint8Array;
  readonly kind: string;
  readonly key: Uint8Array;
  /** Heads the author saw; null for the present ones. */
  readonly base: readonly string[] | null;
  readonly edits: readonly FieldEdit[];
}

export interface WriteDeps extends SettleDeps {
  readonly documents: Documents;
  readonly entries: EntryTables;
  readonly append: Append;
  readonly logKeys: LogKeys;
  readonly writerId: Uint8Array;
  readonly me: { readonly personId: string; readonly deviceId: string };
  readonly epochFor: AppendDeps['epochFor'];
}

export interface Written {
  readonly recordId: string;
  /** Absent when the edits change nothing. */
  readonly snapshot?: RecordSnapshot;
  readonly entryHash?: Uint8Array;
}

/**
 * One intention on one record becomes one entry (DESIGN 3): the edit at the heads its author saw, the entry, the
 * document and the read models, all in the caller's transaction. Policies have been asked before.
 */
export const writeRecord = (write: RecordWrite, deps: WriteDeps): Result<Written, ProtocolError> => {
  // Before anything is edited: changing a key first may make records anew, this one among them.
  const epoch = deps.epochFor(write.spaceId);
  if (!epoch.ok) return epoch;
  const def = kindOf(write.kind);
  if (def === undefined) throw new Error(`There is no kind ${write.kind}.`);
  const rawId = recordIdOf(write.spaceId, write.kind, write.key);
  const recordId = toText(rawId);
  const logId = deps.logKeys.of(write.spaceId).publicKey;
  const edited = deps.documents.edit(recordId, def, {
    actor: toHex(actorOf(logId, deps.writerId, rawId)),
    base: write.base ?? currentHeads(recordId, def, deps),
    edits: write.edits,
  });
  if (!edited.ok) {
    const code =
      edited.error.code === 'unknown-base' ? 'conflict' : edited.error.code === 'too-large' ? 'too-large' : 'invalid';
    return err(failure(code, edited.error.sentence));
  }
  const { changes, metas } = edited.value;
  if (changes.length === 0) return ok({ recordId });
  const content = {
    kind: def.kind,
    schema: def.version,
    recordKey: write.key,
    expected: metas.map((meta) => fromHex(meta.hash)),
    changes,
  };
  const appended = deps.append(write.spaceId, content, epoch.value, { recordId, ...deps.me });
  if (!appended.ok) return appended;
  const { row, body } = appended.value;
  const edit = {
    entryId: row.id,
    entryHash: row.hash,
    personId: deps.me.personId,
    claimedAt: body.time,
    schema: def.version,
    begins: deps.records.get(recordId) === undefined,
    metas,
  };
  const place = { recordId, spaceId: toText(write.spaceId), key: write.key, def };
  const settled = settleRecord(place, [edit], deps);
  if (!settled.ok) throw new Error(`A local edit of ${recordId} could not be stored: ${settled.error.sentence}`);
  return ok({ recordId, snapshot: settled.value, entryHash: row.hash });
};

const currentHeads = (recordId: string, def: KindDef, deps: WriteDeps): readonly string[] =>
  deps.records.get(recordId) === undefined ? [] : deps.documents.heads(recordId, def);

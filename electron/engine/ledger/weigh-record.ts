import { erasesOwn } from '#shared/domain/index.ts';
import { kindOf } from '#shared/schema/index.ts';
import { compareBytes, toText } from '#shared/std/index.ts';
import type { Documents } from '../documents/index.ts';
import type { ChangeRow, EntryRow } from '../store/index.ts';
import { recordIdOf } from '../entry/index.ts';
import { authorOf } from './author.ts';
import { compose } from './compose.ts';
import type { Branches } from './branches.ts';
import type { Contests } from './contests.ts';
import { hadStill, type Loss } from './cuts.ts';
import { toHex } from './hex.ts';
import { judgeEdit, type EditEffect, type EditRules } from './judge-edit.ts';
import { openEntry, type OpenDeps, type OpenedEntry } from './open-entry.ts';
import { quarantined, waitName, type Verdict } from './verdict.ts';

/** One entry of a record, judged as if there were no cuts. */
export interface Candidate {
  readonly row: EntryRow;
  readonly opened: OpenedEntry;
  readonly personId: string;
  readonly deviceId: string;
  verdict: Verdict;
  effect: EditEffect | undefined;
  /** Its place among the sound ones: each follows what it builds on. */
  order: number;
  /** Losses beyond whose cut it lies. */
  beyond: readonly Loss[];
}

export interface RecordWeighing {
  readonly recordId: string;
  readonly candidates: readonly Candidate[];
}

export interface WeighRecordDeps extends Omit<EditRules, 'documents' | 'records'>, OpenDeps {
  readonly contests: Contests;
  readonly branches: Branches;
}

const expectedOf = ({ opened }: Candidate): string[] => opened.body.expected.map(toHex);

/** What entries did to a record, remembered for one judgement only. */
const scratchChanges = (): EditRules['records'] => {
  const rows = new Map<string, ChangeRow>();
  return {
    change: (_record, hash) => rows.get(hash),
    putChange: (_record, row) => void (rows.get(row.hash)?.applied === 1 ? undefined : rows.set(row.hash, row)),
  };
};

/**
 * Judges every entry of a record anew, in a document of its own that holds all that could count (C7: whether an entry
 * is sound follows from it and its causal past; whether it counts is decided afterwards). Order of logs and places, so
 * the answer is the same everywhere.
 */
export const weighRecord = (recordId: string, scratch: Documents, deps: WeighRecordDeps): RecordWeighing => {
  const { entries, graph, contests, branches } = deps;
  const records = scratchChanges();
  const cuts = contests.cuts();
  const forked = branches.any();
  const candidates = entries.ofRecord(recordId).flatMap((row): Candidate[] => {
    // What was erased stays erased: there is nothing left to weigh.
    if (row.body === null || row.state === 'erased' || (forked && !branches.isGrounded(row))) return [];
    const { opened } = openEntry(row, deps);
    if (opened === null) return [];
    const author = authorOf(opened, graph.at(opened.body.membersHeads));
    if ('fault' in author) return [];
    const { personId } = author;
    const deviceId = toText(opened.deviceId);
    return [{ row, opened, personId, deviceId, verdict: quarantined(''), effect: undefined, order: -1, beyond: [] }];
  });
  candidates.sort((a, b) => {
    // The log an entry belongs to, whichever branch of it: the same on every replica (S35).
    const [x, y] = [a.opened.header.logId, b.opened.header.logId];
    return compareBytes(x, y) || a.row.seq - b.row.seq || compareBytes(a.row.hash, b.row.hash);
  });

  const byHash = new Map<string, Candidate[]>();
  const told = new Set<Candidate>();
  let order = 0;
  const judge = (one: Candidate): void => {
    const { opened, personId, deviceId, row } = one;
    const { body } = opened;
    const view = graph.at(body.membersHeads);
    const entry = {
      id: row.id,
      logId: opened.header.logId,
      spaceId: toText(opened.spaceId),
      recordBytes: recordIdOf(opened.spaceId, body.kind, body.recordKey),
      body,
      personId,
    };
    const place = { personId, deviceId, log: toText(opened.header.logId), seq: row.seq };
    // Whoever erases what they wrote themselves takes nothing from anybody: no cut keeps it from being obeyed (C12).
    const isOwn = body.kind === 'erasure' && erasesOwn(body.recordKey, personId);
    const judged = judgeEdit(entry, { ...deps, documents: scratch, records }, (space) =>
      isOwn ? [] : cuts.beyond({ ...place, space }).filter((loss) => hadStill(loss, view)),
    );
    one.verdict = judged.verdict;
    one.effect = judged.effect;
    one.beyond = judged.beyond ?? [];
    if (one.effect !== undefined) one.order = order++;
    for (const { hash, actor, startOp, maxOp } of judged.effect?.metas ?? [])
      records.putChange(recordId, { hash, actor, start_op: startOp, max_op: maxOp, entry_id: row.id, applied: 1 });
  };

  const queue = [...candidates];
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    if (one.effect !== undefined) continue;
    if (forked && branches.isBaseless(one.opened.header.logId)) {
      one.verdict = quarantined(baseless);
      continue;
    }
    judge(one);
    const { verdict } = one;
    const awaited =
      verdict.state === 'waiting' ? verdict.missing : verdict.state === 'quarantined' ? verdict.until : [];
    for (const name of awaited ?? []) byHash.set(name, [...(byHash.get(name) ?? []), one]);
    // Told once that it was refused: what builds on it would otherwise be judged again along every way to it.
    if (verdict.state === 'waiting' || (one.effect === undefined && told.has(one))) continue;
    told.add(one);
    for (const hash of expectedOf(one)) {
      const name = waitName.change(recordId, hash);
      queue.push(...(byHash.get(name) ?? []));
      byHash.delete(name);
    }
  }

  const sound = candidates.filter((one) => one.effect !== undefined).sort((a, b) => a.order - b.order);
  const def = sound[0] === undefined ? undefined : kindOf(sound[0].opened.body.kind);
  if (def !== undefined && !scratch.settle(recordId, def).ok) {
    // Something passed the gate that no document can hold: found entry by entry, as in ordinary settling.
    const { refused } = compose(scratch, recordId, def, sound);
    for (const [one, sentence] of refused) {
      one.verdict = quarantined(sentence);
      one.effect = undefined;
    }
  }
  return { recordId, candidates };
};

/** Why nothing of a log with two beginnings counts. */
export const baseless = 'Its log has two beginnings, so nobody can tell whose it is.';

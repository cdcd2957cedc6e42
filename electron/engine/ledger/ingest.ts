import type { RecordSnapshot } from '../readmodels/index.ts';
import type { Db, EntryRow, EntryState } from '../store/index.ts';
import { kindOf } from '#shared/schema/index.ts';
import { fromText, toText } from '#shared/std/index.ts';
import { recordIdOf } from '../entry/index.ts';
import type { ActTaker } from './act-taker.ts';
import type { Branches } from './branches.ts';
import { erased, type Erasures } from './erasure.ts';
import { toHex } from './hex.ts';
import { authorOf } from './author.ts';
import { createFollowers, followed, forgetful } from './followers.ts';
import { createFrontiers } from './frontiers.ts';
import type { Contests, JudgedEntry } from './contests.ts';
import { judgeEdit, type EditEffect, type EditRules } from './judge-edit.ts';
import { meaningOf, type Known, type Meaning } from './meaning.ts';
import { noKey, openEntry, type OpenDeps, type OpenedEntry } from './open-entry.ts';
import { settleRecord, type AppliedEdit, type Place, type SettleDeps } from './settle.ts';
import { quarantined, waitName, type Verdict } from './verdict.ts';
import type { Weigh } from './weigh.ts';

export interface IngestDeps extends Omit<EditRules, 'records'>, SettleDeps, OpenDeps {
  /** How many records may wait to be settled: each has its document in memory until then. */
  readonly unsettled: number;
  readonly acts: ActTaker;
  readonly erasures: Erasures;
  readonly branches: Branches;
  readonly db: Db;
  readonly contests: Contests;
  readonly weigh: Weigh;
}

/** What a batch changed, for those who watch. */
export interface Effects {
  /** Kinds of the records that changed, were erased, or that nothing makes any more. */
  readonly kinds: ReadonlySet<string>;
  readonly members: boolean;
  /** Ids of entries that had counted and do not any more, and of those that count again (membership.md, C11). */
  readonly setAside: readonly string[];
  readonly readmitted: readonly string[];
}

/** An entry whose document change waits to be settled, with all it takes to judge it again on its own. */
interface Pending {
  readonly row: EntryRow;
  readonly place: Place;
  readonly edit: AppliedEdit;
}

/**
 * Judges stored entries and applies what may be applied, in one pass: entries that others waited for wake them, new
 * keys unlock, and every touched record is settled at the end, or before when too many wait for it: from what was added,
 * or, where a cut is concerned, weighed and made anew. Runs inside the caller's transaction.
 */
export const createIngest = (deps: IngestDeps) => {
  const { entries, spaces, documents, contests } = deps;
  const frontiers = createFrontiers(deps);
  const recordsIn = deps.db.prepare<unknown[], { record_id: string }>(
    'SELECT DISTINCT record_id FROM entries WHERE space_id = ? AND record_id IS NOT NULL',
  );

  const run = (first: readonly number[]): Effects => {
    const queue = [...first];
    /** Records that became read-only or writable without a change of their own. */
    const stale = new Set<string>();
    const pending = new Map<string, Pending[]>();
    const kinds = new Set<string>();
    let members = false;
    /** Judged since the last weighing, and in all. */
    const judged: JudgedEntry[] = [];
    const fresh = new Set<number>();
    const woken = new Set<number>();
    const contested = new Set<string>();
    /** Records that were asked for and are not erased; entries of one record mostly follow each other. */
    const spared = new Set<string>();
    const weighed = { setAside: [] as string[], readmitted: [] as string[] };
    contests.prepare();

    const wake = (name: string): void => {
      for (const id of entries.waitingFor(name)) {
        entries.stopWaiting(id);
        woken.add(id);
        queue.push(id);
      }
    };

    const isErased = (recordId: string): boolean => {
      if (spared.has(recordId)) return false;
      const gone = deps.erasures.isErased(recordId);
      if (!gone) spared.add(recordId);
      return gone;
    };

    const remember = (row: EntryRow, opened: Known, verdict: Verdict): void => {
      entries.setMeaning(row.id, {
        spaceId: opened.spaceId ?? null,
        recordId: opened.recordId ?? null,
        kind: opened.kind ?? null,
        personId: opened.personId ?? null,
        deviceId: opened.deviceId ?? null,
        claimedAt: opened.claimedAt ?? null,
        state: verdict.state,
        reason: verdict.state === 'applied' ? null : verdict.reason,
      });
      const names =
        verdict.state === 'waiting' ? verdict.missing : verdict.state === 'quarantined' ? verdict.until : [];
      for (const name of names ?? []) entries.wait(name, row.id);
    };

    const followers = createFollowers(
      { ...deps, frontiers },
      {
        refuse: (row, opened, recordId) => {
          contested.add(recordId);
          remember(row, meaningOf(opened), quarantined(forgetful));
        },
        judge: ({ id }) => {
          woken.add(id);
          queue.push(id);
        },
      },
    );

    /** An entry whose content was erased: nothing to apply, but its log may rest on the certificate it had. */
    const judgeBlank = (row: EntryRow): void => {
      const bound = deps.erasures.bind(row);
      const { space_id: spaceId, record_id: recordId, kind, person_id: personId, device_id: deviceId } = row;
      const meaning = { spaceId, recordId, kind, personId, deviceId, claimedAt: row.claimed_at };
      if (bound === 'locked') return remember(row, meaning, { state: 'locked', reason: noKey });
      remember(row, meaning, erased);
      followers.erased(row);
      if (bound === 'bound') wake(waitName.log(toText(row.log)));
    };

    /** A key was announced: offers that wait for something else may bring it. */
    const overhearAgain = (membersSpace: string): void => {
      for (const row of entries.inState('waiting')) {
        const opening = row.space_id === membersSpace && row.body !== null ? openEntry(row, deps) : undefined;
        const body = opening?.opened?.body ?? (opening?.opened === null ? opening.body : undefined);
        if (body !== undefined) queue.push(...deps.acts.overhear(body));
      }
    };

    const forked = deps.branches.any();

    const isCarried = (recordId: string, change: string, id: number): boolean => {
      const carrier = deps.records.change(recordId, change)?.entry_id;
      return carrier !== undefined && carrier !== id;
    };

    const judge = (row: EntryRow): void => {
      // Until what it follows is here nothing can be said of it; it is looked at again then.
      if (forked && !deps.branches.isGrounded(row)) return;
      if (row.body === null) return judgeBlank(row);
      const opening = openEntry(row, deps);
      if (opening.opened === null) {
        // Its log may begin under the very key that it offers (keys.md, K8).
        const { body, spaceId } = opening;
        if (body !== undefined && spaceId !== null && deps.acts.isActSpace(fromText(spaceId) ?? new Uint8Array(0)))
          queue.push(...deps.acts.overhear(body));
        return remember(row, { spaceId: opening.spaceId }, opening.verdict);
      }
      const { opened } = opening;
      if (row.state === 'locked') followers.opened(opened);
      if (opened.body.certificate !== null) wake(waitName.log(toText(row.log)));
      entries.attest(row.id, opened.body.seen);
      const meaning = meaningOf(opened);
      const unknown = opened.body.membersHeads.filter((hash) => !deps.graph.has(hash));
      const isAct = deps.acts.isActSpace(opened.spaceId);
      if (unknown.length > 0) {
        if (isAct) queue.push(...deps.acts.overhear(opened.body));
        const missing = unknown.map((hash) => waitName.act(toHex(hash)));
        return remember(row, meaning, {
          state: 'waiting',
          missing,
          reason: 'Changes in the team that its author knew have not arrived yet.',
        });
      }
      if (!frontiers.goesOn(opened)) return remember(row, meaning, quarantined(forgetful));
      if (isAct) {
        const before = followed(opened, deps);
        if (before !== undefined) {
          queue.push(...deps.acts.overhear(opened.body));
          return remember(row, meaning, before);
        }
        const { verdict, personId, unlocked, announces } = deps.acts.take(opened);
        remember(row, { ...meaning, personId }, verdict);
        // Refused and unreadable acts keep their place in the graph: others may build on them.
        members = true;
        wake(waitName.act(toHex(row.hash)));
        queue.push(...unlocked);
        if (announces === true) overhearAgain(meaning.spaceId);
        return;
      }
      judgeRecord(opened, meaning);
    };

    const judgeRecord = (opened: OpenedEntry, meaning: Meaning): void => {
      const { row, body } = opened;
      const recordBytes = recordIdOf(opened.spaceId, body.kind, body.recordKey);
      const ownId = toText(recordBytes);
      if (isErased(ownId)) {
        deps.erasures.dropBody(row);
        followers.erased(row);
        const writer = deps.graph.at(body.membersHeads).personOfDevice(toText(opened.deviceId)) ?? null;
        return remember(row, { ...meaning, personId: writer, recordId: ownId }, erased);
      }
      const author = authorOf(opened, deps.graph.at(body.membersHeads));
      if ('fault' in author) return remember(row, meaning, quarantined(author.fault));
      const { personId } = author;
      const entry = {
        id: row.id,
        logId: opened.header.logId,
        spaceId: meaning.spaceId,
        recordBytes,
        body,
        personId,
      };
      const { verdict, recordId, effect } = judgeEdit(entry, deps);
      // Of two entries with the same change the one that is weighed first counts, not the one that was judged first.
      if (body.expected.some((one) => isCarried(recordId, toHex(one), row.id))) contested.add(recordId);
      remember(row, { ...meaning, personId, recordId }, verdict);
      if (verdict.state === 'deferred' || row.state === 'deferred') stale.add(recordId);
      const { seq } = row;
      const log = opened.header.logId;
      const { membersHeads: heads, refs } = body;
      judged.push({ recordId, spaceId: entry.spaceId, personId, deviceId: meaning.deviceId, log, seq, heads, refs });
      fresh.add(row.id);
      for (const hash of refs) entries.wait(waitName.answer(toHex(hash)), row.id);
      // What waits for a change hears once that it was refused: it will not wait for ever.
      if (verdict.state === 'quarantined' && row.state !== 'quarantined')
        for (const hash of body.expected) wake(waitName.change(recordId, toHex(hash)));
      if (effect === undefined) return;
      const list = pending.get(recordId) ?? [];
      list.push({
        row,
        place: placeOf(effect, entry.spaceId, body.recordKey),
        edit: editOf(row, personId, body, effect),
      });
      pending.set(recordId, list);
      // Later entries may build on this one before the record is settled.
      for (const { hash } of effect.metas) wake(waitName.change(recordId, hash));
    };

    /** Weighs what cuts are about; says which records must not be settled the ordinary way. */
    const weighContested = (): void => {
      for (const recordId of contests.after(judged.splice(0))) contested.add(recordId);
      if (contested.size === 0) return;
      const records = new Set(contested);
      contested.clear();
      for (const recordId of records) pending.delete(recordId);
      const result = deps.weigh.run(records, fresh);
      for (const snapshot of result.snapshots) {
        kinds.add(snapshot.kind);
        if (snapshot.kind === 'space-info') noteSpace(snapshot.spaceId, snapshot);
        if (snapshot.kind === 'erasure') erase(snapshot.id);
      }
      for (const { kind, spaceId } of result.gone) {
        kinds.add(kind);
        if (kind !== 'space-info') continue;
        // Nobody knows any more who reads this space: what is in it waits.
        spaces.remove(spaceId);
        for (const inSpace of recordsIn.all(spaceId)) contested.add(inSpace.record_id);
      }
      weighed.setAside.push(...result.setAside);
      weighed.readmitted.push(...result.readmitted);
    };

    /** Settles one record; when its document does not hold, finds out entry by entry which one is to blame. */
    const settle = (recordId: string, list: readonly Pending[]): void => {
      const place = list[0]?.place;
      // Erased by another entry of this very batch.
      if (place === undefined || isErased(recordId)) return;
      const settled = settleRecord(
        place,
        list.map(({ edit }) => edit),
        deps,
      );
      if (settled.ok) {
        kinds.add(place.def.kind);
        if (place.def.kind === 'space-info') noteSpace(place.spaceId, settled.value);
        if (place.def.kind === 'erasure') erase(recordId);
        return;
      }
      documents.rollback(recordId);
      if (list.length === 1) {
        const [only] = list;
        if (only !== undefined)
          entries.setMeaning(only.row.id, meaningOfRow(only, 'quarantined', settled.error.sentence));
        for (const { hash } of list.flatMap(({ edit }) => edit.metas)) {
          deps.records.putChange(recordId, {
            hash,
            actor: '',
            start_op: 0,
            max_op: 0,
            entry_id: list[0]?.row.id ?? 0,
            applied: 0,
          });
        }
        return;
      }
      for (const one of list) {
        pending.delete(recordId);
        judge(one.row);
        settle(recordId, pending.get(recordId) ?? []);
      }
      pending.delete(recordId);
    };

    /** Says anew that a record waits for an update of the program, or does not any more. */
    const refresh = (recordId: string): void => {
      const row = deps.records.get(recordId);
      const def = row === undefined ? undefined : kindOf(row.kind);
      if (row === undefined || def === undefined) return;
      const settled = documents.settle(recordId, def);
      if (!settled.ok) throw new Error(`A stored document cannot be read: ${settled.error.sentence}`);
      const snapshot = deps.snapshots.of(row, settled.value.value, settled.value.conflicts);
      deps.readModels.project(snapshot);
      kinds.add(snapshot.kind);
    };

    const erase = (erasureId: string): void => {
      spared.clear();
      const target = deps.erasures.targetOf(erasureId);
      if (target === undefined) return;
      pending.delete(target);
      stale.delete(target);
      const rows = entries.ofRecord(target);
      kinds.add(deps.erasures.eraseRecord(target) ?? 'erasure');
      for (const row of rows) followers.erased(row);
    };

    const noteSpace = (spaceId: string, snapshot: RecordSnapshot): void => {
      if (spaces.get(spaceId) !== undefined) return;
      const { readers, purpose } = snapshot.value;
      const ids = typeof readers === 'object' && readers !== null ? Object.keys(readers).sort() : [];
      spaces.put({ id: spaceId, kind: 'group', readers: ids, purpose: typeof purpose === 'string' ? purpose : '' });
      wake(waitName.space(spaceId));
    };

    // A position instead of taking from the front: a newcomer's whole history is one queue.
    for (let at = 0; ;) {
      const id = queue[at];
      if (id !== undefined && pending.size < deps.unsettled) {
        at += 1;
        const row = entries.byId(id);
        if (row !== undefined && (isOpen(row.state) || (row.state === 'quarantined' && woken.delete(id)))) judge(row);
        continue;
      }
      weighContested();
      if (at >= queue.length && pending.size === 0 && contested.size === 0) break;
      for (const [recordId, list] of [...pending]) {
        pending.delete(recordId);
        settle(recordId, list);
      }
    }
    for (const recordId of stale) refresh(recordId);
    return { kinds, members, ...weighed };
  };
  return { run };
};

/** Whether an entry is still to be judged. */
const isOpen = (state: EntryState): boolean => state === 'waiting' || state === 'locked' || state === 'deferred';

const placeOf = ({ recordId, def }: EditEffect, spaceId: string, key: Uint8Array): Place => ({
  recordId,
  def,
  spaceId,
  key,
});

const editOf = (row: EntryRow, personId: string, body: OpenedEntry['body'], effect: EditEffect): AppliedEdit => ({
  entryId: row.id,
  entryHash: row.hash,
  personId,
  claimedAt: body.time,
  schema: body.schema,
  begins: effect.begins,
  metas: effect.metas,
});

const meaningOfRow = ({ place, edit, row }: Pending, state: EntryState, reason: string) => ({
  spaceId: place.spaceId,
  recordId: place.recordId,
  kind: place.def.kind,
  personId: edit.personId,
  deviceId: row.device_id,
  claimedAt: edit.claimedAt,
  state,
  reason,
});

export type Ingest = ReturnType<typeof createIngest>;

import { kindOf } from '#shared/schema/index.ts';
import { toText } from '#shared/std/index.ts';
import { createDocuments, type Documents } from '../documents/index.ts';
import type { RecordSnapshot } from '../readmodels/index.ts';
import type { EntryState, RecordTables } from '../store/index.ts';
import { admitted, decidingLoss, type Claim } from './admission.ts';
import { compose } from './compose.ts';
import { lossSentence } from './cuts.ts';
import type { FallenDrafts } from './fallen-drafts.ts';
import { toHex } from './hex.ts';
import { settleRecord, type SettleDeps } from './settle.ts';
import { applied, quarantined, waitName } from './verdict.ts';
import { weighRecord, type Candidate, type RecordWeighing, type WeighRecordDeps } from './weigh-record.ts';

export interface WeighDeps extends WeighRecordDeps, SettleDeps {
  readonly records: RecordTables;
  readonly drafts: FallenDrafts;
  readonly genesisActor: (recordId: string) => string;
}

/** What weighing changed, for those who watch. */
export interface Weighed {
  readonly snapshots: readonly RecordSnapshot[];
  /** Kinds of records that nothing makes any more. */
  readonly gone: readonly { readonly kind: string; readonly spaceId: string }[];
  readonly setAside: readonly string[];
  readonly readmitted: readonly string[];
}

const idOf = ({ row }: Candidate): string => toText(row.hash);

const claimsOf = (candidates: readonly Candidate[], deps: WeighDeps): Claim[] => {
  const carrier = new Map<string, string>();
  for (const one of candidates) for (const { hash } of one.effect?.metas ?? []) carrier.set(hash, idOf(one));
  return candidates.flatMap((one) => {
    if (one.effect === undefined) return [];
    const id = idOf(one);
    const buildsOn = new Set(one.effect.metas.flatMap(({ deps: on }) => on.map((hash) => carrier.get(hash) ?? id)));
    buildsOn.delete(id);
    const { membersHeads, refs } = one.opened.body;
    return {
      id,
      personId: one.personId,
      deviceId: one.deviceId,
      buildsOn: [...buildsOn],
      answers: refs.map(toText),
      beyond: one.beyond,
      view: () => deps.graph.at(membersHeads),
    };
  });
};

/**
 * Weighs records against the cuts: every entry is judged anew, those that count are found (`admitted`), and each record
 * is made again from them alone, with everything that follows from it, in the caller's transaction. What falls is kept
 * as evidence with its reason, and as a draft of its author where that is the person of this profile.
 */
export const createWeigh = (deps: WeighDeps) => {
  const { entries, records, readModels, documents, contests, drafts } = deps;

  /** Records that decide together: entries of one answer entries of another (C7). */
  const together = (first: string, scratch: Documents): RecordWeighing[] => {
    const found = new Map<string, RecordWeighing>();
    const open = [first];
    for (let recordId = open.pop(); recordId !== undefined; recordId = open.pop()) {
      if (found.has(recordId)) continue;
      const weighing = weighRecord(recordId, scratch, deps);
      found.set(recordId, weighing);
      for (const one of weighing.candidates) {
        for (const hash of one.opened.body.refs) {
          const answered = entries.byHash(hash)?.record_id;
          if (answered != null && contests.holdsLate(answered)) open.push(answered);
        }
        if (one.beyond.length === 0) continue;
        for (const id of entries.waitingFor(waitName.answer(toHex(one.row.hash)))) {
          const answering = entries.byId(id)?.record_id;
          if (answering != null) open.push(answering);
        }
      }
    }
    return [...found.values()];
  };

  const remember = (recordId: string, one: Candidate): void => {
    const { row, opened, verdict } = one;
    entries.setMeaning(row.id, {
      spaceId: toText(opened.spaceId),
      recordId,
      kind: opened.body.kind,
      personId: one.personId,
      deviceId: one.deviceId,
      claimedAt: opened.body.time,
      state: verdict.state,
      reason: verdict.state === 'applied' ? null : verdict.reason,
    });
    entries.stopWaiting(row.id);
    const names = verdict.state === 'waiting' ? verdict.missing : verdict.state === 'quarantined' ? verdict.until : [];
    for (const name of names ?? []) entries.wait(name, row.id);
    if (one.beyond.length > 0) entries.wait(waitName.late(recordId), row.id);
    for (const hash of opened.body.refs) entries.wait(waitName.answer(toHex(hash)), row.id);
  };

  /** Makes a record from the entries that count, or takes it away when none does. */
  const store = ({ recordId, candidates }: RecordWeighing): RecordSnapshot | undefined => {
    const held = records.get(recordId);
    const [any] = candidates;
    const def = any === undefined ? undefined : kindOf(any.opened.body.kind);
    records.forget(recordId);
    documents.rollback(recordId);
    const counting = candidates.filter(({ verdict }) => verdict.state === 'applied').sort((a, b) => a.order - b.order);
    let snapshot: RecordSnapshot | undefined;
    if (any !== undefined && def !== undefined && counting.length > 0) {
      const { kept, refused } = compose(documents, recordId, def, counting);
      for (const [one, sentence] of refused) {
        one.verdict = quarantined(sentence);
        remember(recordId, one);
      }
      const { spaceId, body } = any.opened;
      const place = { recordId, spaceId: toText(spaceId), key: body.recordKey, def };
      const edits = kept.flatMap(({ row, personId, opened, effect }) =>
        effect === undefined
          ? []
          : {
              entryId: row.id,
              entryHash: row.hash,
              personId,
              claimedAt: opened.body.time,
              schema: opened.body.schema,
              begins: effect.begins,
              metas: effect.metas,
            },
      );
      const settled = kept.length === 0 ? undefined : settleRecord(place, edits, deps);
      if (settled?.ok === false) throw new Error(`A composed record cannot be stored: ${settled.error.sentence}`);
      snapshot = settled?.value;
    }
    if (snapshot === undefined && held !== undefined) readModels.remove(recordId, held.kind);
    for (const { row, verdict, opened } of candidates) {
      if (verdict.state !== 'quarantined') continue;
      for (const hash of opened.body.expected)
        records.putChange(recordId, {
          hash: toHex(hash),
          actor: '',
          start_op: 0,
          max_op: 0,
          entry_id: row.id,
          applied: 0,
        });
    }
    return snapshot;
  };

  /** `fresh` are the entries judged in this transaction: what they had been before is not what their row says. */
  const run = (recordIds: ReadonlySet<string>, fresh: ReadonlySet<number>): Weighed => {
    const snapshots: RecordSnapshot[] = [];
    const gone: { kind: string; spaceId: string }[] = [];
    const [setAside, readmitted]: [string[], string[]] = [[], []];
    const done = new Set<string>();
    for (const first of [...recordIds].sort()) {
      if (done.has(first)) continue;
      const scratch = createDocuments({ capacity: 64, load: () => null, genesisActor: deps.genesisActor });
      try {
        const group = together(first, scratch);
        const all = group.flatMap(({ candidates }) => candidates);
        const claims = claimsOf(all, deps);
        const counting = admitted(claims);
        const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
        for (const weighing of group) {
          const { recordId, candidates } = weighing;
          done.add(recordId);
          let changed = false;
          for (const one of candidates) {
            const claim = claimOf.get(idOf(one));
            if (claim !== undefined && !counting.has(claim.id)) {
              const loss = decidingLoss(claim, claims, counting);
              one.verdict = quarantined(loss === undefined ? buildsOnFallen : lossSentence(loss));
            } else if (claim !== undefined) one.verdict = applied;
            const before: EntryState = fresh.has(one.row.id) ? 'waiting' : one.row.state;
            const { verdict } = one;
            changed ||= before !== verdict.state || fresh.has(one.row.id);
            if (before === 'applied' && verdict.state === 'quarantined') {
              setAside.push(idOf(one));
              drafts.keep(recordId, one, scratch, verdict.reason);
            }
            if (before === 'quarantined' && verdict.state === 'applied') {
              readmitted.push(idOf(one));
              drafts.drop(recordId, one);
            }
            remember(recordId, one);
          }
          if (!changed) continue;
          const held = records.get(recordId);
          const snapshot = store(weighing);
          if (snapshot !== undefined) snapshots.push(snapshot);
          else if (held !== undefined) gone.push({ kind: held.kind, spaceId: held.space_id });
        }
      } finally {
        scratch.close();
      }
    }
    return { snapshots, gone, setAside, readmitted };
  };
  return { run };
};

const buildsOnFallen = 'It builds on work that was set aside.';

export type Weigh = ReturnType<typeof createWeigh>;

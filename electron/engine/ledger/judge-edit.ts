import { toHex } from './hex.ts';
import { toText } from '#shared/std/index.ts';
import { kindOf } from '#shared/schema/index.ts';
import type { KindDef, SpaceKind } from '#shared/schema/index.ts';
import { checkPolicy, entryOps, type Signer } from '#shared/domain/index.ts';
import { actorOf } from '../entry/index.ts';
import type { Body } from '../entry/index.ts';
import type { ChangeMeta, Documents } from '../documents/index.ts';
import { roles } from '../members/index.ts';
import type { RecordTables } from '../store/index.ts';
import type { ActGraph } from './act-graph.ts';
import type { Loss } from './cuts.ts';
import type { Space, Spaces } from './spaces.ts';
import { applied, quarantined, waitName, type Verdict } from './verdict.ts';

/** An opened entry on a record, with what its chain proved. */
export interface EditEntry {
  readonly id: number;
  readonly logId: Uint8Array;
  readonly spaceId: string;
  /** Id of the record, computed from space, kind and key. */
  readonly recordBytes: Uint8Array;
  readonly body: Body;
  readonly personId: string;
}

/** What an applied edit touched. */
export interface EditEffect {
  readonly recordId: string;
  readonly def: KindDef;
  readonly metas: readonly ChangeMeta[];
  /** True when the entry begins the record: nothing was written before it in its causal past. */
  readonly begins: boolean;
}

export interface EditRules {
  readonly documents: Documents;
  readonly records: Pick<RecordTables, 'change' | 'putChange'>;
  readonly graph: ActGraph;
  readonly spaces: Spaces;
}

export interface EditVerdict {
  readonly verdict: Verdict;
  readonly recordId: string;
  readonly effect?: EditEffect;
  /** Losses beyond whose cut it lies; of roles only those without which it would have been refused (C6). */
  readonly beyond?: readonly Loss[];
}

/** The losses beyond whose cut an entry lies, in a space with these readers. */
type BeyondIn = (space: Pick<Space, 'id' | 'kind' | 'readers'>) => readonly Loss[];

/**
 * Gate, then policy, then apply (DESIGN 3 "Applying"). The answer depends only on the entry, its causal past and the
 * members at the frontier it names, so it is the same on every replica in any arrival order. Applies to the document
 * when the verdict is `applied`; storing the result is the caller's part.
 */
export const judgeEdit = (entry: EditEntry, rules: EditRules, beyondIn?: BeyondIn): EditVerdict => {
  const { body } = entry;
  const recordId = toText(entry.recordBytes);
  const say = (verdict: Verdict): EditVerdict => ({ verdict, recordId });
  const def = kindOf(body.kind);
  if (def === undefined || body.schema > def.version) {
    return say({
      state: 'deferred',
      reason: 'Written by a newer version of Meridian. It is kept and applied after an update.',
    });
  }
  const space = rules.spaces.get(entry.spaceId);
  if (space === undefined && def.kind !== 'space-info') {
    return say({
      state: 'waiting',
      missing: [waitName.space(entry.spaceId)],
      reason: 'Who reads this space is not known yet.',
    });
  }
  const misplaced = spaceFault(def, space, entry);
  if (misplaced !== undefined) return say(quarantined(misplaced));

  const members = rules.graph.at(body.membersHeads);
  const signer = members.person(entry.personId);
  if (signer === undefined || signer.state === 'removed')
    return say(quarantined('Its author was not a member of the team when writing it.'));

  const actor = toHex(actorOf(entry.logId, body.writerId, entry.recordBytes));
  const checked = rules.documents.check(recordId, def, {
    actor,
    expected: body.expected.map(toHex),
    changes: body.changes,
  });
  if (checked.status === 'fault') return say(refuse(entry, recordId, rules, checked.fault.sentence));
  if (checked.status === 'waiting') {
    const refused = checked.missing.some((hash) => rules.records.change(recordId, hash)?.applied === 0);
    const missing = checked.missing.map((hash) => waitName.change(recordId, hash));
    // The same change may still come in an entry that is allowed to carry it.
    if (refused)
      return say({ ...refuse(entry, recordId, rules, 'It builds on a change that was refused.'), until: missing });
    return say({ state: 'waiting', missing, reason: 'A change it builds on has not arrived yet.' });
  }
  const whole = entryOps(checked.changes.map(({ meta, ops }) => ({ hash: meta.hash, deps: meta.deps, ops })));
  if (!whole.ok) return say(refuse(entry, recordId, rules, whole.error.sentence));
  const before = checked.before();
  const place: Pick<Space, 'id' | 'kind' | 'readers'> = space ?? {
    id: entry.spaceId,
    kind: 'group',
    readers: statedReaders(whole.value),
  };
  const allowedTo = (role: Signer['role']): ReturnType<typeof checkPolicy> =>
    checkPolicy({
      kind: def.kind,
      schema: body.schema,
      key: body.recordKey,
      space: { kind: spaceKind(place), readers: place.readers ?? [] },
      signer: { personId: entry.personId, role, state: signer.state },
      ops: whole.value,
      before,
      members,
    });
  const allowed = allowedTo(signer.role);
  if (!allowed.ok) return say(refuse(entry, recordId, rules, allowed.error.sentence));
  const result = rules.documents.apply(recordId, def, body.changes);
  if (!result.ok) return say(refuse(entry, recordId, rules, result.error.sentence));
  const losses = beyondIn?.(place) ?? [];
  const left = losses.flatMap(({ role }) => (role === null ? [] : [role])).sort(byRank)[0];
  const beyond = left !== undefined && allowedTo(left).ok ? losses.filter(({ role }) => role === null) : losses;
  return {
    verdict: applied,
    recordId,
    effect: { recordId, def, metas: checked.metas, begins: before === null },
    beyond,
  };
};

const byRank = (a: Signer['role'], b: Signer['role']): number => roles.indexOf(a) - roles.indexOf(b);

/** Remembers the changes as refused, so that whatever builds on them is refused too instead of waiting for ever. */
const refuse = (
  entry: EditEntry,
  recordId: string,
  { records }: EditRules,
  reason: string,
): Extract<Verdict, { state: 'quarantined' }> => {
  for (const hash of entry.body.expected) {
    records.putChange(recordId, {
      hash: toHex(hash),
      actor: '',
      start_op: 0,
      max_op: 0,
      entry_id: entry.id,
      applied: 0,
    });
  }
  return { state: 'quarantined', reason };
};

const spaceFault = (def: KindDef, space: Space | undefined, entry: EditEntry): string | undefined => {
  if (space === undefined) return undefined;
  if (space.kind === 'members' || !def.spaces.includes(space.kind))
    return `A ${def.kind} does not belong in this space.`;
  if (space.readers !== null && !space.readers.includes(entry.personId))
    return 'Its author is not one of the readers of this space.';
  return undefined;
};

/** The readers that the first record of a group states: until it is applied, nothing else knows them. */
const statedReaders = (ops: readonly { readonly path: string; readonly value?: unknown }[]): string[] =>
  ops.flatMap(({ path, value }) => {
    const [collection, personId, field] = path.split('.');
    return collection === 'readers' && field === 'in' && value === true && personId !== undefined ? [personId] : [];
  });

const spaceKind = (space: Pick<Space, 'kind'>): SpaceKind => (space.kind === 'members' ? 'team' : space.kind);

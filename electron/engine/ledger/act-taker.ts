import { compareBytes, equalBytes, toText } from '#shared/std/index.ts';
import { decodeHeader } from '#shared/sync/index.ts';
import { epochTag, epochOf, type Body } from '../entry/index.ts';
import { openGeneration, openOffer, pairSpace } from '../keys/index.ts';
import type { DeviceKeys, Keyring, PersonGeneration, PersonKeys, SpaceKey } from '../keys/index.ts';
import { mapKey, type BoxKeys } from '../crypto/index.ts';
import { decodeAct, introducedId } from '../members/index.ts';
import type { Act, PersonPublic } from '../members/index.ts';
import type { Db, EntryRow, EntryTables } from '../store/index.ts';
import type { ActGraph } from './act-graph.ts';
import type { Epochs } from './epochs.ts';
import type { OpenedEntry } from './open-entry.ts';
import type { Spaces } from './spaces.ts';
import { applied, quarantined, type Verdict } from './verdict.ts';

export interface ActTakerDeps {
  readonly entries: Pick<EntryTables, 'lockedVersion'>;
  readonly db: Db;
  readonly graph: ActGraph;
  readonly keyring: Keyring;
  readonly spaces: Spaces;
  readonly epochs: Epochs;
  readonly teamRoot: Uint8Array;
  readonly membersSpace: Uint8Array;
  readonly person: PersonKeys;
  readonly device: DeviceKeys;
  /** Receiving keys of all generations, the founding one included. */
  readonly boxes: () => readonly BoxKeys[];
  /** A generation of the person's own key that was sealed to this device. */
  readonly onGeneration: (generation: PersonGeneration) => void;
  /** A key was learned: the secrets are to be stored in this transaction. */
  readonly onKey: () => void;
  /** The graph has an act of this transaction: a rollback has to take it out again. */
  readonly onAct: () => void;
}

export interface ActOutcome {
  readonly verdict: Verdict;
  readonly personId: string | null;
  /** Entries that a key from this act opens. */
  readonly unlocked: readonly number[];
  /** It announces a key: offers of it that wait may be read now. */
  readonly announces?: boolean;
}

interface LockedIndex {
  readonly version: number;
  readonly byTag: ReadonlyMap<string, readonly number[]>;
  readonly logs: ReadonlyMap<string, Uint8Array>;
}

/** Takes acts of the `members` space into the graph, and the keys they bring into the keyring. */
export const createActTaker = (deps: ActTakerDeps) => {
  const { graph, keyring, spaces } = deps;
  const lockedRows = deps.db.prepare<unknown[], Pick<EntryRow, 'id' | 'log' | 'header'>>(
    "SELECT id, log, header FROM entries WHERE state = 'locked' AND state <> 'applied' ORDER BY id",
  );

  /** Locked entries by the tag of their key, and their logs; null until it is asked for, and after something was locked. */
  let locked: LockedIndex | null = null;
  const readLocked = (): LockedIndex => {
    const version = deps.entries.lockedVersion();
    if (locked?.version === version) return locked;
    const byTag = new Map<string, number[]>();
    const logs = new Map<string, Uint8Array>();
    for (const row of lockedRows.all()) {
      const header = decodeHeader(row.header);
      if (!header.ok) continue;
      const { epochTag: tag, logId } = header.value;
      const held = byTag.get(mapKey(tag));
      if (held === undefined) byTag.set(mapKey(tag), [row.id]);
      else held.push(row.id);
      logs.set(mapKey(logId), logId);
    }
    locked = { version, byTag, logs };
    return locked;
  };

  const learn = (key: SpaceKey): readonly number[] => {
    if (!keyring.learn(key)) return [];
    deps.onKey();
    const { id } = epochOf(key.spaceId, key.key);
    const { byTag, logs } = readLocked();
    return [...logs.values()].flatMap((log) => byTag.get(mapKey(epochTag(id, log))) ?? []).sort((a, b) => a - b);
  };

  /** The space of this person and me, which both of us derive without a word (FORMATS 5). */
  const meet = (who: PersonPublic): readonly number[] => {
    const personId = introducedId(who);
    if (equalBytes(personId, deps.person.id)) return [];
    const pair = pairSpace(deps.teamRoot, deps.person.box, who.box);
    if (pair === undefined) return [];
    const readers = [personId, deps.person.id].sort(compareBytes).map(toText);
    const spaceId = toText(pair.id);
    if (spaces.get(spaceId) === undefined) spaces.put({ id: spaceId, kind: 'pair', readers, purpose: '' });
    return learn({ spaceId: pair.id, key: pair.key, supersedes: [] });
  };

  /** An offer for a space that has a key already counts only with a rotation that announced it (K1). */
  const isExpected = ({ spaceId, key }: SpaceKey): boolean => deps.epochs.isExpected(spaceId, epochOf(spaceId, key).id);

  /** Generations of my own person's key that one of my devices sealed to this one (keys.md). Others' are not believed. */
  const generationsOf = (act: Act, author: string | null): void => {
    if (act.kind !== 'person-key' && act.kind !== 'device-add') return;
    if (author !== toText(deps.person.id)) return;
    for (const sealed of act.sealed) {
      const generation = openGeneration(sealed, deps.person.id, deps.device.box);
      if (generation !== undefined) deps.onGeneration(generation);
    }
  };

  const offered = (sealed: readonly Uint8Array[]): readonly number[] =>
    sealed.flatMap((one) => {
      const key = openOffer(one, deps.boxes());
      return key === undefined || !isExpected(key) ? [] : learn(key);
    });

  const keysOf = (act: Act, deviceId: Uint8Array): readonly number[] => {
    if (act.kind === 'create' || act.kind === 'join') return meet(act.person);
    if (act.kind !== 'offer') return [];
    // What this device offered itself, it has; what a copy of it offered, it may lack (K6).
    const has = equalBytes(deviceId, deps.device.id) && deps.epochs.lacking().length === 0;
    return has ? [] : offered(act.sealed);
  };

  return {
    isActSpace: (spaceId: Uint8Array): boolean => equalBytes(spaceId, deps.membersSpace),
    learn,
    /** After a transaction: a machine that carries much for others does not keep a list of it. */
    rest: (): void => {
      locked = null;
    },
    /** Puts a stored act back into the graph when the profile is opened; its keys are in the keyring already. */
    restore: ({ row, body, deviceId }: OpenedEntry): void => {
      const [bytes] = body.changes;
      if (body.kind === 'act' && bytes !== undefined && body.changes.length === 1)
        graph.add(row, body, deviceId, decodeAct(bytes));
    },
    /**
     * Keys from an act that has to wait for others. Offers prove themselves, and what is waited for may be locked under
     * the very key that is offered. Returns the entries they open.
     */
    overhear: (body: Body): readonly number[] => {
      const [bytes] = body.changes;
      const act = body.kind === 'act' && bytes !== undefined ? decodeAct(bytes) : undefined;
      return act?.kind === 'offer' ? offered(act.sealed) : [];
    },
    take: ({ row, body, deviceId }: OpenedEntry): ActOutcome => {
      const [bytes, ...more] = body.changes;
      if (body.kind !== 'act' || bytes === undefined || more.length > 0) {
        return {
          verdict: quarantined('It is not an act on membership, and nothing else belongs in this space.'),
          personId: null,
          unlocked: [],
        };
      }
      const act = decodeAct(bytes);
      deps.onAct();
      graph.add(row, body, deviceId, act);
      // As its author knew the team, not as this replica does just now: that depends on what has arrived.
      const personId = graph.at([row.hash]).personOfDevice(toText(deviceId)) ?? null;
      if (act.kind === 'unreadable') {
        const verdict: Verdict =
          act.code === 'act-newer' ? { state: 'deferred', reason: act.sentence } : quarantined(act.sentence);
        return { verdict, personId, unlocked: [] };
      }
      generationsOf(act, personId);
      return { verdict: applied, personId, unlocked: keysOf(act, deviceId), announces: act.kind === 'rotate' };
    },
  };
};

export type ActTaker = ReturnType<typeof createActTaker>;

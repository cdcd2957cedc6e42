import { fromText, toText, type Clock, type Random } from '#shared/std/index.ts';
import type { CommandContext, KnownRecord } from '#shared/domain/index.ts';
import { isRecordKind, kindOf } from '#shared/schema/index.ts';
import { recordIdOf } from '../entry/index.ts';
import { pairSpace } from '../keys/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { createMilestoneRoles, expectationDigest } from '../readmodels/index.ts';
import type { Db } from '../store/index.ts';
import { disputedIn, pastOf } from './past.ts';

const lookups = (db: Db) => ({
  objectiveOf: db.prepare<unknown[], { record_id: string }>(
    'SELECT record_id FROM key_results WHERE id = ? ORDER BY record_id LIMIT 1',
  ),
  milestones: db.prepare<unknown[], { record_id: string; title: string; state: string; done_at: number | null }>(
    'SELECT record_id, title, state, done_at FROM tasks WHERE key_result_id = ? AND milestone = 1',
  ),
  milestoneRoles: createMilestoneRoles(db),
});
const known = new WeakMap<Db, ReturnType<typeof lookups>>();

/** Compiled once a profile, not once a command. */
const lookupsIn = (db: Db): ReturnType<typeof lookups> => {
  const held = known.get(db) ?? lookups(db);
  known.set(db, held);
  return held;
};

/** What the rules see when they decide a command: this profile's records and members as they are now. */
export const domainContext = (ledger: Ledger, clock: Clock, random: Random): CommandContext => {
  const members = ledger.graph.now();
  const mine = members.person(ledger.me.personId);
  const { objectiveOf, milestones, milestoneRoles } = lookupsIn(ledger.db);

  const carried = ledger.db.prepare<unknown[], { record_id: string }>(
    'SELECT record_id FROM objectives WHERE carried_from_id = ? AND cycle_id = ? ORDER BY record_id LIMIT 1',
  );

  const record = (id: string, heads?: readonly string[]): KnownRecord | undefined => {
    const row = ledger.records.get(id);
    const def = row === undefined ? undefined : kindOf(row.kind);
    if (row === undefined || def === undefined || !isRecordKind(row.kind)) return undefined;
    const value = ledger.documents.valueAt(id, def, heads);
    if (!value.ok) return undefined;
    const space = ledger.spaces.get(row.space_id);
    return {
      id,
      kind: row.kind,
      key: row.key,
      space: {
        kind: space === undefined || space.kind === 'members' ? 'team' : space.kind,
        readers: space?.readers ?? [],
      },
      value: value.value,
      readOnlyReason: ledger.snapshots.isDeferred(id) ? newer : null,
    };
  };

  return {
    now: clock.now(),
    newId: () => toText(random.bytes(16)),
    digest: expectationDigest,
    me: { personId: ledger.me.personId, role: mine?.role ?? 'guest', state: mine?.state ?? 'removed' },
    members,
    record,
    natural: (space, kind, key) => record(toText(recordIdOf(ledger.space[space], kind, key))),
    inPair: (personId, kind, key) => {
      const box = members.person(personId)?.founding.box;
      const pair = box === undefined ? undefined : pairSpace(ledger.teamRoot, ledger.person.box, box);
      return pair === undefined ? undefined : record(toText(recordIdOf(pair.id, kind, key)));
    },
    idInTeam: (kind, key) => toText(recordIdOf(ledger.space.team, kind, key)),
    past: (recordId) => pastOf(ledger, recordId),
    disputed: (recordId) => disputedIn(ledger.db, recordId),
    objectiveOf: (keyResultId) => objectiveOf.get(keyResultId)?.record_id,
    carriedTo: (objectiveId, cycleId) => carried.get(objectiveId, cycleId)?.record_id,
    milestoneRoles,
    milestonesOf: (keyResultId) =>
      milestones.all(keyResultId).map((row) => ({
        id: row.record_id,
        title: row.title,
        done: row.state === 'done',
        doneAt: row.done_at,
      })),
  };
};

const newer = 'A newer version of Meridian has written to this record. Update Meridian on this machine to edit it.';

/** Bytes of an id that came from our own tables. */
export const idBytes = (id: string): Uint8Array => {
  const bytes = fromText(id);
  if (bytes === undefined) throw new Error(`"${id}" is not an id.`);
  return bytes;
};

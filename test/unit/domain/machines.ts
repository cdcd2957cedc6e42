import { createHash } from 'node:crypto';
import { createDocuments } from '#engine/documents/index.ts';
import { commands } from '#shared/protocol/index.ts';
import type { CommandParams, CommandRequest } from '#shared/protocol/index.ts';
import { checkPolicy, decide, entryOps } from '#shared/domain/index.ts';
import type {
  CommandContext,
  Creation,
  KnownRecord,
  MembersPort,
  RecordCommand,
  Signer,
  Write,
} from '#shared/domain/index.ts';
import { kindOf } from '#shared/schema/index.ts';
import type { KindDef, RecordKind } from '#shared/schema/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';
import { milestoneOf } from './desk.ts';

const digest = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  parts.reduce((sum, part) => sum.update(part).update('|'), createHash('sha256')).digest();

/** What travels: an entry on a record, without its envelope. */
export interface Entry {
  readonly recordId: string;
  readonly kind: RecordKind;
  readonly key: Uint8Array;
  readonly space: KnownRecord['space'];
  readonly signer: Signer;
  readonly actor: string;
  readonly expected: readonly string[];
  readonly changes: readonly Uint8Array[];
}

const defOf = (kind: RecordKind): KindDef => {
  const def = kindOf(kind);
  if (def === undefined) throw new Error(`There is no kind ${kind}.`);
  return def;
};

/** One person's machine: real rules over real documents, nothing else. */
export const createMachine = (me: Signer, members: MembersPort, salt: string) => {
  const documents = createDocuments({
    capacity: 50,
    load: () => null,
    genesisActor: (id) => digest('genesis', id).toString('hex').slice(0, 32),
  });
  const known = new Map<string, Omit<KnownRecord, 'value' | 'id' | 'readOnlyReason'>>();
  let made = 0;

  const record = (id: string, heads?: readonly string[]): KnownRecord | undefined => {
    const held = known.get(id);
    if (held === undefined) return undefined;
    const value = documents.valueAt(id, defOf(held.kind), heads);
    return value.ok ? { id, ...held, value: value.value, readOnlyReason: null } : undefined;
  };
  const idOf = (space: KnownRecord['space'], kind: string, key: Uint8Array): string =>
    toText(digest(space.kind === 'team' ? 'team' : [...space.readers].sort().join(), kind, key));
  const team = { kind: 'team', readers: [] } as const;
  const self = { kind: 'self', readers: [me.personId] } as const;
  const ctx: CommandContext = {
    me,
    members,
    now: Date.parse('2026-05-13T09:00:00Z'),
    digest: (text) => toText(digest(text)),
    newId: () => toText(digest(salt, me.personId, String((made += 1))).subarray(0, 16)),
    record,
    natural: (space, kind, key) => record(idOf(space === 'team' ? team : self, kind, key)),
    inPair: (personId, kind, key) => record(idOf({ kind: 'pair', readers: [me.personId, personId].sort() }, kind, key)),
    idInTeam: (kind, key) => idOf(team, kind, key),
    past: () => [],
    disputed: () => new Set(),
    objectiveOf: (keyResultId) =>
      [...known.keys()].find((id) => {
        const items = record(id)?.value['keyResults'];
        return typeof items === 'object' && items?.[keyResultId] !== undefined;
      }),
    carriedTo: (objectiveId, cycleId) =>
      [...known.keys()].find((id) => {
        const value = record(id)?.value;
        return value?.['carriedFromId'] === objectiveId && value['cycleId'] === cycleId;
      }),
    // These stories award nothing: whoever owns the milestone is all there is around it.
    milestoneRoles: (milestoneId) => {
      const ownerId = record(milestoneId)?.value['ownerId'];
      return {
        ownerId: typeof ownerId === 'string' ? ownerId : null,
        taskOwnerIds: [],
        keyResultOwnerId: null,
        objectiveOwnerId: null,
        contributorIds: [],
      };
    },
    milestonesOf: (keyResultId) =>
      [...known.keys()].flatMap((id) => {
        const value = known.get(id)?.kind === 'task' ? record(id)?.value : undefined;
        if (value?.['milestone'] !== true || value['keyResultId'] !== keyResultId) return [];
        return [milestoneOf(id, value)];
      }),
  };

  const spaceOf = ({ place }: Creation): KnownRecord['space'] => {
    if (place.space === 'team') return team;
    if (place.space === 'self') return self;
    if (place.space === 'named') return { kind: place.readers.length === 2 ? 'pair' : 'group', readers: place.readers };
    return record(place.recordId)?.space ?? team;
  };

  const write = (of: Write): Entry | undefined => {
    const about = of.act === 'create' ? { kind: of.kind, key: of.key, space: spaceOf(of) } : known.get(of.recordId);
    if (about === undefined) throw new Error('A revision of nothing was decided.');
    const recordId = of.act === 'create' ? idOf(about.space, about.kind, about.key) : of.recordId;
    const def = defOf(about.kind);
    const heads = known.has(recordId) ? documents.heads(recordId, def) : [];
    const base = of.act === 'create' ? heads : (of.base ?? heads);
    const actor = digest('actor', salt, me.personId, recordId).toString('hex').slice(0, 32);
    const edited = expectOk(documents.edit(recordId, def, { actor, base, edits: of.edits }));
    expectOk(documents.settle(recordId, def));
    known.set(recordId, about);
    if (edited.changes.length === 0) return undefined;
    const expected = edited.metas.map((meta) => meta.hash);
    return { recordId, ...about, signer: me, actor, expected, changes: edited.changes };
  };

  return {
    me,
    known,
    digest: ctx.digest,
    record,
    heads: (id: string) => documents.heads(id, defOf(known.get(id)?.kind ?? 'objective')),
    /** The entries that a command comes to; none when the rules refuse it. */
    run: <N extends RecordCommand>(name: N, params: CommandParams<N>): readonly Entry[] => {
      const request = commands[name].params.parse(params) as CommandRequest<N>;
      const decision = decide(name, request, ctx);
      return decision.ok ? decision.value.writes.flatMap((each) => write(each) ?? []) : [];
    },
    /** What this machine says about somebody else's entry. Takes it in when it is right. */
    receive: (entry: Entry): string => {
      const { recordId, kind, key, space, signer, actor, expected, changes } = entry;
      const def = defOf(kind);
      const read = documents.check(recordId, def, { actor, expected, changes });
      if (read.status !== 'ready') return read.status === 'fault' ? read.fault.sentence : 'waiting';
      const ops = entryOps(read.changes.map((each) => ({ hash: each.meta.hash, deps: each.meta.deps, ops: each.ops })));
      if (!ops.ok) return ops.error.sentence;
      const before = read.before();
      const judged = checkPolicy({ kind, schema: def.version, key, space, signer, ops: ops.value, before, members });
      if (!judged.ok) return judged.error.sentence;
      expectOk(documents.apply(recordId, def, changes));
      expectOk(documents.settle(recordId, def));
      known.set(recordId, { kind, key, space });
      return 'applied';
    },
    close: () => {
      documents.close();
    },
  };
};

export type Machine = ReturnType<typeof createMachine>;

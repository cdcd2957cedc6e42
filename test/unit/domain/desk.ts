import { createHash } from 'node:crypto';
import { expectOk, toText } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { commands } from '#shared/protocol/index.ts';
import type { CommandParams, CommandRequest, ProtocolError } from '#shared/protocol/index.ts';
import { decide, overlayEdits } from '#shared/domain/index.ts';
import type {
  CommandContext,
  Decision,
  KnownRecord,
  PastEntry,
  RecordCommand,
  Signer,
  Write,
} from '#shared/domain/index.ts';
import type { FieldEdit, RecordKind, RecordValue, Scalar } from '#shared/schema/index.ts';
import { members } from './team.ts';

const hash = (...parts: readonly (string | Uint8Array)[]): string =>
  toText(parts.reduce((sum, part) => sum.update(part).update('|'), createHash('sha256')).digest());

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const items = (value: unknown): Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, Readonly<Record<string, unknown>>>>)
    : {};
const item = (value: unknown, id: string | null) => (id === null ? undefined : items(value)[id]);

/** A task as the rules hear of it as a milestone. */
export const milestoneOf = (id: string, value: RecordValue) => ({
  id,
  title: text(value['title']) ?? '',
  done: value['state'] === 'done',
  doneAt: typeof value['doneAt'] === 'number' ? value['doneAt'] : null,
});

/** Records in memory: as much of an engine as the rules can tell from a real one. Heads are not kept. */
export const createDesk = (me: Signer, now = Date.parse('2026-05-13T09:00:00Z')) => {
  const records = new Map<string, KnownRecord>();
  const past = new Map<string, readonly PastEntry[]>();
  let made = 0;
  const idOf = (space: string, kind: string, key: Uint8Array): string => hash(space, kind, key);
  const spaceNameOf = (space: KnownRecord['space']): string =>
    space.kind === 'team' ? 'team' : [...space.readers].sort().join();
  const ctx: CommandContext = {
    now,
    me,
    members,
    digest: (text) => createHash('sha256').update(text).digest('base64url'),
    newId: () => toText(Uint8Array.from({ length: 16 }, (_, i) => (made += 1) >> (8 * (i % 4)))),
    record: (id) => records.get(id),
    natural: (space, kind, key) => records.get(idOf(space === 'team' ? 'team' : me.personId, kind, key)),
    inPair: (personId, kind, key) => records.get(idOf([me.personId, personId].sort().join(), kind, key)),
    idInTeam: (kind, key) => idOf('team', kind, key),
    past: (recordId) => past.get(recordId) ?? [],
    disputed: () => new Set(),
    objectiveOf: (keyResultId) =>
      [...records.values()].find(
        ({ value }) => typeof value['keyResults'] === 'object' && value['keyResults']?.[keyResultId] !== undefined,
      )?.id,
    carriedTo: (objectiveId, cycleId) =>
      [...records.values()].find(({ value }) => value['carriedFromId'] === objectiveId && value['cycleId'] === cycleId)
        ?.id,
    milestoneRoles: (milestoneId) => {
      const milestone = records.get(milestoneId)?.value;
      const keyResultId = text(milestone?.['keyResultId']);
      const objective = [...records.values()].find(({ value }) => item(value['keyResults'], keyResultId) !== undefined);
      return {
        ownerId: text(milestone?.['ownerId']),
        taskOwnerIds: [...records.values()].flatMap(({ kind, value }) =>
          kind === 'task' && keyResultId !== null && value['keyResultId'] === keyResultId && value['state'] === 'done'
            ? (text(value['ownerId']) ?? [])
            : [],
        ),
        keyResultOwnerId: text(item(objective?.value['keyResults'], keyResultId)?.['ownerId']),
        objectiveOwnerId: text(objective?.value['ownerId']),
        contributorIds: Object.keys(items(objective?.value['contributors'])),
      };
    },
    milestonesOf: (keyResultId) =>
      [...records.values()]
        .filter(
          ({ kind, value }) => kind === 'task' && value['milestone'] === true && value['keyResultId'] === keyResultId,
        )
        .map(({ id, value }) => milestoneOf(id, value)),
  };

  const spaceOf = (write: Extract<Write, { act: 'create' }>): KnownRecord['space'] => {
    if (write.place.space === 'team') return { kind: 'team', readers: [] };
    if (write.place.space === 'self') return { kind: 'self', readers: [me.personId] };
    if (write.place.space === 'of') {
      const of = records.get(write.place.recordId);
      if (of === undefined) throw new Error('A comment on nothing was decided.');
      return of.space;
    }
    return { kind: write.place.readers.length === 2 ? 'pair' : 'group', readers: write.place.readers };
  };

  const valueAt = (value: RecordValue, path: string): Scalar => {
    const [field = '', itemId = '', name = ''] = path.split('.');
    const held = value[field] ?? null;
    return typeof held === 'object' && held !== null ? (held[itemId]?.[name] ?? null) : held;
  };
  const note = (id: string, before: RecordValue, edits: readonly FieldEdit[]): void => {
    const changes = edits.map(({ path, value }) => ({ path, from: valueAt(before, path), to: value }));
    const entries = past.get(id) ?? [];
    const entryId = hash(id, String(entries.length));
    past.set(id, [...entries, { entryId, personId: me.personId, applied: true, changes }]);
  };

  const apply = (write: Write): string => {
    if (write.act === 'revise') {
      const record = records.get(write.recordId);
      if (record === undefined) throw new Error('A revision of nothing was decided.');
      note(record.id, record.value, write.edits);
      records.set(record.id, { ...record, value: overlayEdits(record.kind, record.value, write.edits) });
      return record.id;
    }
    const { kind, key, edits } = write;
    const space = spaceOf(write);
    const id = idOf(spaceNameOf(space), kind, key);
    note(id, {}, edits);
    records.set(id, { id, kind, key, space, value: overlayEdits(kind, {}, edits), readOnlyReason: null });
    return id;
  };

  const ask = <N extends RecordCommand>(name: N, params: CommandParams<N>): Result<Decision, ProtocolError> => {
    // The protocol's validators fill in the defaults, as they do in the engine.
    const request = commands[name].params.parse(params) as CommandRequest<N>;
    return decide(name, request, ctx);
  };

  return {
    ctx,
    records,
    ask,
    /** Runs a command that has to succeed; the ids of the records that it wrote, in order. */
    run: <N extends RecordCommand>(name: N, params: CommandParams<N>) => {
      const decision = expectOk(ask(name, params));
      return { ...decision, ids: decision.writes.map(apply) };
    },
    value: (id: string) => records.get(id)?.value ?? {},
    ofKind: (kind: RecordKind) => [...records.values()].filter((record) => record.kind === kind),
    put: (record: KnownRecord, entries: readonly PastEntry[] = []) => {
      records.set(record.id, record);
      past.set(record.id, entries);
    },
    pastOf: (id: string) => past.get(id) ?? [],
    /** The same records, as somebody else's machine holds them. */
    as: (other: Signer) => {
      const desk = createDesk(other, now);
      for (const record of records.values()) desk.put(record, past.get(record.id) ?? []);
      return desk;
    },
  };
};

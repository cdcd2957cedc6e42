import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPolicy, mayWrite } from '#shared/domain/index.ts';
import type { OpView, PolicyInput, Signer } from '#shared/domain/index.ts';
import { isRecordKind, kinds, naturalKey, ownKey, readKey } from '#shared/schema/index.ts';
import type { KindDef, RecordKind, RecordValue, Scalar } from '#shared/schema/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';
import { ana, bilal, chen, dana, itemId, members, personId, signer } from './team.ts';

// Bilal begins every record; the roles of all others are what the tests turn.
const creator = bilal;
const stranger = personId('stranger');
const kr = itemId(1);
const roles = ['owner', 'admin', 'member', 'guest'] as const;
const states = ['provisional', 'member', 'removed'] as const;
const all = Object.keys(kinds).filter(isRecordKind);

const keys: Readonly<Record<RecordKind, Uint8Array>> = {
  'team-settings': naturalKey('team'),
  person: naturalKey(creator),
  cycle: expectOk(ownKey(itemId(9), creator)),
  objective: expectOk(ownKey(itemId(9), creator)),
  'check-in': naturalKey(creator, '2026-W20'),
  comment: expectOk(ownKey(itemId(9), creator)),
  acknowledgement: naturalKey(ana, creator),
  feedback: expectOk(ownKey(itemId(9), creator)),
  kudos: expectOk(ownKey(itemId(9), creator)),
  pulse: naturalKey('2026-W20'),
  task: expectOk(ownKey(itemId(9), creator)),
  leave: expectOk(ownKey(itemId(9), creator)),
  'agenda-item': expectOk(ownKey(itemId(9), creator)),
  meeting: naturalKey('2026-05-13'),
  'feedback-request': expectOk(ownKey(itemId(9), creator)),
  badge: naturalKey(ana, chen, creator),
  note: expectOk(ownKey(itemId(9), creator)),
  'goal-template': expectOk(ownKey(itemId(9), creator)),
  request: expectOk(ownKey(itemId(9), creator)),
  'space-info': naturalKey('space'),
  erasure: naturalKey('comment', toText(expectOk(ownKey(itemId(9), creator)))),
};

/** A legal value for every path; the sample of each kind is made of these. */
const special: Readonly<Record<string, Scalar>> = {
  'cycle.start': '2026-04-01',
  'cycle.end': '2026-06-30',
  'objective.ownerId': chen,
  'objective.manualById': null,
  'objective.manualProgress': null,
  'objective.keyResults.target': 300,
  'objective.keyResults.start': 900,
  'objective.updates.keyResultId': kr,
  'check-in.personId': creator,
  'check-in.week': '2026-W20',
  'acknowledgement.targetId': ana,
  'acknowledgement.personId': creator,
  'feedback.aboutId': chen,
  'kudos.toId': chen,
  'pulse.week': '2026-W20',
  'task.ownerId': chen,
  'leave.personId': creator,
  'leave.start': '2026-05-11',
  'leave.end': '2026-05-15',
  'meeting.day': '2026-05-13',
  'feedback-request.askedId': chen,
  'feedback-request.aboutId': creator,
  'feedback-request.declineWords': '',
  'badge.milestoneId': ana,
  'badge.toId': chen,
  'note.aboutId': chen,
  'request.fromId': creator,
  'request.state': 'answered',
  'request.closedAt': 1,
  'request.turns.toId': chen,
  'request.turns.byId': creator,
  'space-info.readers.in': true,
};

const shortPath = (kind: RecordKind, path: string): string => {
  const [head = '', , field] = path.split('.');
  return `${kind}.${field === undefined ? head : `${head}.${field}`}`;
};

const legal = (kind: RecordKind, path: string): Scalar => {
  const known = special[shortPath(kind, path)];
  if (known !== undefined) return known;
  const def: KindDef = kinds[kind];
  const candidates: readonly Scalar[] = ['Words', 1, false, '2026-05-13', '2026-W20', 'UTC', 'active', ana, 'number'];
  const fitting = [def.fallback(path), ...candidates].find((value) => def.check(path, value).ok);
  if (fitting === undefined) throw new Error(`No legal value for ${kind} ${path}`);
  return fitting;
};

const pathsOf = (kind: RecordKind): string[] => {
  const def: KindDef = kinds[kind];
  const item = (collection: string) =>
    collection === 'readers' || collection === 'contributors' ? creator : collection === 'updates' ? itemId(2) : kr;
  return [
    ...def.scalars,
    ...def.texts,
    ...Object.entries(def.items).flatMap(([name, fields]) => fields.map((field) => `${name}.${item(name)}.${field}`)),
  ];
};

const op = (kind: RecordKind, path: string, known: boolean): OpView => {
  const action = kinds[kind].path(path)?.form === 'text' ? 'text' : 'set';
  return { path, action, value: action === 'text' ? 'words' : legal(kind, path), known };
};

const pairs: ReadonlySet<RecordKind> = new Set([
  'feedback',
  'space-info',
  'agenda-item',
  'meeting',
  'feedback-request',
]);

const spaceOf = (kind: RecordKind): PolicyInput['space'] => {
  if (kind === 'pulse' || kind === 'note') return { kind: 'self', readers: [creator] };
  if (pairs.has(kind)) return { kind: 'pair', readers: [creator, chen] };
  return { kind: 'team', readers: [] };
};

const sample = (kind: RecordKind): RecordValue => {
  const value: Record<string, Scalar | Record<string, Record<string, Scalar>>> = {};
  for (const path of pathsOf(kind)) {
    const [head = '', id, field] = path.split('.');
    if (id === undefined || field === undefined) value[head] = legal(kind, path);
    else {
      const items = typeof value[head] === 'object' && value[head] !== null ? value[head] : {};
      value[head] = { ...items, [id]: { ...items[id], [field]: legal(kind, path) } };
    }
  }
  return value;
};

const judge = (kind: RecordKind, by: Signer, ops: readonly OpView[], before: RecordValue | null) =>
  checkPolicy({ kind, schema: 1, key: keys[kind], space: spaceOf(kind), signer: by, ops, before, members });

/** Who changes an existing record's path, in words of the product; the oracle of the matrix. */
const whoChanges = (kind: RecordKind, path: string): ReadonlySet<'creator' | 'named' | 'admin'> => {
  const short = shortPath(kind, path);
  switch (kind) {
    case 'team-settings':
      return new Set(['admin']);
    case 'person':
    case 'cycle':
      return new Set(['creator', 'admin']);
    case 'objective':
      if (short.startsWith('objective.updates.')) return new Set();
      return new Set(['creator', 'named', 'admin']);
    case 'check-in':
      return path === 'personId' || path === 'week' ? new Set() : new Set(['creator']);
    case 'comment':
      return path === 'text' || path === 'mentions' ? new Set(['creator']) : new Set();
    case 'pulse':
      return path === 'value' ? new Set(['creator']) : new Set();
    case 'task':
      return path === 'milestone' ? new Set() : new Set(['creator', 'named', 'admin']);
    case 'leave':
      return path === 'personId' ? new Set() : new Set(['creator']);
    case 'agenda-item':
      return path === 'sourceId' || path === 'sourceKind' ? new Set() : new Set(['creator', 'named']);
    case 'goal-template':
      return new Set(['creator', 'admin']);
    case 'meeting':
      return new Set(['creator', 'named']);
    case 'note':
      return path === 'aboutId' ? new Set() : new Set(['creator']);
    case 'request':
      if (path === 'state' || path === 'closedAt') return new Set(['creator', 'named']);
      return ['question', 'text', 'urgent', 'mentions'].includes(path) ? new Set(['creator']) : new Set();
    case 'feedback-request':
    case 'badge':
    case 'acknowledgement':
    case 'feedback':
    case 'kudos':
    case 'space-info':
    case 'erasure':
      return new Set();
  }
};

/** The role decides only where the table says so: here is what it says. */
const expected = (kind: RecordKind, path: string, by: Signer): boolean => {
  const may = whoChanges(kind, path);
  if (by.state === 'removed') return false;
  if (kind === 'person' && by.personId === creator) return true;
  if (by.role === 'guest') return false;
  const administers = (by.role === 'owner' || by.role === 'admin') && by.state === 'member';
  return (
    (may.has('creator') && by.personId === creator) ||
    (may.has('named') && by.personId === chen) ||
    (may.has('admin') && administers)
  );
};

describe.each(all)('%s', (kind) => {
  const ops = pathsOf(kind).map((path) => op(kind, path, false));

  test('is begun, whole, by whom its key or its rules name, and by nobody else', () => {
    for (const role of roles) {
      for (const state of states) {
        for (const who of [creator, stranger]) {
          const by = signer(who, role, state);
          const administers = (role === 'owner' || role === 'admin') && state === 'member';
          const writes =
            state !== 'removed' &&
            (role !== 'guest' || kind === 'erasure' || kind === 'person' || kind === 'space-info');
          const names =
            kind === 'team-settings'
              ? administers
              : (kind === 'erasure' && administers) || who === creator || (kind === 'person' && administers);
          expect(judge(kind, by, ops, null).ok, `${who === creator ? 'creator' : 'stranger'} ${role} ${state}`).toBe(
            writes && names,
          );
        }
      }
    }
  });

  test.each(pathsOf(kind))('%s is changed by whom the rules name, in every role', (path) => {
    for (const role of roles) {
      for (const state of states) {
        for (const who of [creator, chen, stranger]) {
          const by = signer(who, role, state);
          const result = judge(kind, by, [op(kind, path, true)], sample(kind));
          const name =
            new Map([
              [creator, 'creator'],
              [chen, 'owner of the objective'],
            ]).get(who) ?? 'stranger';
          expect(result.ok, `${name} ${role} ${state}`).toBe(expected(kind, path, by));
          if (!result.ok) expect(result.error.sentence).toMatch(/[.]$/);
        }
      }
    }
  });

  test('a control is enabled exactly where the policy accepts the edit', () => {
    const key = expectOk(readKey(kinds[kind], keys[kind]));
    const record = sample(kind);
    for (const path of pathsOf(kind)) {
      for (const role of roles) {
        for (const who of [creator, chen, stranger]) {
          const by = signer(who, role);
          const may = mayWrite({ kind, path, signer: by, key, space: spaceOf(kind), record, members });
          expect(may.ok, `${path} ${role}`).toBe(judge(kind, by, [op(kind, path, true)], record).ok);
        }
      }
    }
  });

  test('one item too many is refused', () => {
    const def: KindDef = kinds[kind];
    for (const [collection, limit] of Object.entries(def.limits)) {
      const field = def.items[collection]?.[0] ?? '';
      const many = Array.from({ length: limit + 1 }, (_, n) => `${collection}.${String(n).padStart(22, 'x')}.${field}`);
      const result = judge(
        kind,
        signer(creator, 'owner'),
        [...ops, ...many.map((path) => op(kind, path, false))],
        null,
      );
      expect(result.ok).toBe(false);
    }
  });
});

test('the policy answers every question, and twice the same', () => {
  const path = fc.oneof(fc.constantFrom(...all.flatMap(pathsOf)), fc.string());
  const anyOp: fc.Arbitrary<OpView> = fc.record({
    path,
    action: fc.constantFrom('set', 'text'),
    value: fc.option(fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom(ana, creator, kr)), {
      nil: null,
    }),
    known: fc.boolean(),
  });
  const input: fc.Arbitrary<PolicyInput> = fc.record({
    kind: fc.oneof(fc.constantFrom<string>(...all), fc.string()),
    schema: fc.integer({ min: 0, max: 3 }),
    key: fc.oneof(fc.constantFrom(...Object.values(keys)), fc.uint8Array({ maxLength: 60 })),
    space: fc.record({
      kind: fc.constantFrom('team', 'self', 'pair', 'group'),
      readers: fc.subarray([ana, bilal, chen, dana]),
    }),
    signer: fc.record({
      personId: fc.constantFrom(ana, bilal, chen, dana),
      role: fc.constantFrom(...roles),
      state: fc.constantFrom(...states),
    }),
    ops: fc.array(anyOp, { maxLength: 5 }),
    before: fc.option(fc.oneof(fc.constantFrom(...all.map(sample)), fc.constant({}))),
    members: fc.constant(members),
  });
  fc.assert(
    fc.property(input, (question) => {
      const answer = checkPolicy(question);
      expect(checkPolicy(question)).toEqual(answer);
      if (!answer.ok) expect(answer.error.sentence.length).toBeGreaterThan(10);
      if (answer.ok) expect(question.signer.state).not.toBe('removed');
    }),
    { numRuns: 500 },
  );
});

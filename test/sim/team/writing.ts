import type { Ledger } from '#engine/ledger/index.ts';
import type { Device } from './device.ts';
import { say, textOf, type World } from './world.ts';

interface Known {
  readonly id: string;
  readonly heads: readonly string[];
}

const known = (ledger: Ledger, kind: string): Known[] =>
  ledger.db
    .prepare<unknown[], { id: string; heads: string }>('SELECT id, heads FROM records WHERE kind = ? ORDER BY id')
    .all(kind)
    .map((row) => ({ id: row.id, heads: JSON.parse(row.heads) as string[] }));

const peopleBut = (ledger: Ledger, personId: string): string[] =>
  [...ledger.graph.now().people.keys()].filter((id) => id !== personId);

/** Heads at which somebody may have had this record on the screen: now, or at one of its changes. */
const seenHeads = (world: World, ledger: Ledger, record: Known): string[] => {
  const { dice } = world;
  if (!dice.once(3)) return [...record.heads];
  const change = dice.of(ledger.records.changes(record.id).filter((row) => row.applied === 1));
  return change === undefined ? [...record.heads] : [change.hash];
};

const words = ['slow', 'fast', 'green', 'quiet', 'together', 'again', 'first', 'never', 'often', 'well'];

/** Changes a few words of a text, or writes it anew. */
const edited = (world: World, text: string): string => {
  const { dice } = world;
  const parts = text === '' ? [] : text.split(' ');
  for (let changes = 1 + dice.below(3); changes > 0; changes -= 1)
    parts.splice(dice.below(parts.length + 1), dice.below(2), dice.of(words) ?? 'word');
  return parts.join(' ');
};

const objective = (world: World, device: Device): void => {
  const { dice } = world;
  const ledger = device.ledger();
  const cycle = dice.of(known(ledger, 'cycle'));
  if (cycle === undefined) return;
  const parent = dice.of(known(ledger, 'objective'));
  const types = ['number', 'percent', 'boolean', 'milestone', 'threshold'] as const;
  say(world, device, 'objective.create', {
    title: textOf(world, 'Goal'),
    description: edited(world, 'What we want is a calm week'),
    cycleId: cycle.id,
    ownerId: dice.of([ledger.me.personId, ...peopleBut(ledger, '')]) ?? null,
    parentId: dice.once(2) ? (parent?.id ?? null) : null,
    rollUp: dice.of(['key-results', 'children', 'both'] as const) ?? 'both',
    keyResults: Array.from({ length: dice.below(3) }, () => ({
      title: textOf(world, 'Result'),
      type: dice.of(types) ?? 'number',
      start: dice.below(50),
      target: 50 + dice.below(50),
    })),
  });
};

/** A goal with two key results, for a team to begin with. */
export const shareGoal = (world: World, device: Device): void => {
  const [cycle] = known(device.ledger(), 'cycle');
  if (cycle === undefined) throw new Error('The team has no cycle.');
  const result = { type: 'number', start: 0, target: 100 } as const;
  say(world, device, 'objective.create', {
    title: 'What all of us want',
    description: 'A calm week for everybody',
    cycleId: cycle.id,
    ownerId: null,
    keyResults: [
      { title: 'Interruptions', ...result },
      { title: 'Answers in time', ...result },
    ],
  });
};

const progress = (world: World, device: Device): void => {
  const { dice } = world;
  const ledger = device.ledger();
  const row = dice.of(
    ledger.db
      .prepare<unknown[], { id: string; record_id: string }>('SELECT id, record_id FROM key_results ORDER BY id')
      .all(),
  );
  const held = row === undefined ? undefined : known(ledger, 'objective').find((one) => one.id === row.record_id);
  if (row === undefined || held === undefined) return;
  const value = dice.below(120);
  const done = say(world, device, 'keyResult.progress', {
    objectiveId: row.record_id,
    keyResultId: row.id,
    base: seenHeads(world, ledger, held),
    value,
    confidence: dice.of(['on-track', 'at-risk', null] as const) ?? null,
    projection: dice.once(2) ? dice.below(100) : null,
    note: textOf(world, 'note'),
  });
  if (done.ok) world.promises.updates.set(done.value.id, { value, by: ledger.me.personId, recordId: row.record_id });
};

const describe = (world: World, device: Device): void => {
  const { dice } = world;
  const ledger = device.ledger();
  const held = dice.of(known(ledger, 'objective'));
  if (held === undefined) return;
  const row = ledger.db
    .prepare<unknown[], { description: string }>('SELECT description FROM objectives WHERE record_id = ?')
    .get(held.id);
  say(world, device, 'objective.update', {
    id: held.id,
    base: seenHeads(world, ledger, held),
    ...(dice.once(3) ? { title: textOf(world, 'Goal') } : { description: edited(world, row?.description ?? '') }),
    ...(dice.once(4) ? { contributorIds: peopleBut(ledger, '').slice(0, 1 + dice.below(3)) } : {}),
  });
};

const addKeyResult = (world: World, device: Device): void => {
  const ledger = device.ledger();
  const held = world.dice.of(known(ledger, 'objective'));
  if (held === undefined) return;
  say(world, device, 'keyResult.add', {
    objectiveId: held.id,
    base: [...held.heads],
    keyResult: { title: textOf(world, 'Result'), type: 'number', start: 0, target: 10 },
  });
};

const close = (world: World, device: Device): void => {
  const held = world.dice.of(known(device.ledger(), 'objective'));
  if (held === undefined) return;
  say(world, device, 'objective.close', {
    id: held.id,
    base: [...held.heads],
    score: world.dice.below(11) / 10,
    reflection: textOf(world, 'learned'),
  });
};

const checkIn = (world: World, device: Device): void => {
  const { dice } = world;
  const ledger = device.ledger();
  const row = dice.of(
    ledger.db.prepare<unknown[], { id: string }>('SELECT id FROM key_results WHERE archived = 0 ORDER BY id').all(),
  );
  const waitsFor = dice.of(peopleBut(ledger, ledger.me.personId));
  say(world, device, 'checkIn.submit', {
    week: `2026-W${10 + dice.below(6)}`,
    lastPlans: [],
    plans: [{ text: textOf(world, 'plan') }],
    updates:
      row === undefined || dice.once(2)
        ? []
        : [{ keyResultId: row.id, value: dice.below(100), confidence: 'on-track', projection: null, note: '' }],
    blockers:
      waitsFor === undefined || dice.once(2)
        ? []
        : [{ text: textOf(world, 'blocked'), waitsForId: waitsFor, urgent: false }],
    question: 'What did you learn?',
    answer: textOf(world, 'answer'),
    pulse: dice.once(2) ? 1 + dice.below(5) : null,
  });
};

const acknowledge = (world: World, device: Device): void => {
  const held = world.dice.of(known(device.ledger(), 'check-in'));
  if (held !== undefined) say(world, device, 'checkIn.acknowledge', { checkInId: held.id });
};

/** Comments where they are read by the readers of the target alone. */
const comment = (world: World, device: Device): void => {
  const { dice, promises } = world;
  const ledger = device.ledger();
  const kind = dice.of(['objective', 'check-in', 'feedback', 'kudos']) ?? 'objective';
  const held = dice.of(known(ledger, kind));
  if (held === undefined) return;
  const space = ledger.spaces.get(ledger.records.get(held.id)?.space_id ?? '');
  const text = textOf(world, 'comment');
  const done = say(world, device, 'comment.add', { targetId: held.id, text });
  if (done.ok && space?.readers != null)
    promises.secrets.push({ marker: text, readers: space.readers, by: ledger.me.personId });
};

const feedback = (world: World, device: Device): void => {
  const { dice, promises } = world;
  const ledger = device.ledger();
  const aboutId = dice.of(peopleBut(ledger, ledger.me.personId));
  if (aboutId === undefined) return;
  const visibility = dice.of(['recipient', 'recipient-and-manager', 'manager', 'everyone'] as const) ?? 'recipient';
  const text = textOf(world, 'feedback');
  const done = say(world, device, 'feedback.give', { aboutId, visibility, text });
  if (!done.ok || visibility === 'everyone') return;
  const readers = ledger.spaces.get(ledger.records.get(done.value.id)?.space_id ?? '')?.readers;
  if (readers == null) throw new Error('Private feedback has no readers.');
  promises.secrets.push({ marker: text, readers, by: ledger.me.personId });
};

const kudos = (world: World, device: Device): void => {
  const toId = world.dice.of(peopleBut(device.ledger(), device.ledger().me.personId));
  if (toId !== undefined) say(world, device, 'kudos.give', { toId, value: 'care', text: textOf(world, 'thanks') });
};

const aboutMe = (world: World, device: Device): void => {
  const ledger = device.ledger();
  const row = ledger.db
    .prepare<unknown[], { record_id: string }>('SELECT record_id FROM people WHERE person_id = ?')
    .get(ledger.me.personId);
  const held = known(ledger, 'person').find((one) => one.id === row?.record_id);
  if (held === undefined) return;
  say(world, device, 'person.update', {
    base: seenHeads(world, ledger, held),
    howToWorkWithMe: edited(world, 'Write to me'),
    title: textOf(world, 'Role'),
  });
};

const settings = (world: World, device: Device): void => {
  const held = known(device.ledger(), 'team-settings')[0];
  if (held === undefined) return;
  say(world, device, 'team.update', { base: [...held.heads], questions: [textOf(world, 'question')] });
};

/** Picks a side of something that two people wrote apart. */
const resolve = (world: World, device: Device): void => {
  const ledger = device.ledger();
  const row = world.dice.of(
    ledger.db
      .prepare<unknown[], { record_id: string; conflicts: string; heads: string }>(
        'SELECT record_id, conflicts, heads FROM record_view WHERE conflict_count > 0 ORDER BY record_id',
      )
      .all(),
  );
  if (row === undefined) return;
  const conflicts = JSON.parse(row.conflicts) as { path: string; variants: { value: string | number | null }[] }[];
  const conflict = conflicts[0];
  const side = conflict === undefined ? undefined : world.dice.of(conflict.variants);
  if (conflict === undefined || side === undefined) return;
  say(world, device, 'conflict.resolve', {
    recordId: row.record_id,
    path: conflict.path,
    base: JSON.parse(row.heads) as string[],
    value: side.value,
  });
};

type Doing = (world: World, device: Device) => void;

const doings: readonly Doing[] = [
  objective,
  objective,
  progress,
  progress,
  progress,
  describe,
  describe,
  describe,
  addKeyResult,
  close,
  checkIn,
  checkIn,
  acknowledge,
  comment,
  comment,
  feedback,
  feedback,
  kudos,
  aboutMe,
  settings,
  resolve,
];

/** Somebody does something at their machine. */
export const write = (world: World, device: Device): void => world.dice.of(doings)?.(world, device);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordKind } from '#shared/schema/index.ts';
import { createMachine } from './machines.ts';
import type { Entry, Machine } from './machines.ts';
import { ana, bilal, chen, members, signer } from './team.ts';

/** One step of a story: who does what with which of the things that are there. */
interface Step {
  readonly who: number;
  readonly what: number;
  readonly pick: number;
  readonly word: string;
  readonly number: number;
  readonly meet: boolean;
}

const people = [ana, bilal, chen];
const confidences = ['on-track', 'at-risk', 'off-track', null] as const;
const visibilities = ['recipient', 'recipient-and-manager', 'manager', 'everyone'] as const;

const ofKind = (machine: Machine, kind: RecordKind, pick: number): string => {
  const ids = [...machine.known].filter(([, record]) => record.kind === kind).map(([id]) => id);
  return ids[pick % Math.max(1, ids.length)] ?? 'A'.repeat(43);
};
const keyResultOf = (machine: Machine, objectiveId: string, pick: number): string => {
  const items = machine.record(objectiveId)?.value['keyResults'];
  const ids = Object.keys(typeof items === 'object' ? (items ?? {}) : {});
  return ids[pick % Math.max(1, ids.length)] ?? 'B'.repeat(22);
};

const act = (machine: Machine, { what, pick, word, number }: Step): readonly Entry[] => {
  const objective = ofKind(machine, 'objective', pick);
  const base = machine.known.has(objective) ? [...machine.heads(objective)] : [];
  const person = people[pick % people.length] ?? ana;
  const keyResultId = keyResultOf(machine, objective, pick);
  const confidence = confidences[pick % 4] ?? null;
  const keyResult = {
    title: word,
    type: 'number',
    start: number,
    target: number + 1 + (pick % 5),
    ownerId: person,
  } as const;
  const nothing = { lastPlans: [], blockers: [], question: '' };
  switch (what) {
    case 0:
      return machine.run('objective.create', {
        title: word,
        cycleId: ofKind(machine, 'cycle', 0),
        ownerId: person,
        contributorIds: [people[number % 3] ?? ana],
        description: word === 'x' && pick === 0 ? 'x '.repeat(9000) : word,
        keyResults: [keyResult],
      });
    case 1:
      return machine.run('objective.update', {
        id: objective,
        base,
        title: word,
        description: `${word} and more`,
        state: 'active',
      });
    case 2:
      return machine.run('keyResult.add', { objectiveId: objective, base, keyResult });
    case 3:
      return machine.run('keyResult.update', {
        objectiveId: objective,
        keyResultId,
        base,
        target: number,
        weight: pick,
      });
    case 4:
      return machine.run('keyResult.progress', {
        objectiveId: objective,
        keyResultId,
        base,
        value: number,
        confidence,
        projection: number,
      });
    case 5:
      return machine.run('objective.close', { id: objective, base, score: 0.5, reflection: word });
    case 6:
      return machine.run('comment.add', { targetId: objective, text: word });
    case 7:
      return machine.run('feedback.give', {
        aboutId: person,
        visibility: visibilities[number % 4] ?? 'recipient',
        text: word,
      });
    case 8:
      return machine.run('kudos.give', { toId: person, value: '', text: word });
    case 9:
      return machine.run('checkIn.submit', {
        week: `2026-W${20 + (pick % 5)}`,
        ...nothing,
        plans: [{ text: word }],
        updates: [{ keyResultId, value: number, confidence, projection: null, note: '' }],
        answer: word,
        pulse: 3,
      });
    case 10:
      return machine.run('checkIn.acknowledge', { checkInId: ofKind(machine, 'check-in', pick) });
    case 11:
      return machine.run('objective.update', {
        id: objective,
        base,
        ownerId: person,
        contributorIds: [person],
        manualProgress: (pick % 5) / 5,
        rollUp: 'manual',
      });
    default:
      return machine.run('conflict.resolve', { recordId: objective, path: 'title', base, value: word });
  }
};

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.integer({ min: 0, max: 2 }),
  what: fc.constantFrom(0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9, 9, 10, 11, 12),
  pick: fc.integer({ min: 0, max: 9 }),
  word: fc.constantFrom('Ship', 'Answer in time', 'Fewer words, more meaning', 'x'),
  number: fc.integer({ min: 0, max: 9 }),
  meet: fc.boolean(),
});

test('whatever the rules of one machine let pass, those of every other accept, in any state of knowledge', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40 }), (steps) => {
      const machines = [signer(ana, 'owner'), signer(bilal), signer(chen)].map((me, n) =>
        createMachine(me, members, `${n}`),
      );
      const [first, ...others] = machines;
      if (first === undefined) return;
      const waiting = new Map<Machine, Entry[]>(machines.map((each) => [each, []]));
      const send = (from: Machine, entries: readonly Entry[]): void => {
        const shared = entries.filter(({ space }) => space.kind !== 'self');
        for (const to of machines) if (to !== from) waiting.get(to)?.push(...shared);
      };
      const deliver = (to: Machine): void => {
        for (const entry of waiting.get(to)?.splice(0) ?? []) expect(to.receive(entry)).toBe('applied');
      };
      send(first, first.run('cycle.create', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }));
      others.forEach(deliver);
      for (const each of steps) {
        const machine = machines[each.who] ?? first;
        if (each.meet) deliver(machine);
        send(machine, act(machine, each));
      }
      machines.forEach(deliver);
      for (const [id, { space }] of first.known) {
        if (space.kind === 'self') continue;
        for (const other of others) expect(other.record(id)?.value).toEqual(first.record(id)?.value);
      }
      for (const each of machines) each.close();
    }),
    { numRuns: 25 },
  );
});

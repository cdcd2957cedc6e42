import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queries } from '#shared/protocol/index.ts';
import { ana, bilal, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { openQueries, storeEntry, wednesday } from './engine.ts';
import { anaPage, bilalPage, checkIn, checkInId, comment, cycle, keyResult, objective, q2 } from './records.ts';

const week20 = checkInId(bilal, '2026-W20');

const whole = () => [
  anaPage(),
  bilalPage(),
  cycle(),
  snapshot('team-settings', 'team', { name: 'Kestrel' }, { key: 'team' }),
  objective('parent', { rollUp: 'both' }),
  objective('child', { parentId: idOf('parent'), contributors: { [bilal]: { in: true } }, ...keyResult('k', 40) }),
  checkIn(bilal, '2026-W20', {
    blockers: { [itemOf('b')]: { text: 'Waiting', waitsForId: ana, urgent: true } },
    updates: { [itemOf('u')]: { keyResultId: itemOf('k'), value: 3 } },
  }),
  checkIn(ana, '2026-W19', { plans: { [itemOf('p')]: { text: 'Go on', keyResultId: itemOf('k') } } }),
  comment('on goal', idOf('child'), bilal, 'Hm', wednesday - 5),
  comment('on check-in', week20, bilal, 'Ah', wednesday - 4),
  snapshot('acknowledgement', 'seen', { targetId: week20, personId: ana }, { key: `${week20}/${ana}` }),
  snapshot('feedback', 'f', { aboutId: bilal, text: 'Fine' }, { spaceId: idOf('pair') }),
  snapshot('kudos', 'kudos', { toId: ana, text: 'Nice', evidenceId: idOf('child') }, { by: bilal }),
];

test('whatever part of the records has arrived, every query answers in the protocol’s shape', () => {
  const all = whole();
  fc.assert(
    fc.property(fc.shuffledSubarray(all), fc.constantFrom(ana, bilal, null), (records, me) => {
      const history = all.map((record) => ({
        entryId: idOf(record.id),
        personId: bilal,
        deviceId: idOf('device'),
        deviceName: 'Laptop',
        claimedAt: 1,
        receivedAt: 2,
        via: 'carried',
        state: 'applied' as const,
        reason: null,
        verified: true,
        undo: null,
        changes: [{ path: 'targetId', from: null, to: idOf('child') }],
      }));
      const { db, handlers } = openQueries(records, { me, history });
      // Entries of every record, also of those whose read models are not there.
      for (const { id, kind } of all) storeEntry(db, { recordId: id, kind, by: bilal, receivedAt: 9, begins: true });
      db.prepare('INSERT INTO local_pins (target_id, at) VALUES (?, 1)').run(idOf('child'));
      const answers = {
        session: handlers.session.run({}),
        people: handlers.people.run({}),
        today: handlers.today.run({}),
        pins: handlers.pins.run({}),
        cycles: handlers.cycles.run({}),
        goals: handlers.goals.run({ cycleId: q2 }),
        objective: handlers.objective.run({ id: idOf('child') }),
        checkInDraft: handlers.checkInDraft.run({}),
        checkIns: handlers.checkIns.run({ limit: 20 }),
        checkIn: handlers.checkIn.run({ id: week20 }),
        thread: handlers.thread.run({ personId: bilal }),
        draft: handlers.draft.run({ key: 'x' }),
        search: handlers.search.run({ text: 'a', limit: 20 }),
        sync: handlers.sync.run({}),
        trust: handlers.trust.run({}),
        history: handlers.history.run({ recordId: idOf('child') }),
      };
      for (const [name, answer] of Object.entries(answers)) {
        const shape = queries[name as keyof typeof queries].result;
        expect({ name, error: shape.safeParse(answer).error }).toEqual({ name, error: undefined });
      }
    }),
    { numRuns: 12 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkReadModels, createReadModels, dumpReadModels, type RecordSnapshot } from '#engine/readmodels/index.ts';
import { ana, bilal, idOf, itemOf, openDatabase, projected, snapshot } from './profile.ts';

const latency = itemOf('latency');

const objective = (overrides: Parameters<typeof snapshot>[2] = {}): RecordSnapshot =>
  snapshot(
    'objective',
    'fast',
    {
      title: 'Nobody notices the API',
      cycleId: idOf('q2'),
      ownerId: ana,
      contributors: { [bilal]: { in: true }, [idOf('Left')]: { in: false } },
      keyResults: { [latency]: { title: 'Publish latency', start: 480, target: 200, unit: 'ms', order: 1 } },
      updates: {
        [itemOf('second')]: { keyResultId: latency, value: 372, confidence: 'at-risk', at: 2000 },
        [itemOf('first')]: { keyResultId: latency, value: 396, confidence: 'on-track', projection: 300, at: 1000 },
        [itemOf('third')]: { keyResultId: latency, value: 371, at: 3000 },
      },
      ...overrides,
    },
    { authors: { [`updates.${itemOf('second')}`]: { personId: bilal, at: 2001 } } },
  );

const sample = (): RecordSnapshot[] => [
  objective(),
  snapshot('team-settings', 'team', {
    name: 'Kestrel',
    values: { [itemOf('a')]: { text: 'Write it down' }, [itemOf('b')]: { text: 'Old', archived: true } },
  }),
  snapshot('person', 'ana page', { name: 'Ana', timeZone: 'America/Toronto' }, { key: ana }),
  snapshot('cycle', 'q2', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }),
  snapshot(
    'check-in',
    'ana w20',
    {
      personId: ana,
      week: '2026-W20',
      submittedAt: 5000,
      answer: 'Went well',
      plans: { [itemOf('p2')]: { text: 'Second', order: 2 }, [itemOf('p1')]: { text: 'First', order: 1 } },
      blockers: { [itemOf('b1')]: { text: 'Which error states?', waitsForId: bilal, urgent: true } },
      updates: { [itemOf('u1')]: { keyResultId: latency, value: 372 } },
    },
    { key: `${ana}/2026-W20` },
  ),
  snapshot('comment', 'remark', { targetId: idOf('fast'), targetKind: 'objective', text: 'Good' }, { by: bilal }),
  snapshot(
    'acknowledgement',
    'seen',
    { targetId: idOf('ana w20'), personId: bilal },
    { by: bilal, key: `${idOf('ana w20')}/${bilal}` },
  ),
  snapshot('feedback', 'praise', { aboutId: bilal, visibility: 'recipient', text: 'Clear' }, { spaceId: idOf('pair') }),
  snapshot('kudos', 'thanks', { toId: bilal, value: 'Write it down', text: 'For the notes' }),
  snapshot('pulse', 'pulse', { week: '2026-W20', value: 4 }, { key: '2026-W20', spaceId: idOf('self') }),
  snapshot('space-info', 'space', { readers: { [ana]: { in: true } } }, { key: 'space', spaceId: idOf('pair') }),
];

test('a key result shows its newest value and what was last said about confidence and projection', () => {
  const row = projected(objective()).prepare('SELECT * FROM key_results').get();
  expect(row).toMatchObject({ value: 371, confidence: 'at-risk', projection: 300, last_update_at: 3000 });
});

test('the author of an update is its signer', () => {
  const rows = projected(objective()).prepare('SELECT value, by_id FROM progress_updates ORDER BY at').all();
  expect(rows).toEqual([
    { value: 396, by_id: ana },
    { value: 372, by_id: bilal },
    { value: 371, by_id: ana },
  ]);
});

test('projecting again replaces the rows of that record and of no other', () => {
  const db = projected(...sample());
  const before = dumpReadModels(db);
  createReadModels(db).project(objective({ title: 'Renamed', updates: {}, keyResults: {} }));
  const after = dumpReadModels(db);
  expect(after.key_results).toEqual([]);
  expect(after.progress_updates).toEqual([]);
  expect(after.objectives?.[0]?.title).toBe('Renamed');
  expect(after.plans).toEqual(before.plans);
});

test('records projected in any order, any number of times, give equal read models', () => {
  const whole = sample();
  const expected = dumpReadModels(projected(...whole));
  const order = fc.shuffledSubarray(whole, { minLength: whole.length, maxLength: whole.length });
  fc.assert(
    fc.property(order, fc.array(fc.constantFrom(...whole), { maxLength: 6 }), (records, again) => {
      expect(dumpReadModels(projected(...again, ...records))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('older states of a record leave no trace', () => {
  const states = [
    objective({ title: 'Draft', description: 'An early secret' }),
    objective({ keyResults: {} }),
    objective(),
  ];
  const db = projected(...states);
  expect(dumpReadModels(db)).toEqual(dumpReadModels(projected(objective())));
  expect(db.prepare("SELECT count(*) AS n FROM search WHERE search MATCH 'secret'").get()).toEqual({ n: 0 });
});

test('clearing and projecting anew gives the same read models', () => {
  const db = projected(...sample());
  const before = dumpReadModels(db);
  const models = createReadModels(db);
  models.clear();
  expect(Object.values(dumpReadModels(db)).flat()).toEqual([]);
  for (const each of sample()) models.project(each);
  expect(dumpReadModels(db)).toEqual(before);
});

test('a record that this version cannot read keeps its line and harms nothing', () => {
  const strange: RecordSnapshot = { ...objective(), id: idOf('strange'), kind: 'dream' };
  const broken: RecordSnapshot = { ...objective(), id: idOf('broken'), value: { title: 7 } };
  const dump = dumpReadModels(projected(strange, broken));
  expect(dump.record_view?.map((row) => row.kind).sort()).toEqual(['dream', 'objective']);
  expect(dump.objectives).toEqual([]);
});

test('the check finds nothing wrong in what was projected', () => {
  expect(checkReadModels(projected(...sample()), sample())).toEqual([]);
});

test.each([
  ["UPDATE objectives SET title = 'Forged'", 'objectives'],
  ['DELETE FROM blockers', 'blockers'],
  ["UPDATE record_view SET title = 'Forged' WHERE kind = 'cycle'", 'line of a cycle'],
  ["DELETE FROM record_view WHERE kind = 'kudos'", 'kudos is missing'],
  ["UPDATE search SET body = 'Forged' WHERE rowid = 1", 'Search would not find'],
  [`INSERT INTO pulses VALUES ('${idOf('nobody')}', '2026-W01', 1)`, 'not here'],
])('the check names what %s damaged', (damage, named) => {
  const db = projected(...sample());
  db.exec(damage);
  const problems = checkReadModels(db, sample());
  expect(problems.map((problem) => problem.sentence).join('\n')).toContain(named);
});

test('a record that was never projected is named', () => {
  expect(checkReadModels(openDatabase(), [objective()])).toMatchObject([{ part: 'read-model', where: idOf('fast') }]);
});

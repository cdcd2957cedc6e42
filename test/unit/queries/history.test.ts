import { expect, test } from 'vitest';
import type { RawHistoryEntry } from '#engine/queries/index.ts';
import { queries } from '#shared/protocol/index.ts';
import { ana, bilal, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { hour, openQueries, wednesday } from './engine.ts';
import { anaPage, bilalPage, cycle, keyResult, objective, q2 } from './records.ts';

const entry = (name: string, more: Partial<RawHistoryEntry> = {}): RawHistoryEntry => ({
  entryId: idOf(name),
  personId: bilal,
  deviceId: idOf('laptop of Bilal'),
  deviceName: 'Laptop',
  claimedAt: wednesday - hour,
  receivedAt: wednesday,
  via: 'relay wss://relay.example:8443/x',
  state: 'applied',
  reason: null,
  verified: true,
  undo: null,
  changes: [],
  ...more,
});

const read = (...history: readonly RawHistoryEntry[]) => {
  const records = [
    anaPage(),
    bilalPage(),
    cycle(),
    objective('API', keyResult('Latency', 372, 'at-risk', { unit: 'ms' })),
  ];
  const result = openQueries(records, { history }).handlers.history.run({ recordId: idOf('API') });
  expect(queries.history.result.safeParse(result).error).toBeUndefined();
  return result;
};

const changes = (...list: RawHistoryEntry['changes']) =>
  read(entry('one', { changes: list })).entries[0]?.changes.map(({ label, from, to }) => [label, from, to]);

test('the newest entry comes first, with title, kind and readers of the record', () => {
  const result = read(entry('first'), entry('second'));
  expect(result).toMatchObject({ title: 'API', kind: 'objective', audience: { kind: 'team' } });
  expect(result.entries.map((one) => one.entryId)).toEqual([idOf('second'), idOf('first')]);
});

test('changes read as labels and words, with names instead of ids and units beside numbers', () => {
  const kr = itemOf('Latency');
  const update = itemOf('Latency upd');
  expect(
    changes(
      { path: 'ownerId', from: ana, to: bilal },
      { path: 'cycleId', from: null, to: q2 },
      { path: 'parentId', from: null, to: idOf('gone') },
      { path: `keyResults.${kr}.target`, from: 250, to: 200 },
      { path: `keyResults.${kr}.order`, from: null, to: 1 },
      { path: `updates.${update}.value`, from: null, to: 372 },
      { path: `updates.${update}.confidence`, from: null, to: 'at-risk' },
      { path: `updates.${update}.keyResultId`, from: null, to: kr },
      { path: `contributors.${bilal}.in`, from: null, to: true },
      { path: 'manualProgress', from: null, to: 0.25 },
      { path: 'description', from: '', to: 'Why' },
    ),
  ).toEqual([
    ['Owner', 'Ana Moreira', 'Bilal Ahmed'],
    ['Cycle', null, 'Q2 2026'],
    ['Parent', null, 'a record that is not here'],
    ['Latency: Target', '250 ms', '200 ms'],
    ['Latency: Value', null, '372 ms'],
    ['Latency: Confidence', null, 'at risk'],
    ['Contributor', null, 'Bilal Ahmed'],
    ['Manual progress', null, '25%'],
    ['Description', null, 'Why'],
  ]);
});

test('an update tells what held before it, and what only repeats a default is left out', () => {
  const kr = itemOf('Latency');
  const update = (name: string, value: number, at: number, confidence: string | null = null) => ({
    [itemOf(name)]: { keyResultId: kr, value, confidence, at },
  });
  const record = objective('API', {
    ...keyResult('Latency', 0, null, { unit: 'ms' }),
    updates: {
      ...update('first', 369, 1, 'on-track'),
      ...update('second', 370, 2),
      ...update('third', 372, 3, 'at-risk'),
    },
  });
  const third = itemOf('third');
  const history = [
    entry('one', {
      changes: [
        { path: `updates.${third}.value`, from: null, to: 372 },
        { path: `updates.${third}.confidence`, from: null, to: 'at-risk' },
        { path: `updates.${third}.note`, from: null, to: '' },
        { path: `keyResults.${kr}.weight`, from: null, to: 1 },
        { path: `keyResults.${kr}.start`, from: null, to: 0 },
        { path: 'state', from: null, to: 'active' },
        { path: 'state', from: 'draft', to: 'active' },
      ],
    }),
  ];
  const result = openQueries([record], { history }).handlers.history.run({ recordId: idOf('API') });
  expect(result.entries[0]?.changes.map(({ label, from, to }) => [label, from, to])).toEqual([
    ['Latency: Value', '370 ms', '372 ms'],
    ['Latency: Confidence', 'on track', 'at risk'],
    ['Latency: Start', null, '0 ms'],
    ['State', 'draft', 'active'],
  ]);
});

test('paths and values that this version does not know are shown as they are', () => {
  expect(changes({ path: 'mood', from: null, to: 'blue' }, { path: 'x.y.z', from: 1, to: [2] })).toEqual([
    ['mood', null, 'blue'],
    ['x.y.z', '1', '[2]'],
  ]);
});

test('a clock that differs is said: written after it was seen, or before its own past', () => {
  const { entries } = read(
    entry('fine'),
    entry('ahead', { claimedAt: wednesday + hour }),
    entry('back', { claimedAt: wednesday - 5 * hour }),
    entry('offline', { deviceId: idOf('other'), claimedAt: wednesday - 500 * hour }),
  );
  expect(entries.map((one) => one.warnings)).toEqual([[], ['before-own'], ['after-arrival'], []]);
});

test('how an entry came is said in words', () => {
  const { entries } = read(
    entry('a', { via: 'local' }),
    entry('b'),
    entry('c', { via: `lan ${idOf('laptop of Bilal')}` }),
    entry('d', { via: `lan ${idOf('unknown')}` }),
  );
  expect(entries.map((one) => one.seenVia)).toEqual([
    'direct connection',
    'direct connection with Bilal Ahmed',
    'relay relay.example:8443',
    'this device',
  ]);
});

test('a record that is not here has no audience and no title', () => {
  const result = openQueries([]).handlers.history.run({ recordId: idOf('nowhere') });
  expect(result).toEqual({ title: '', kind: '', audience: null, erased: null, entries: [] });
});

test('a task that was taken out of a week reads so, without a week that never was', () => {
  const path = `planned.${itemOf('later')}.week`;
  const history = [entry('one', { changes: [{ path, from: '2026-W21', to: '1970-W01' }] })];
  const records = [anaPage(), bilalPage(), snapshot('task', 'Guide', { title: 'Guide' })];
  const result = openQueries(records, { history }).handlers.history.run({ recordId: idOf('Guide') });
  expect(result.entries[0]?.changes).toMatchObject([{ from: '2026-W21', to: null }]);
});

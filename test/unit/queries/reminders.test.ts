import { describe, expect, test } from 'vitest';
import { reminderCommands } from '#engine/profile/reminder-commands.ts';
import { createQueryHandlers } from '#engine/queries/index.ts';
import { createLocalTables } from '#engine/store/index.ts';
import { queries } from '#shared/protocol/index.ts';
import type { RecordSnapshot } from '#engine/readmodels/index.ts';
import { ana, bilal, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { hour, openQueries, wednesday } from './engine.ts';
import { anaPage, bilalPage } from './records.ts';

const asked = (urgent: boolean, at: number): RecordSnapshot =>
  snapshot(
    'request',
    'Which states?',
    { question: 'Which states?', fromId: bilal, urgent, turns: { [itemOf('one')]: { toId: ana, byId: bilal, at } } },
    { by: bilal },
  );
const pair = idOf(`pair with ${bilal}`);
const records = (...more: readonly RecordSnapshot[]) => [anaPage(), bilalPage(), ...more];

/** Ana's device with these records, whose clock a test moves. Her hours are 09:00 to 17:00 in UTC. */
const device = (all: readonly RecordSnapshot[], start = wednesday) => {
  const { db, ctx } = openQueries(all);
  const time = { now: start };
  const clock = { now: () => time.now };
  const audienceOf: typeof ctx.audienceOf = (spaceId) =>
    spaceId === pair ? { kind: 'named', spaceId, readerIds: [ana, bilal] } : ctx.audienceOf(spaceId);
  const handlers = createQueryHandlers({ ...ctx, clock, audienceOf });
  const commands = reminderCommands({ local: createLocalTables(db), clock, touchLocal: () => undefined });
  return { commands, time, read: () => handlers.reminders.run({}) };
};

describe('What a device has to say', () => {
  test('an urgent question is said in my hours, by one of all windows, and never again', () => {
    const { commands, time, read } = device(records(asked(true, wednesday - 2 * hour)), wednesday - hour);
    expect(read()).toMatchObject({ standing: [], tell: [], mayRemind: false });
    time.now = wednesday + 60_000;
    const said = read();
    expect(queries.reminders.result.safeParse(said).error).toBeUndefined();
    expect(said.standing).toMatchObject([{ kind: 'urgent', title: 'Which states?', fromId: bilal, need: 'request' }]);
    expect(said.tell).toEqual([said.standing[0]?.key]);
    const digestDay = said.digest;
    expect(digestDay).toBe('2026-05-13');
    const keys = [...said.tell, ...said.inDigest];
    expect(commands['reminders.claim']({ keys, digestDay })).toMatchObject({ value: { keys, digest: true } });
    expect(commands['reminders.claim']({ keys, digestDay })).toMatchObject({ value: { keys: [], digest: false } });
    expect(read()).toMatchObject({ tell: [], digest: null, inDigest: [] });
    // A clock that was ahead claimed a day that is still to come: those before it are said all the same.
    commands['reminders.claim']({ keys: [], digestDay: '2028-01-01' });
    expect(read()).toMatchObject({ digest: digestDay });
    expect(commands['reminders.claim']({ keys, digestDay })).toMatchObject({ value: { keys: [], digest: true } });
    expect(read()).toMatchObject({ digest: null });
    expect(read().standing.length).toBe(1);
  });

  test('what is put off comes back in my hours, what is dismissed does not, and both can be taken back', () => {
    const { commands, time, read } = device(records(asked(true, wednesday)), wednesday + hour);
    const [standing] = read().standing;
    const keys = [standing?.key ?? ''];
    const [later] = read().snooze;
    expect(later).toEqual({ choice: 'later', until: wednesday + 3 * hour });
    commands['reminders.claim']({ keys, digestDay: '2026-05-13' });
    commands['reminders.snooze']({ keys, until: later?.until ?? 0 });
    expect(read()).toMatchObject({ standing: [], tell: [] });
    expect(read().later).toMatchObject([{ key: keys[0] }]);
    time.now = later?.until ?? 0;
    expect(read().tell).toHaveLength(1);
    expect(read().tell).not.toEqual(keys);
    const again = read().tell;
    commands['reminders.dismiss']({ keys: [...keys, ...again] });
    expect(read()).toMatchObject({ standing: [], later: [] });
    commands['reminders.restore']({ keys: again });
    expect(read().standing.length).toBe(1);
    expect(read().tell).toEqual([]);
  });

  test('quiet hours and kinds that are switched off belong to this device and are kept', () => {
    const { commands, read } = device(records(asked(true, wednesday)), wednesday + hour);
    expect(read().mayRemind).toBe(true);
    commands['reminders.set']({ off: ['urgent'], digest: false, quiet: '09:30-12:00' });
    expect(read()).toMatchObject({ mayRemind: false, nextAt: wednesday + 3 * hour, digest: null });
    expect(read().standing).toEqual([]);
  });

  test('a 1:1 of the day, what was agreed there, and a cycle that ends are said in the morning', () => {
    const all = records(
      snapshot('meeting', 'today', { day: '2026-05-13' }, { by: bilal, spaceId: pair }),
      snapshot('cycle', 'q2', { title: 'Q2 2026', start: '2026-04-01', end: '2026-05-20' }, { by: ana }),
    );
    const { read } = device(all, wednesday + 4 * hour);
    const said = read().standing.map(({ kind, fromId, targetId, dueAt }) => ({ kind, fromId, targetId, dueAt }));
    expect(said).toContainEqual({
      kind: 'one-on-one',
      fromId: bilal,
      targetId: bilal,
      dueAt: Date.UTC(2026, 4, 13),
    });
    expect(said).toContainEqual({ kind: 'cycle', fromId: null, targetId: idOf('q2'), dueAt: Date.UTC(2026, 4, 20) });
  });
});

// The process that is killed: a whole profile on a real file, and something to do. Says on standard output, at once,
// what has been acknowledged to it. Started by `run-child.ts`.
import { writeSync } from 'node:fs';
import type { CommandName, CommandParams, EngineApi } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';
import type { Task } from '../run-child.ts';
import { killAt } from './kill-at.ts';

const task = JSON.parse(process.argv[2] ?? '') as Task;
const say = (message: object): void => void writeSync(1, `${JSON.stringify(message)}\n`);
const { steps } = killAt(task.killAt ?? Number.POSITIVE_INFINITY);
const { openProfile } = await import('#engine/index.ts');
const { systemClock, systemRandom, systemTimers } = await import('#engine/hosts/system-ports.ts');

const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
const person = (name: string) => ({ name, timeZone: 'UTC', workingHours: week });

const opened = expectOk(
  await openProfile({
    directory: task.directory,
    clock: systemClock,
    random: systemRandom,
    timers: systemTimers,
    log: { info: () => undefined, warn: () => undefined },
    lan: false,
    network: task.what === 'joining' || task.what === 'receiving',
  }),
);
const engine: EngineApi = opened.engine;
say({ ack: 'opened' });
const run = async <N extends CommandName>(name: N, params: CommandParams<N>) =>
  expectOk(await engine.run(name, params));

if (task.what === 'editing') {
  const before = expectOk(await engine.read('session', {}));
  if (before.state === 'empty') {
    await run('team.create', { teamName: 'Kestrel', person: person('Ana') });
    say({ ack: 'team' });
  }
  const { id: cycleId } = await run('cycle.create', { title: 'Autumn', start: '2026-09-01', end: '2026-11-30' });
  for (let count = 0; count < 4; count += 1) {
    const title = `Goal ${count} of ${process.pid}`;
    const { id } = await run('objective.create', {
      title,
      cycleId,
      ownerId: null,
      keyResults: [{ title: 'Twice', type: 'number', start: 0, target: 2 }],
    });
    say({ ack: 'goal', title });
    const text = `Remark ${count} of ${process.pid}`;
    await run('comment.add', { targetId: id, text });
    say({ ack: 'comment', id, text });
    await run('draft.save', { key: 'note', value: text });
    say({ ack: 'draft', text });
  }
}
if (task.what === 'joining') {
  await run('team.join', { link: task.link ?? '', person: person('Bilal') });
  say({ ack: 'joined' });
}
if (task.what === 'receiving') {
  const isThere = async (): Promise<boolean> => {
    const { cycles } = expectOk(await engine.read('cycles', {}));
    const lists = await Promise.all(cycles.map(({ id }) => engine.read('goals', { cycleId: id })));
    return JSON.stringify(lists).includes(task.until ?? '');
  };
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 20));
  say({ ack: 'received' });
}
say({ ack: 'done', steps: steps() });
await opened.close();
process.exit(0);

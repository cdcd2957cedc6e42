import { ok } from '#shared/std/index.ts';
import { parseCommand } from '#shared/protocol/index.ts';
import type { RecordCommand } from '#shared/domain/index.ts';
import { runRecordCommand } from '#engine/api/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import { missingIn } from './carry.ts';
import type { Device } from './device.ts';
import { textOf, type World } from './world.ts';

/** What somebody writes on the copy of a machine; nobody has promised them anything. */
const writeOn = (world: World, twin: Ledger, device: Device): void => {
  const run = (name: RecordCommand, params: object): void => {
    const request = parseCommand(name, params);
    if (!request.ok) return;
    twin.transact('local', () => runRecordCommand(twin, name, request.value, device.clock, world.random));
  };
  const { dice } = world;
  const goal = dice.of(
    twin.db
      .prepare<unknown[], { id: string; heads: string }>(
        "SELECT id, heads FROM records WHERE kind = 'objective' ORDER BY id",
      )
      .all(),
  );
  const other = dice.of([...twin.graph.now().people.keys()].filter((id) => id !== twin.me.personId));
  if (goal !== undefined) {
    run('objective.update', { id: goal.id, base: JSON.parse(goal.heads) as string[], title: textOf(world, 'Twice') });
    run('comment.add', { targetId: goal.id, text: textOf(world, 'twice said') });
  }
  if (other !== undefined) run('kudos.give', { toId: other, value: 'care', text: textOf(world, 'twice thanked') });
  if (dice.once(3))
    twin.transact('local', () => {
      const done = twin.writeAct({ kind: 'offer', sealed: [] });
      return done.ok ? ok(undefined) : done;
    });
};

/**
 * A machine is copied, and both copies go on: the one under its owner, the other one somewhere else. What the second
 * writes reaches somebody by hand. From there it has to reach everybody, whatever they had heard before.
 */
export const fork = (world: World, device: Device, others: readonly Device[]): void => {
  const ledger = device.ledger();
  const to = world.dice.of(others.filter((one) => one !== device));
  if (ledger.isOut() || to === undefined) return;
  for (let copies = 1 + world.dice.below(2); copies > 0; copies -= 1) {
    const twin = device.twin();
    const before = twin.entries.count();
    writeOn(world, twin, device);
    if (twin.entries.count() > before) {
      world.outlaws.add(twin.me.personId);
      world.copied.add(twin.me.deviceId);
      world.promises.count('attack: fork');
      to.ledger().take(missingIn(twin, to.ledger()), 'relay simulated');
    }
    twin.close();
    twin.db.close();
  }
};

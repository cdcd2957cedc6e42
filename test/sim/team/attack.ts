import { expectOk, toText } from '#shared/std/index.ts';
import { missingIn } from './carry.ts';
import type { Device } from './device.ts';
import { textOf, type World } from './world.ts';

/**
 * A changed program writes what the rules forbid, properly signed by its owner's keys: it changes somebody else's words
 * or rewrites a progress update. Everybody, the owner's own machine included, has to refuse it for the same reason.
 */
export const cheat = (world: World, device: Device): void => {
  const twin = device.twin();
  const mine = twin.me.personId;
  const target = world.dice.of(
    twin.db
      .prepare<unknown[], { id: string; kind: string; key: Uint8Array }>(
        "SELECT id, kind, key FROM records WHERE kind IN ('person', 'check-in', 'kudos', 'objective') AND space_id = ? AND created_by <> ? ORDER BY id",
      )
      .all(toText(twin.space.team), mine),
  );
  const update = twin.db
    .prepare<unknown[], { id: string }>('SELECT id FROM progress_updates WHERE record_id = ? ORDER BY id LIMIT 1')
    .get(target?.id ?? '');
  if (target !== undefined && (target.kind !== 'objective' || update !== undefined)) {
    const edits =
      target.kind === 'objective'
        ? [{ path: `updates.${update?.id ?? ''}.value`, value: 1_000_000 }]
        : target.kind === 'person'
          ? [{ path: 'name', value: textOf(world, 'Forged') }]
          : target.kind === 'check-in'
            ? [{ path: 'answer', value: textOf(world, 'forged') }]
            : [{ path: 'text', value: textOf(world, 'forged') }];
    const { kind, key } = target;
    const done = twin.transact('local', () => twin.write({ spaceId: twin.space.team, kind, key, base: null, edits }));
    expectOk(done);
    world.outlaws.add(mine);
    const taken = device.ledger().take(missingIn(twin, device.ledger()), 'relay simulated');
    if (taken.ok) {
      if (taken.value.length > 0) throw new Error(`A cheat was refused outright: ${taken.value[0]?.sentence}`);
      world.promises.count('cheat: tried');
    }
  }
  twin.close();
  twin.db.close();
};

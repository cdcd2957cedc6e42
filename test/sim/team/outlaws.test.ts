import { describe, expect, test } from 'vitest';
import { fromText, toText } from '#shared/std/index.ts';
import { cutOf } from '#engine/ledger/index.ts';
import { beginWorld } from './begin.ts';
import { act } from './membership.ts';
import { PowerCut } from './power.ts';

/** An admin makes a member a guest on a machine whose power fails at the n-th thing that leaves a trace. */
const demoteUntil = async (uses: number) => {
  const world = await beginWorld(1, { devices: 4, settled: 4, steps: 0, mix: 'goal' });
  const [, admin, member] = world.devices;
  if (admin === undefined || member === undefined) throw new Error('A team has four machines.');
  const { personId } = member.ledger().me;
  const target = fromText(personId) ?? new Uint8Array(0);
  admin.power.setFuse(uses);
  try {
    const cut = cutOf(admin.ledger(), { personId });
    act(world, admin, { kind: 'set-role', personId: target, role: 'guest', cut });
  } catch (cause) {
    if (!(cause instanceof PowerCut)) throw cause;
  }
  const failed = admin.power.fuseBlew();
  const isGone = admin.power.isGone();
  admin.power.setFuse(null);
  admin.reopen();
  const demoted = admin
    .ledger()
    .graph.now()
    .reductions.some((one) => toText(one.target) === personId);
  const outlaw = world.outlaws.has(personId);
  for (const device of world.devices) device.stop();
  return { failed, isGone, demoted, outlaw };
};

describe('whose work may be refused', () => {
  test('whoever lost a role by an act on a disk, wherever the power failed, and nobody else', async () => {
    const seen = new Set<string>();
    for (let uses = 1; ; uses += 1) {
      const { failed, isGone, demoted, outlaw } = await demoteUntil(uses);
      expect({ uses, outlaw }).toEqual({ uses, outlaw: demoted });
      seen.add(`${failed ? (isGone ? 'after the commit' : 'before it') : 'never'}: ${demoted ? 'lost' : 'kept'}`);
      if (!failed) break;
    }
    expect([...seen].sort()).toEqual(['after the commit: lost', 'before it: kept', 'never: lost']);
  });
});

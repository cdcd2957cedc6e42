import { seededRandom } from '#test/support/seeded-random.ts';
import { cheat, missingIn } from './attack.ts';
import { checkWorld } from './check.ts';
import { createDevice, PowerCut, type Device } from './device.ts';
import { createDice } from './dice.ts';
import { answerDoor, found, invite, prepareToJoin, reorganize, tryToJoin } from './membership.ts';
import { createSimNetwork, type Node } from './network.ts';
import { createPromises } from './promises.ts';
import { createSimRelay, moods } from './relay.ts';
import type { World } from './world.ts';
import { write } from './writing.ts';

const names = ['ana', 'ben', 'cem', 'dia', 'eli'];
const hourMs = 3_600_000;
/** Monday 9 March 2026. */
const begin = Date.UTC(2026, 2, 9, 8);

export interface ScenarioOptions {
  readonly steps?: number;
}

const createWorld = (
  seed: number,
): { readonly world: World; readonly nodeOf: (device: Device) => Node; relayNode: Node } => {
  const random = seededRandom(seed);
  const dice = createDice(seededRandom(seed + 0.5));
  const relay = createSimRelay(dice);
  const clock = { now: begin };
  const devices = names.map((name) => createDevice(name, () => clock.now, random));
  const [first] = devices;
  if (first === undefined) throw new Error('A team needs somebody.');
  for (const device of devices) device.setSkew((dice.below(96) - 48) * hourMs);
  const team = found(first, begin, random);
  const world: World = {
    seed,
    dice,
    random,
    devices,
    relay,
    network: createSimNetwork(team, dice),
    promises: createPromises(),
    links: new Map(),
    get now() {
      return clock.now;
    },
    set now(value) {
      clock.now = value;
    },
    texts: 0,
  };
  const nodeOf = (device: Device): Node => ({ name: device.name, role: 'device', replica: device.replica });
  return { world, nodeOf, relayNode: { name: 'relay', role: 'relay', replica: () => relay.replica } };
};

/**
 * One story of a team: five people found, join, write, cheat, lose power, connections and disk space, and sit behind a
 * relay that lies, all in an order that the seed decides. Then the network heals, and everything has to be as if
 * nothing of that had happened. Throws with what is wrong. Returns how often what happened.
 */
export const runScenario = async (
  seed: number,
  { steps = 70 }: ScenarioOptions = {},
): Promise<ReadonlyMap<string, number>> => {
  const { world, nodeOf, relayNode } = createWorld(seed);
  const { dice, devices, network, relay, promises } = world;
  const settled = (): Device[] => devices.filter((device) => device.isSettled());
  const outside = (): Device[] => devices.filter((device) => !device.isSettled());
  const up = (): Device[] => devices.filter((device) => device.isUp());
  let honest = true;

  const restart = (device: Device): void => {
    network.tearAll(device.name);
    device.crash();
    promises.count('crash');
  };

  /** Whatever happens may be cut off by the fuse of this machine; half of the time it even keeps running. */
  const guarded = async (device: Device, work: () => void | Promise<void>): Promise<void> => {
    if (dice.once(6)) device.setFuse(1 + dice.below(12));
    try {
      await work();
    } catch (cause) {
      if (!(cause instanceof PowerCut)) throw cause;
      promises.count('power cut');
    }
    device.setFuse(null);
    if (!device.isUp() || !device.fuseBlew()) return;
    if (!device.isSettled() || dice.once(2)) restart(device);
  };

  const fullDisk = async (device: Device, work: () => void): Promise<void> => {
    const db = device.db();
    const [pages] = [Number(db.pragma('page_count', { simple: true }))];
    db.pragma(`max_page_count = ${pages + dice.below(3)}`);
    await guarded(device, work);
    if (device.isUp()) device.db().pragma('max_page_count = 1073741823');
  };

  const link = async (): Promise<void> => {
    const a = dice.of(up());
    const others = [
      ...up()
        .filter((one) => one !== a)
        .map(nodeOf),
      relayNode,
      relayNode,
    ];
    const b = dice.of(others);
    if (a === undefined || b === undefined) return;
    await network.connect(nodeOf(a), b);
  };

  const deliver = async (): Promise<void> => {
    const victim = dice.of(up());
    if (victim !== undefined) await guarded(victim, () => network.deliverSome(40));
  };

  /** Entries on a stick: some of what somebody has, in any order and more than once. */
  const carry = (): void => {
    const from = dice.of(settled());
    const to = dice.of(settled());
    if (from === undefined || to === undefined || from === to) return;
    const all = missingIn(from.ledger(), to.ledger());
    const some = dice.shuffled([...all, ...all.filter(() => dice.once(3))]).slice(0, 40);
    const taken = to.ledger().take(some, 'relay simulated');
    promises.count(`carry: ${taken.ok ? 'ok' : taken.error.code}`);
  };

  const joinIn = async (): Promise<void> => {
    const newcomer = dice.of(outside());
    if (newcomer === undefined) return;
    if (world.links.get(newcomer.name) === undefined) {
      const host = dice.of(settled());
      if (host !== undefined) invite(world, host, newcomer);
      return;
    }
    if (!prepareToJoin(world, newcomer)) return;
    await guarded(newcomer, () => void tryToJoin(world, newcomer));
    if (newcomer.isUp() && !newcomer.isSettled()) newcomer.unsettle();
  };

  const step = async (): Promise<void> => {
    world.now += dice.once(8) ? 20 * hourMs : dice.below(hourMs);
    const device = dice.of(settled());
    if (device === undefined) return;
    switch (dice.below(26)) {
      case 0:
      case 1:
      case 2:
        return link();
      case 3:
      case 4:
      case 5:
      case 6:
        return deliver();
      case 7:
      case 8:
        return joinIn();
      case 9:
        if (dice.once(3)) return void restart(device);
        return guarded(device, () => answerDoor(world, device));
      case 10:
        return guarded(device, () => reorganize(world, device));
      case 11: {
        const other = dice.of([
          ...up()
            .filter((one) => one !== device)
            .map(nodeOf),
          relayNode,
        ]);
        if (other === undefined) return;
        if (dice.once(2)) network.tear(nodeOf(device), other);
        else network.cut(nodeOf(device), other);
        return;
      }
      case 12:
        if (dice.once(3)) return relay.rollBack();
        relay.setMood(dice.of(moods) ?? 'honest');
        return;
      case 13:
        if (dice.once(2)) return void carry();
        device.setSkew((dice.once(4) ? 24 * 365 * (dice.below(3) - 1) : dice.below(96) - 48) * hourMs);
        return;
      case 14:
        if (dice.once(3)) {
          honest = false;
          return guarded(device, () => cheat(world, device));
        }
        return fullDisk(device, () => write(world, device));
      default:
        return guarded(device, () => write(world, device));
    }
  };

  /** Everybody meets the relay and each other, as often as it takes until nobody has anything left to say. */
  const heal = async (): Promise<void> => {
    relay.setMood('honest');
    // What a relay withheld or dropped stays undone in the session it lied in; its clients come back with new ones.
    network.tearAll('relay');
    network.mend();
    for (let round = 0; round < 3; round += 1) {
      for (const device of up()) {
        await network.connect(nodeOf(device), relayNode);
        await network.settle();
      }
      for (const device of settled()) answerDoor(world, device);
      await network.settle();
    }
  };

  try {
    // The first two get to know each other, so that there is a team to speak of.
    for (const newcomer of devices.slice(1, 3)) {
      const [host] = devices;
      if (host === undefined) continue;
      invite(world, host, newcomer);
      prepareToJoin(world, newcomer);
      const meeting = await network.connect(nodeOf(host), nodeOf(newcomer));
      await network.settle();
      tryToJoin(world, newcomer);
      await network.settle();
      if (dice.once(2)) answerDoor(world, host);
      meeting?.link.tear();
    }
    for (let count = 0; count < steps; count += 1) await step();
    await heal();
    for (const newcomer of outside()) {
      if (!newcomer.isUp()) prepareToJoin(world, newcomer);
      await heal();
      tryToJoin(world, newcomer);
    }
    for (const one of outside()) one.stop();
    await heal();
    await checkWorld(world, honest);
    return promises.outcomes;
  } finally {
    network.close();
    for (const device of devices) device.stop();
  }
};

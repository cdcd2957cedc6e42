import { cheat } from './attack.ts';
import { duel, renewOwedKey, reorganize } from './authority.ts';
import { beginWorld } from './begin.ts';
import { missingIn } from './carry.ts';
import { checkWorld } from './check.ts';
import type { Device } from './device.ts';
import { erase, holdingsOf, holdsUnproven } from './erasing.ts';
import { fork } from './fork.ts';
import { pair } from './machines.ts';
import { answerDoor, invite, prepareToJoin, tryToJoin } from './membership.ts';
import { backUp, lose, restore } from './losses.ts';
import type { Node } from './network.ts';
import { PowerCut } from './power.ts';
import { moods } from './relay.ts';
import { shapeOf, type Shape, type ShapeOptions } from './shape.ts';
import { rememberCrypto } from './remembered.ts';
import { loseOwner, signForHeir } from './succession.ts';
import { createWatch } from './watch.ts';
import type { World } from './world.ts';
import { write } from './writing.ts';

const hourMs = 3_600_000;

rememberCrypto();

const nodeOf = (device: Device): Node => ({
  name: device.name,
  role: 'device',
  replica: device.replica,
  onReport: (report) => {
    if (report.type === 'fork' && device.isUp()) device.ledger().noteFork(report.proof);
  },
});

/** Everything that can happen in a world, each ready to be cut off in the middle. */
const createEvents = (world: World, { mix }: Shape) => {
  const { dice, devices, network, relay, promises } = world;
  const watch = createWatch(world);
  const relayNode: Node = { name: 'relay', role: 'relay', replica: () => relay.replica, onReport: relay.onReport };
  const settled = (): Device[] => devices.filter((device) => device.isSettled());
  const outside = (): Device[] => devices.filter((device) => !device.isSettled() && !world.lost.has(device.name));
  const up = (): Device[] => devices.filter((device) => device.isUp());

  const restart = (device: Device): void => {
    network.tearAll(device.name);
    watch.restart(device);
    promises.count('fault: restart');
  };

  /** Whatever happens may be cut off by the fuse of this machine; half of the time it even keeps running. */
  const guarded = async (device: Device, work: () => void | Promise<void>): Promise<void> => {
    if (dice.once(5)) device.power.setFuse(1 + dice.below(dice.once(3) ? 80 : 16));
    try {
      await work();
    } catch (cause) {
      if (!(cause instanceof PowerCut)) throw cause;
    }
    device.power.setFuse(null);
    if (!device.isUp() || !device.power.fuseBlew()) return;
    promises.count(device.power.isGone() ? 'fault: power cut after the commit' : 'fault: power cut');
    if (!device.isSettled() || device.power.isGone() || dice.once(2)) restart(device);
  };

  const fullDisk = async (device: Device, work: () => void | Promise<void>): Promise<void> => {
    const pages = Number(device.db().pragma('page_count', { simple: true }));
    device.db().pragma(`max_page_count = ${pages + dice.below(3)}`);
    promises.count('fault: full disk');
    await guarded(device, work);
    if (device.isUp()) device.db().pragma('max_page_count = 1073741823');
  };

  const others = (device: Device): Device[] => up().filter((one) => one !== device);

  const link = async (): Promise<void> => {
    const a = dice.of(up());
    const b = a === undefined ? undefined : dice.of([...others(a).map(nodeOf), relayNode, relayNode, relayNode]);
    if (a !== undefined && b !== undefined) await network.connect(nodeOf(a), b);
  };

  const deliver = async (): Promise<void> => {
    const victim = dice.of(up());
    if (victim === undefined) return;
    const work = (): Promise<void> => network.deliverSome(40 + 4 * devices.length);
    await (dice.once(12) ? fullDisk(victim, work) : guarded(victim, work));
  };

  /** Entries on a stick: some of what somebody has, in any order and more than once. */
  const carry = (): void => {
    const [from, to] = dice.shuffled(settled());
    if (from === undefined || to === undefined) return;
    const all = missingIn(from.ledger(), to.ledger());
    const some = dice.shuffled([...all, ...all.filter(() => dice.once(3))]).slice(0, 40);
    const taken = to.ledger().take(some, 'relay simulated');
    promises.count(`carry: ${taken.ok ? 'ok' : taken.error.code}`);
  };

  /** What every machine does by itself when it hears of changes in the team. */
  const tend = (device: Device): void => {
    answerDoor(world, device);
    renewOwedKey(world, device);
    device.tend();
    promises.acknowledge(device);
  };

  const joinIn = async (): Promise<void> => {
    const newcomer = dice.of(outside());
    if (newcomer === undefined) return;
    const owner = dice.once(3) ? dice.of(settled()) : undefined;
    if (owner !== undefined && pair(world, owner, newcomer)) return;
    if (world.links.get(newcomer.name) === undefined) {
      const host = dice.of(settled());
      if (host !== undefined) invite(world, host, newcomer);
      return;
    }
    if (!prepareToJoin(world, newcomer)) return;
    await guarded(newcomer, () => void tryToJoin(world, newcomer));
  };

  const partition = (device: Device): void => {
    const other = dice.of([...others(device).map(nodeOf), relayNode]);
    if (dice.once(4)) {
      network.partition([relayNode, ...devices.map(nodeOf)]);
      promises.count('fault: partition');
    } else if (dice.once(3)) network.mend();
    else if (other !== undefined) {
      const torn = dice.once(2);
      if (torn) network.tear(nodeOf(device), other);
      else network.cut(nodeOf(device), other);
      promises.count(torn ? 'fault: torn link' : 'fault: cut link');
    }
  };

  const corruptRelay = async (): Promise<void> => {
    if (dice.once(4)) {
      promises.count('fault: relay rolled back');
      return relay.rollBack();
    }
    const mood = dice.of(moods) ?? 'honest';
    if (mood !== 'honest') promises.count(`fault: ${mood} relay`);
    relay.setMood(mood);
  };

  const disturb = (): void => {
    for (let left = 1 + dice.below(3); left > 0; left -= 1) {
      const what = network.disturb();
      if (what !== undefined) promises.count(`fault: message under way, ${what}`);
    }
  };

  const skew = (device: Device): void => {
    promises.count('fault: clock jump');
    device.setSkew((dice.once(4) ? 24 * 365 * (dice.below(3) - 1) : dice.below(96) - 48) * hourMs);
  };

  /** Somebody writes a backup, loses the machine, or restores it on another one. */
  const misfortune = async (device: Device): Promise<void> => {
    const gone = dice.of(devices.filter(({ name }) => world.lost.has(name) && world.backups.has(name)));
    if (gone !== undefined && dice.below(3) > 0) {
      await guarded(gone, () =>
        restore(world, gone, async () => {
          await network.connect(nodeOf(gone), relayNode);
          await network.settle();
        }),
      );
      return;
    }
    if (!world.backups.has(device.name) || dice.once(3)) return void backUp(world, device);
    if (settled().length > 3) lose(world, device);
  };

  const happen = async (): Promise<void> => {
    world.now += dice.once(8) ? 20 * hourMs : dice.below(hourMs);
    const device = dice.of(settled());
    if (device === undefined) return;
    switch (dice.below(mix === 'first' ? 30 : 36)) {
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
        return joinIn();
      case 8:
        return guarded(device, () => tend(device));
      case 9:
        return dice.once(3) ? void restart(device) : undefined;
      case 10:
      case 16:
      case 17:
        return dice.once(5) ? void duel(world, settled()) : guarded(device, () => reorganize(world, device));
      case 11:
        return void partition(device);
      case 12:
        return corruptRelay();
      case 13:
        return dice.once(2) ? void carry() : void skew(device);
      case 14:
        if (dice.once(4)) return void fork(world, device, settled());
        return dice.once(2)
          ? guarded(device, () => cheat(world, device))
          : fullDisk(device, () => write(world, device));
      case 15:
        return void disturb();
      case 30:
      case 31:
      case 32:
        return misfortune(device);
      case 33:
      case 34:
        return guarded(device, () => erase(world, device));
      case 35:
        return dice.once(3) ? void loseOwner(world, device) : guarded(device, () => signForHeir(world, device));
      default:
        return guarded(device, () => write(world, device));
    }
  };

  /**
   * Everybody meets the relay anew, as often as it takes until nobody has anything left to say: a day and new sessions
   * with everybody, and nobody has stored a thing.
   */
  const heal = async (): Promise<void> => {
    relay.setMood('honest');
    network.mend();
    const commits = (): number => devices.reduce((sum, device) => sum + device.commits(), 0);
    for (let [round, before] = [0, -1]; round < 5 && before !== commits(); round += 1) {
      before = commits();
      // What was withheld, dropped or damaged stays undone in the session it happened in; new ones make up for it.
      if (round < 4) network.close();
      // Who asked for a key in vain asks again a day later.
      world.now += 25 * hourMs;
      for (const device of up()) await network.connect(nodeOf(device), relayNode);
      // What a relay does not take, because nobody is left to prove that it was erased, goes from machine to machine.
      // Twice: of what lacks its content a machine asks in one session and offers it in the next (SPEC S56).
      for (const device of settled().filter(holdsUnproven))
        for (const other of [...others(device), ...others(device)]) {
          if (holdingsOf(device) === holdingsOf(other)) continue;
          network.tear(nodeOf(device), nodeOf(other));
          await network.connect(nodeOf(device), nodeOf(other));
          await network.settle();
          // Left open, fifty machines would end with a session each with each, and look through all of them.
          network.tear(nodeOf(device), nodeOf(other));
        }
      await network.settle();
      for (const device of settled()) {
        tend(device);
        // In a large team the first to do something is heard of before the next one looks, as turns see to (stewardship).
        if (devices.length > 8) await network.settle();
      }
      await network.settle();
    }
  };

  /** An owner who lost every machine is replaced, if the admins who are left are enough. */
  const inherit = async (): Promise<void> => {
    if (world.promises.outcomes.get('fault: lost owner') === undefined) return;
    for (const device of settled()) {
      signForHeir(world, device);
      await network.settle();
    }
    await heal();
  };

  return { outside, happen, heal, watch, inherit };
};

/** The first two get to know each other, so that there is a team to speak of. */
const openTheDoor = async (world: World): Promise<void> => {
  const [host, ...newcomers] = world.devices;
  if (host === undefined) return;
  for (const newcomer of newcomers.slice(0, 2)) {
    invite(world, host, newcomer);
    prepareToJoin(world, newcomer);
    const meeting = await world.network.connect(nodeOf(host), nodeOf(newcomer));
    await world.network.settle();
    tryToJoin(world, newcomer);
    await world.network.settle();
    if (world.dice.once(2)) answerDoor(world, host);
    meeting?.link.tear();
  }
};

/**
 * One story of a team: people found, join, write, cheat, lose power, connections and disk space, and sit behind a relay
 * that lies, all in an order that the seed decides. After every step the promises are looked at. Then the network heals,
 * and everything has to be as if nothing of that had happened. Throws with what is wrong. Returns how often what
 * happened.
 */
export const runScenario = async (seed: number, options: ShapeOptions = {}): Promise<ReadonlyMap<string, number>> => {
  const shape = shapeOf(seed, options);
  const world = await beginWorld(seed, shape);
  const { outside, happen, heal, watch, inherit } = createEvents(world, shape);
  try {
    if (shape.settled === 0) await openTheDoor(world);
    for (let count = 0; count < shape.steps; count += 1) {
      await happen();
      watch.look();
    }
    await heal();
    for (const newcomer of outside()) {
      if (!newcomer.isUp()) prepareToJoin(world, newcomer);
      await heal();
      tryToJoin(world, newcomer);
    }
    for (const one of outside()) one.stop();
    await heal();
    await inherit();
    watch.look();
    await checkWorld(world);
    world.promises.count(`team of ${world.devices.length}`);
    return world.promises.outcomes;
  } finally {
    world.network.close();
    for (const device of world.devices) device.stop();
  }
};

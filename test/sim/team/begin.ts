import type { Random } from '#shared/std/index.ts';
import type { StoredEntry } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { handOver, missingIn } from './carry.ts';
import { createDevice, type Device, type Disk } from './device.ts';
import { createDice } from './dice.ts';
import { answerDoor, found, invite, prepareToJoin, tryToJoin } from './membership.ts';
import { createSimNetwork } from './network.ts';
import { createPromises } from './promises.ts';
import { createSimRelay, type RelayStock } from './relay.ts';
import type { Mix, Shape } from './shape.ts';
import type { World } from './world.ts';
import { shareGoal } from './writing.ts';

const hourMs = 3_600_000;
/** Monday 9 March 2026. */
const start = Date.UTC(2026, 2, 9, 8);
const firstNames = ['ana', 'ben', 'cem', 'dia', 'eli', 'fay', 'gus', 'hal'];
const nameOf = (index: number): string => firstNames[index] ?? `person${index}`;

/** A team that has met: what lies on the disks of its people and at its relay. */
interface Crowd {
  readonly team: Uint8Array;
  readonly disks: readonly Disk[];
  readonly stock: RelayStock;
}

/** A world with machines that are all switched off, but for those that `begin` starts. Returns the team's root key. */
const worldOf = (
  seed: number,
  count: number,
  begin: (devices: readonly Device[], random: Random) => Uint8Array,
): World => {
  const random = seededRandom(seed);
  const dice = createDice(seededRandom(seed + 0.5));
  const clock = { now: start };
  const stranger = createLogWriter(seededRandom(seed + 0.25));
  const nextStranger = (): StoredEntry => stranger.next(64);
  const devices = Array.from({ length: count }, (_, index) => createDevice(nameOf(index), () => clock.now, random));
  const team = begin(devices, random);
  return {
    seed,
    dice,
    random,
    devices,
    relay: createSimRelay(dice, nextStranger),
    network: createSimNetwork(team, dice),
    promises: createPromises(),
    links: new Map(),
    outlaws: new Set(),
    invitedBy: new Map(),
    backups: new Map(),
    lost: new Set(),
    erased: new Map(),
    copied: new Set(),
    get now() {
      return clock.now;
    },
    set now(value) {
      clock.now = value;
    },
    texts: 0,
    spoken: 0,
  };
};

const foundBy = ([founder]: readonly Device[], random: Random): Uint8Array => {
  if (founder === undefined) throw new Error('A team needs somebody.');
  return found(founder, start, random);
};

const rolesInCrowd = ['admin', 'member', 'admin', 'member', 'guest', 'member'] as const;

/** Lets a team come together without any trouble. The same number of people gives the same team, whatever the story. */
const gather = (count: number, mix: Mix): Crowd => {
  const world = worldOf(-count, count, foundBy);
  const [founder, ...others] = world.devices;
  if (founder === undefined) throw new Error('A team needs somebody.');
  for (const [index, newcomer] of others.entries()) {
    invite(world, founder, newcomer, rolesInCrowd[index % rolesInCrowd.length]);
    prepareToJoin(world, newcomer);
    for (const object of founder.objects()) newcomer.putObject(object);
    handOver(founder.ledger(), newcomer.ledger());
    if (!tryToJoin(world, newcomer)) throw new Error(`${newcomer.name} could not join.`);
    handOver(newcomer.ledger(), founder.ledger());
    answerDoor(world, founder);
  }
  // Stories are short: without a goal that all of them know, hardly anybody would ever change one.
  if (mix === 'goal') shareGoal(world, founder);
  for (const other of others) handOver(founder.ledger(), other.ledger());
  const crowd = {
    team: founder.ledger().teamRoot,
    disks: world.devices.map((device) => device.disk()),
    stock: { entries: missingIn(founder.ledger()), objects: [] },
  };
  for (const device of world.devices) device.stop();
  return crowd;
};

const crowds = new Map<string, Crowd>();

/** Gathered once in a process: it is the same for every story. */
const crowdOf = (count: number, mix: Mix): Crowd => {
  const name = `${count} ${mix}`;
  const known = crowds.get(name) ?? gather(count, mix);
  crowds.set(name, known);
  return known;
};

/** The world in which a story begins. Everybody's clock is wrong by up to two days. */
export const beginWorld = async (seed: number, shape: Shape): Promise<World> => {
  const crowd = shape.settled === 0 ? undefined : crowdOf(shape.settled, shape.mix);
  const world = worldOf(seed, shape.devices, (devices, random) => {
    if (crowd === undefined) return foundBy(devices, random);
    for (const [index, disk] of crowd.disks.entries()) devices[index]?.load(disk);
    return crowd.team;
  });
  if (crowd !== undefined) await world.relay.fill(crowd.stock);
  for (const device of world.devices) device.setSkew((world.dice.below(96) - 48) * hourMs);
  return world;
};

import { fromText, toText } from '#shared/std/index.ts';
import { progressOf } from '#shared/domain/index.ts';
import type { KeyResultType } from '#shared/protocol/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import type { Members } from '#engine/members/index.ts';
import { rebuildProfile, verifyProfile } from '#engine/upkeep/index.ts';
import { collude } from './collusion.ts';
import { emptyStore, type Device } from './device.ts';
import { checkErased, disputed, halfErased, without } from './erasing.ts';
import { bereft, groundless, unprovable } from './grounds.ts';
import { agree, complain, entriesOf, logsOf, membersOf, spacesOf, type View } from './views.ts';
import type { World } from './world.ts';

/** Who reads a space, as its readers know; undefined for spaces of the whole team. */
const readersOf = (devices: readonly Device[]): ReadonlyMap<string, readonly string[] | null> =>
  new Map(
    devices.flatMap((device) =>
      device
        .ledger()
        .spaces.all()
        .map((space) => [space.id, space.readers] as const),
    ),
  );

const nothing: View = new Map();

const hasLost = ({ promises: { outcomes } }: World): boolean =>
  ['fault: lost machine', 'fault: lost owner'].some((fault) => (outcomes.get(fault) ?? 0) > 0);

/** What is left out of comparisons: see `disputed`, `halfErased` and `unprovable`. */
const exempt = (world: World, devices: readonly Device[]): ReadonlySet<string> =>
  new Set([...disputed(world, devices), ...(hasLost(world) ? halfErased(world, devices) : []), ...unprovable(devices)]);

const checkEqual = (world: World, devices: readonly Device[]): void => {
  const open = exempt(world, devices);
  const all = devices.map((device) => [device.name, device.ledger()] as const);
  agree(
    'logs',
    all.map(([name, ledger]) => [name, logsOf(ledger)]),
  );
  agree(
    'members',
    all.map(([name, ledger]) => [name, membersOf(ledger)]),
  );
  const held = all.map(([name, ledger]) => ({ name, ledger, spaces: spacesOf(ledger) }));
  const spaces = readersOf(devices);
  const mayRead = (ledger: Ledger, spaceId: string): boolean => {
    const readers = spaces.get(spaceId);
    return readers === null || (readers?.includes(ledger.me.personId) ?? false);
  };
  /** For each space by itself: its readers agree, and nobody else has anything of it. */
  for (const [spaceId] of spaces) {
    agree(
      `verdicts, heads and read models of ${spaceId}`,
      held
        .filter(({ ledger }) => mayRead(ledger, spaceId))
        .map((one) => [one.name, without(one.spaces.get(spaceId) ?? nothing, open)] as const),
    );
    for (const one of held)
      if (!mayRead(one.ledger, spaceId) && (one.spaces.get(spaceId)?.size ?? 0) > 0)
        complain(`${one.name} reads a space that is not theirs`, spaceId);
  }
  const up = world.devices.filter((device) => device.isUp() && device.isSettled());
  const lost = new Set([...groundless(devices), ...(hasLost(world) ? bereft(devices, up) : [])]);
  for (const { name, ledger } of held) {
    const waiting = entriesOf(ledger)
      .filter((row) => row.state === 'waiting' || row.state === 'deferred')
      .filter((row) => !lost.has(toText(row.hash)) && !open.has(toText(row.hash)))
      .filter((row) => !open.has(row.record_id ?? ''))
      .map((row) => ({ ...row, hash: toText(row.hash), log: toText(row.log) }));
    if (waiting.length > 0) complain(`${name} still waits for something`, waiting);
  }
};

/**
 * Whether work of somebody may be set aside: they broke the rules, lost something, or are nobody in the team because the
 * one who invited them is either.
 */
const mayBeRefused = ({ outlaws, invitedBy }: World, members: Members, personId: string): boolean => {
  const person = members.person(personId);
  return (
    outlaws.has(personId) ||
    person?.state === 'removed' ||
    (person === undefined && outlaws.has(invitedBy.get(personId) ?? ''))
  );
};

/** Nothing that was acknowledged is gone, and everybody holds it. */
const checkPromises = (world: World, devices: readonly Device[]): void => {
  const { promises } = world;
  const open = exempt(world, devices);
  for (const device of devices) {
    const ledger = device.ledger();
    for (const { log, seq, hash } of promises.heads.values()) {
      if (open.has(hash)) continue;
      const row = ledger.entries.byHash(fromText(hash) ?? log);
      if (row?.seq !== seq) complain(`${device.name} lost an acknowledged entry`, { seq, hash });
    }
    const update = ledger.db.prepare<unknown[], { value: number; by_id: string | null }>(
      'SELECT value, by_id FROM progress_updates WHERE id = ?',
    );
    for (const [id, { value, by, recordId }] of promises.updates) {
      if (mayBeRefused(world, ledger.graph.now(), by)) continue;
      if (ledger.erasures.isErased(recordId) || open.has(recordId)) continue;
      const row = update.get(id);
      if (row?.value !== value || row.by_id !== by)
        complain(`${device.name} has another progress update`, { id, row, value });
    }
  }
};

interface Measured {
  readonly type: KeyResultType;
  readonly start: number;
  readonly target: number;
  readonly direction: 'at-least' | 'at-most';
  readonly value: number | null;
}

/** Rules that hold in any order of arrival. */
const checkDomain = (world: World, devices: readonly Device[]): void => {
  for (const device of devices) {
    const { db } = device.ledger();
    for (const row of db
      .prepare<unknown[], Measured>('SELECT type, start, target, direction, value FROM key_results')
      .all()) {
      const { progress } = progressOf(row, row.value ?? row.start);
      if (progress !== null && !(progress >= 0 && progress <= 1))
        complain(`${device.name} computes progress out of range`, row);
    }
    const strays = db
      .prepare<unknown[], object>(
        'SELECT u.id FROM progress_updates u LEFT JOIN key_results k ON k.id = u.key_result_id WHERE k.id IS NULL',
      )
      .all();
    if (strays.length > 0) complain(`${device.name} has progress of no key result`, strays);
    const twice = db
      .prepare<unknown[], object>('SELECT person_id, week FROM check_ins GROUP BY person_id, week HAVING count(*) > 1')
      .all();
    if (twice.length > 0) complain(`${device.name} has two check-ins of one week`, twice);
    const members = device.ledger().graph.now();
    const refused = entriesOf(device.ledger())
      .filter((row) => row.state === 'quarantined')
      .filter(
        (row) => !mayBeRefused(world, members, row.person_id ?? members.personOfDevice(row.device_id ?? '') ?? ''),
      )
      .map((row) => ({ ...row, hash: toText(row.hash), log: toText(row.log) }));
    if (refused.length > 0) complain(`${device.name} refused honest work`, refused);
  }
};

/** Every byte of every disk, for the texts that only some may read. (The relay looks at all it ever gets by itself.) */
const checkSecrets = (world: World, devices: readonly Device[]): void => {
  const { promises } = world;
  const erased = [...world.erased.values()].flatMap(({ marks }) => marks);
  for (const device of devices) {
    const disk = device.db().serialize();
    checkErased(world, device, disk);
    const members = device.ledger().graph.now();
    for (const { marker, readers, by } of promises.secrets) {
      const found = disk.includes(marker);
      const gone = promises.lostSecrets.has(marker) || erased.some((mark) => marker.includes(mark));
      const mayRead = readers.includes(device.ledger().me.personId);
      // What lies beyond a cut is set aside.
      if (!found && (gone || mayBeRefused(world, members, by))) continue;
      if (found && !mayRead) complain(`${device.name} holds a text that is not for them`, marker);
      if (!found && mayRead) complain(`${device.name} lacks a text that is for them`, marker);
    }
  }
};

/** The stored verdicts, documents and read models are what the log gives, now and after a rebuild. */
const checkUpkeep = async (world: World, device: Device): Promise<void> => {
  const ledger = device.ledger();
  const { problems } = await verifyProfile({
    ledger,
    secrets: ledger.secrets(),
    emptyStore,
    clock: device.clock,
    random: world.random,
    breathe: () => Promise.resolve(),
  });
  if (problems.length > 0) complain(`${device.name} does not verify`, problems);
  const before = spacesOf(ledger);
  const rebuilt = rebuildProfile(ledger, device.clock);
  if (!rebuilt.ok) return complain(`${device.name} cannot be rebuilt`, rebuilt.error);
  const after = spacesOf(ledger);
  for (const [spaceId, view] of before)
    agree(`verdicts, heads and read models of ${spaceId}`, [
      ['before a rebuild', view],
      ['after it', after.get(spaceId) ?? nothing],
    ]);
};

/**
 * Machines that belong to the team, as whoever knows most of it says. Whoever is out may not even be able to read that
 * they are: the act may be sealed with a key that another removal had kept from them already.
 */
const insideOf = (devices: readonly Device[]): readonly Device[] => {
  const acts = (device: Device): number => {
    const { db, space } = device.ledger();
    const count = db.prepare<unknown[], { n: number }>(
      "SELECT count(*) AS n FROM entries WHERE space_id = ? AND state = 'applied'",
    );
    return count.get(toText(space.members))?.n ?? 0;
  };
  const [informed] = devices.map((device) => ({ device, knows: acts(device) })).sort((a, b) => b.knows - a.knows);
  const members = informed?.device.ledger().graph.now();
  return devices.filter((device) => {
    const { personId, deviceId } = device.ledger().me;
    return members?.devices.get(deviceId)?.state === 'active' && members.person(personId)?.state !== 'removed';
  });
};

/** What must hold once everybody has heard of everything. Throws with what does not. */
export const checkWorld = async (world: World): Promise<void> => {
  const devices = insideOf(world.devices.filter((device) => device.isSettled()));
  checkEqual(world, devices);
  checkPromises(world, devices);
  checkDomain(world, devices);
  checkSecrets(world, devices);
  collude(world, devices);
  const one = world.dice.of(devices);
  // Replaying the whole log is the dearest check of all: every third story has it.
  if (one !== undefined && world.seed % 3 === 0) await checkUpkeep(world, one);
};

import { toText } from '#shared/std/index.ts';
import { progressOf } from '#shared/domain/index.ts';
import type { KeyResultType } from '#shared/protocol/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import { dumpReadModels } from '#engine/readmodels/index.ts';
import { rebuildProfile, verifyProfile } from '#engine/upkeep/index.ts';
import { emptyStore, type Device } from './device.ts';
import type { World } from './world.ts';

const say = (what: string, detail: unknown): never => {
  throw new Error(`${what}: ${JSON.stringify(detail, null, 1).slice(0, 4000)}`);
};

/** Compares what two or more machines say about the same things; a thing is named once, whoever knows it. */
const agree = (what: string, views: readonly (readonly [string, ReadonlyMap<string, string>])[]): void => {
  const names = new Set(views.flatMap(([, view]) => [...view.keys()]));
  for (const name of names) {
    const [first, ...others] = views.map(([who, view]) => ({ who, says: view.get(name) ?? 'nothing' }));
    const other = others.find((one) => one.says !== first?.says);
    if (other !== undefined) say(`${what} differ at ${name}`, [first, other]);
  }
};

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

const logsOf = ({ entries }: Ledger): ReadonlyMap<string, string> =>
  new Map(entries.logs().map((log) => [toText(log.log), `${log.head_seq} ${toText(log.head_hash)}`]));

interface EntryLine {
  readonly hash: Uint8Array;
  readonly space_id: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly record_id: string | null;
  readonly person_id: string | null;
}

const entriesOf = (ledger: Ledger): EntryLine[] =>
  ledger.db
    .prepare<unknown[], EntryLine>('SELECT hash, space_id, state, reason, record_id, person_id FROM entries')
    .all();

/** Members without the order in which they were heard of. */
const membersOf = ({ graph }: Ledger): ReadonlyMap<string, string> => {
  const members = graph.now();
  const plain = (value: object): string =>
    JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Uint8Array ? toText(inner) : inner));
  return new Map([
    ...[...members.people.values()].map((one): [string, string] => [`person ${one.personId}`, plain(one)]),
    ...[...members.devices.values()].map((one): [string, string] => [`device ${one.deviceId}`, plain(one)]),
    ...members.invitations.map((one): [string, string] => [`invitation ${one.id}`, plain(one)]),
    ...members.pending.map((one): [string, string] => [`pending ${toText(one.join)}`, plain(one)]),
  ]);
};

/** Every row of every read model, joined up by the record it belongs to. */
const rowsOf = (ledger: Ledger): ReadonlyMap<string, string> => {
  const rows = new Map<string, string>();
  for (const [table, list] of Object.entries(dumpReadModels(ledger.db)))
    for (const row of list) {
      const id = String(row['record_id']);
      rows.set(id, `${rows.get(id) ?? ''}${table} ${JSON.stringify(row)}\n`);
    }
  return rows;
};

const spacesOfRecords = (ledger: Ledger): ReadonlyMap<string, string> =>
  new Map([...ledger.records.all()].map((row) => [row.id, row.space_id]));

const checkEqual = (devices: readonly Device[]): void => {
  const all = devices.map((device) => [device.name, device.ledger()] as const);
  agree(
    'logs',
    all.map(([name, ledger]) => [name, logsOf(ledger)]),
  );
  agree(
    'members',
    all.map(([name, ledger]) => [name, membersOf(ledger)]),
  );

  const spaces = readersOf(devices);
  const mayRead = (ledger: Ledger, spaceId: string): boolean => {
    const readers = spaces.get(spaceId);
    return readers === null || (readers?.includes(ledger.me.personId) ?? false);
  };
  /** For each space by itself: its readers agree, and nobody else has anything of it. */
  for (const [spaceId] of spaces) {
    const inside = all.filter(([, ledger]) => mayRead(ledger, spaceId));
    const outside = all.filter(([, ledger]) => !mayRead(ledger, spaceId));
    const lines = (ledger: Ledger): ReadonlyMap<string, string> =>
      new Map(
        entriesOf(ledger)
          .filter((row) => row.space_id === spaceId)
          .map(({ hash, ...row }) => [toText(hash), JSON.stringify(row)]),
      );
    agree(
      `entries of ${spaceId}`,
      inside.map(([name, ledger]) => [name, lines(ledger)]),
    );
    const rows = (ledger: Ledger): ReadonlyMap<string, string> => {
      const where = spacesOfRecords(ledger);
      return new Map([...rowsOf(ledger)].filter(([id]) => where.get(id) === spaceId));
    };
    const heads = (ledger: Ledger): ReadonlyMap<string, string> =>
      new Map([...ledger.records.all()].filter((row) => row.space_id === spaceId).map((row) => [row.id, row.heads]));
    agree(
      `heads in ${spaceId}`,
      inside.map(([name, ledger]) => [name, heads(ledger)]),
    );
    agree(
      `read models of ${spaceId}`,
      inside.map(([name, ledger]) => [name, rows(ledger)]),
    );
    for (const [name, ledger] of outside)
      if (lines(ledger).size + heads(ledger).size > 0) say(`${name} reads a space that is not theirs`, spaceId);
  }
  for (const [name, ledger] of all) {
    const waiting = entriesOf(ledger).filter((row) => row.state === 'waiting' || row.state === 'deferred');
    if (waiting.length > 0) say(`${name} still waits for something`, waiting);
  }
};

/** Nothing that was acknowledged is gone, and everybody holds it. */
const checkPromises = ({ promises }: World, devices: readonly Device[]): void => {
  for (const device of devices) {
    const ledger = device.ledger();
    for (const { log, seq, hash } of promises.heads.values()) {
      const row = ledger.entries.at(log, seq);
      if (row === undefined || toText(row.hash) !== hash)
        say(`${device.name} lost an acknowledged entry`, { seq, hash });
    }
    const update = ledger.db.prepare<unknown[], { value: number; by_id: string | null }>(
      'SELECT value, by_id FROM progress_updates WHERE id = ?',
    );
    for (const [id, { value, by }] of promises.updates) {
      const row = update.get(id);
      if (row?.value !== value || row.by_id !== by)
        say(`${device.name} has another progress update`, { id, row, value });
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
const checkDomain = (devices: readonly Device[], honest: boolean): void => {
  for (const device of devices) {
    const { db } = device.ledger();
    for (const row of db
      .prepare<unknown[], Measured>('SELECT type, start, target, direction, value FROM key_results')
      .all()) {
      const { progress } = progressOf(row, row.value ?? row.start);
      if (progress !== null && !(progress >= 0 && progress <= 1))
        say(`${device.name} computes progress out of range`, row);
    }
    const strays = db
      .prepare<unknown[], object>(
        'SELECT u.id FROM progress_updates u LEFT JOIN key_results k ON k.id = u.key_result_id WHERE k.id IS NULL',
      )
      .all();
    if (strays.length > 0) say(`${device.name} has progress of no key result`, strays);
    const twice = db
      .prepare<unknown[], object>('SELECT person_id, week FROM check_ins GROUP BY person_id, week HAVING count(*) > 1')
      .all();
    if (twice.length > 0) say(`${device.name} has two check-ins of one week`, twice);
    const refused = entriesOf(device.ledger()).filter((row) => row.state === 'quarantined');
    if (honest && refused.length > 0) say(`${device.name} refused honest work`, refused);
  }
};

/** Every byte of every disk, and of the relay's. */
const checkSecrets = async ({ promises, relay }: World, devices: readonly Device[]): Promise<void> => {
  const atRelay = await relay.bytes();
  for (const { marker } of promises.secrets)
    if (atRelay.includes(marker)) say('the relay can read a private text', marker);
  for (const device of devices) {
    const disk = device.db().serialize();
    for (const { marker, readers } of promises.secrets) {
      const found = disk.includes(marker);
      const mayRead = readers.includes(device.ledger().me.personId);
      if (found && !mayRead) say(`${device.name} holds a text that is not for them`, marker);
      if (!found && mayRead) say(`${device.name} lacks a text that is for them`, marker);
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
  if (problems.length > 0) say(`${device.name} does not verify`, problems);
  const before = { rows: rowsOf(ledger), entries: entriesOf(ledger) };
  const rebuilt = rebuildProfile(ledger, device.clock);
  if (!rebuilt.ok) return say(`${device.name} cannot be rebuilt`, rebuilt.error);
  agree('rebuilt read models', [
    ['before', before.rows],
    ['after', rowsOf(ledger)],
  ]);
  const lines = (list: readonly EntryLine[]): ReadonlyMap<string, string> =>
    new Map(list.map(({ hash, ...row }) => [toText(hash), JSON.stringify(row)]));
  agree('rebuilt verdicts', [
    ['before', lines(before.entries)],
    ['after', lines(entriesOf(ledger))],
  ]);
};

/** What must hold once everybody has heard of everything. Throws with what does not. */
export const checkWorld = async (world: World, honest: boolean): Promise<void> => {
  const devices = world.devices.filter((device) => device.isSettled());
  checkEqual(devices);
  checkPromises(world, devices);
  checkDomain(devices, honest);
  await checkSecrets(world, devices);
  const one = world.dice.of(devices);
  if (one !== undefined) await checkUpkeep(world, one);
};

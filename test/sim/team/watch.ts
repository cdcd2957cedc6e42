import { fromText, toText } from '#shared/std/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import type { Device } from './device.ts';
import { checkErased, disputed, without } from './erasing.ts';
import { agree, complain, membersOf, spacesOf, type View } from './views.ts';
import type { World } from './world.ts';

/** Everything this machine holds of the team's common spaces, in one string: the ends of their logs and their keys. */
const heardOf = (ledger: Ledger): string => {
  const common = [ledger.space.members, ledger.space.team];
  const logs = ledger.db
    .prepare<unknown[], { said: string }>(
      `SELECT hex(log) || head_seq || hex(head_hash) || (fork IS NULL) AS said FROM logs WHERE space_id IN (?, ?) ORDER BY log`,
    )
    .all(...common.map(toText));
  const epochs = common.flatMap((space) => ledger.keyring.epochs(space).map(({ id }) => toText(id))).sort();
  const branches = ledger.branches.table.all().map(({ hash }) => toText(hash));
  // What came without its content, because its log had it erased, was not heard.
  const blank = ledger.db.prepare<unknown[], { hash: string }>(
    'SELECT hex(hash) AS hash FROM entries WHERE body IS NULL ORDER BY hash',
  );
  const missing = blank.all().map(({ hash }) => hash);
  return [...logs.map(({ said }) => said), ...epochs, ...branches, ...missing].join('\n');
};

interface Seen {
  readonly writes: number;
  readonly acts: number;
  readonly view: View;
}
const seen = new WeakMap<Ledger, Seen>();

/** All that a machine says of the common spaces; read anew whenever it has written a row or heard of an act since. */
const commonOf = (ledger: Ledger): View => {
  const row = ledger.db.prepare<unknown[], { n: number }>('SELECT total_changes() AS n').get();
  const [writes, acts] = [row?.n ?? 0, ledger.graph.version()];
  const known = seen.get(ledger);
  if (known?.writes === writes && known.acts === acts) return known.view;
  const view = readCommon(ledger);
  seen.set(ledger, { writes, acts, view });
  return view;
};

const readCommon = (ledger: Ledger): View => {
  const spaces = spacesOf(ledger);
  return new Map([
    ...membersOf(ledger),
    ...(spaces.get(toText(ledger.space.members)) ?? []),
    ...(spaces.get(toText(ledger.space.team)) ?? []),
  ]);
};

/**
 * Looks at the world after every step. What a machine was told is safe is there; machines that have heard the same of
 * the team say the same of it: members, documents, read models and what they refuse and why.
 */
export const createWatch = (world: World) => {
  const heard = new Map<string, string>();
  const { promises } = world;

  const keepsItsWord = (device: Device): void => {
    for (const { log, seq, hash, by } of promises.heads.values()) {
      if (by !== device.name) continue;
      const row = device.ledger().entries.byHash(fromText(hash) ?? log);
      if (row?.seq !== seq) complain(`${device.name} lost what it was told is safe`, { seq, hash });
    }
  };

  /** A log forks where somebody copied its machine, and nowhere else: no restored one ever goes on with a log. */
  const forksNothing = (device: Device): void => {
    const forked = device
      .ledger()
      .entries.logs()
      .filter((log) => log.fork !== null && log.device_id !== null && !world.copied.has(log.device_id));
    if (forked.length > 0)
      complain(
        `${device.name} saw a fork that nobody made`,
        forked.map(({ log }) => toText(log)),
      );
  };

  /** What lies on a disk that is read while the machine is off: nothing that is for others. */
  const search = (device: Device, disk: Buffer): void => {
    if (!device.isUp()) return;
    const { personId } = device.ledger().me;
    for (const { marker, readers } of promises.secrets)
      if (!readers.includes(personId) && disk.includes(marker))
        complain(`${device.name} holds a text that is not for them`, marker);
    checkErased(world, device, disk);
  };

  return {
    look: (): void => {
      const up = world.devices.filter((device) => device.isUp() && device.isSettled());
      const moved = up.filter((device) => device.hasChanged() || !heard.has(device.name));
      for (const device of moved) {
        keepsItsWord(device);
        forksNothing(device);
        heard.set(device.name, heardOf(device.ledger()));
      }
      for (const device of moved) {
        const mine = heard.get(device.name);
        const other = up.find((one) => one !== device && heard.get(one.name) === mine);
        if (other === undefined) continue;
        promises.count('watch: two machines that heard the same agree');
        const open = disputed(world, [device, other]);
        agree(
          'two machines that heard the same',
          [device, other].map((one) => [one.name, without(commonOf(one.ledger()), open)] as const),
        );
      }
    },
    /** A restart changes nothing that was committed. */
    restart: (device: Device): void => {
      const gone = device.power.isGone();
      const ledger = device.isSettled() && !gone ? device.ledger() : undefined;
      const before = ledger === undefined ? undefined : heardOf(ledger);
      const view = ledger === undefined || !world.dice.once(4) ? undefined : commonOf(ledger);
      const disk = device.crash();
      search(device, disk);
      if (before === undefined || !device.isSettled()) return;
      if (heardOf(device.ledger()) !== before) complain(`${device.name} came back with something else`, device.name);
      if (view !== undefined)
        agree('a machine before and after its restart', [
          ['before', view],
          ['after', commonOf(device.ledger())],
        ]);
    },
  };
};

export type Watch = ReturnType<typeof createWatch>;

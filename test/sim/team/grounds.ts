import { toText } from '#shared/std/index.ts';
import type { BranchRow } from '#engine/store/index.ts';
import type { Device } from './device.ts';
import { entriesOf } from './views.ts';

/** All entries of forked logs that any of these machines holds, by hash. */
const branchesOf = (devices: readonly Device[]): ReadonlyMap<string, BranchRow> =>
  new Map(
    devices.flatMap((device) =>
      device
        .ledger()
        .branches.table.all()
        .map((row) => [toText(row.hash), row] as const),
    ),
  );

/** Names of the entries whose way back to the beginning of their log meets one that `is`. */
const behind = (branches: ReadonlyMap<string, BranchRow>, is: (name: string) => boolean): readonly string[] => {
  const meets = (name: string): boolean => {
    if (is(name)) return true;
    const row = branches.get(name);
    return row !== undefined && row.seq > 1 && meets(toText(row.prev));
  };
  return [...branches].flatMap(([name, { seq, prev }]) => (seq > 1 && meets(toText(prev)) ? [name] : []));
};

/** Entries of branches that nobody can judge: one before them is held by no machine, because it was lost with the one that wrote it. */
export const groundless = (devices: readonly Device[]): ReadonlySet<string> => {
  const branches = branchesOf(devices);
  const held = new Set(devices.flatMap((device) => entriesOf(device.ledger()).map(({ hash }) => toText(hash))));
  return new Set(behind(branches, (name) => !branches.has(name) && !held.has(name)));
};

/**
 * Entries of branches, and the records they are about, that only some can judge: they, or one before them, were erased by
 * those who had read them, and their log, which went on without, has never said so. Nobody else takes them (SPEC S33).
 */
export const unprovable = (devices: readonly Device[]): ReadonlySet<string> => {
  const erased = devices.flatMap((device) =>
    device
      .db()
      .prepare<unknown[], { hash: Uint8Array }>(
        `SELECT b.hash FROM branches b JOIN entries e ON e.id = b.entry_id
         LEFT JOIN redactions r ON r.log = b.log AND r.seq = b.seq AND r.hash = b.hash
         WHERE e.body IS NULL AND r.statement IS NULL`,
      )
      .all()
      .map(({ hash }) => toText(hash)),
  );
  if (erased.length === 0) return new Set();
  const unproven = new Set(erased);
  const names = new Set([...erased, ...behind(branchesOf(devices), (name) => unproven.has(name))]);
  const records = devices
    .flatMap((device) => entriesOf(device.ledger()))
    .flatMap((row) => (names.has(toText(row.hash)) && row.record_id !== null ? [row.record_id] : []));
  return new Set([...names, ...records]);
};

/**
 * Entries that wait for ever because an act that their author knew is gone: it was on a machine that was lost, and on no
 * other; or those who are left only carry it, because whoever could read it was lost or is out, and cannot offer its key
 * any more. `devices` are those of the team, `all` also those that are out of it.
 */
export const bereft = (devices: readonly Device[], all: readonly Device[]): ReadonlySet<string> => {
  const rowsOf = (device: Device, hash: Buffer) => {
    const row = device.ledger().entries.byHash(hash);
    return row === undefined ? [] : [{ device, row }];
  };
  const missingOf = (device: Device, id: number): readonly string[] =>
    device
      .db()
      .prepare<[number], { missing: string }>('SELECT missing FROM waits WHERE entry_id = ?')
      .all(id)
      .map(({ missing }) => missing);
  const known = new Map<string, boolean>();
  const isGone = (hex: string): boolean => {
    const before = known.get(hex);
    if (before !== undefined) return before;
    // Acts know none that came after them, so this ends.
    const hash = Buffer.from(hex, 'hex');
    const held = devices.flatMap((device) => rowsOf(device, hash));
    const elsewhere = all.some((device) => device.ledger().entries.byHash(hash) !== undefined);
    const gone =
      held.length === 0
        ? !elsewhere
        : held.every(({ row }) => row.state === 'locked') || held.every(({ device, row }) => waits(device, row.id));
    known.set(hex, gone);
    return gone;
  };
  const waits = (device: Device, id: number): boolean =>
    missingOf(device, id).some((name) => name.startsWith('act:') && isGone(name.slice('act:'.length)));
  return new Set(
    devices.flatMap((device) =>
      entriesOf(device.ledger())
        .filter(({ state }) => state === 'waiting')
        .filter(({ hash }) => rowsOf(device, Buffer.from(hash)).some(({ row }) => waits(device, row.id)))
        .map(({ hash }) => toText(hash)),
    ),
  );
};

import { toText } from '#shared/std/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import { createDump } from '#engine/readmodels/index.ts';

/** What a machine says about something, by name. */
export type View = ReadonlyMap<string, string>;

export interface EntryLine {
  readonly hash: Uint8Array;
  readonly log: Uint8Array;
  readonly space_id: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly record_id: string | null;
  readonly person_id: string | null;
  /** Whose log it is in, or beside. */
  readonly device_id: string | null;
}

export const entriesOf = (ledger: Ledger): EntryLine[] =>
  ledger.db
    .prepare<unknown[], EntryLine>(
      'SELECT e.hash, e.log, e.space_id, state, reason, record_id, person_id, coalesce(l.device_id, e.device_id) AS device_id FROM entries e LEFT JOIN branches b ON b.entry_id = e.id LEFT JOIN logs l ON l.log = coalesce(b.log, e.log)',
    )
    .all();

/** Of a log that forked everybody keeps the branch heard first in the log, so only what is said of all of it is compared. */
export const logsOf = ({ entries }: Ledger): View =>
  new Map(
    entries
      .logs()
      .map((log) => [toText(log.log), log.fork === null ? `${log.head_seq} ${toText(log.head_hash)}` : 'forked']),
  );

const plain = (value: object): string =>
  JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Uint8Array ? toText(inner) : inner));

/** Members without the order in which they were heard of. */
export const membersOf = ({ graph }: Ledger): View => {
  const members = graph.now();
  return new Map([
    ...[...members.people.values()].map((one): [string, string] => [`person ${one.personId}`, plain(one)]),
    ...[...members.devices.values()].map((one): [string, string] => [`device ${one.deviceId}`, plain(one)]),
    ...members.invitations.map((one): [string, string] => [`invitation ${one.id}`, plain(one)]),
    ...members.pending.map((one): [string, string] => [`pending ${toText(one.join)}`, plain(one)]),
  ]);
};

const dumps = new WeakMap<Ledger, ReturnType<typeof createDump>>();
const dumpOf = (ledger: Ledger): ReturnType<ReturnType<typeof createDump>> => {
  const dump = dumps.get(ledger) ?? createDump(ledger.db);
  dumps.set(ledger, dump);
  return dump();
};

/** Every row of every read model, joined up by the record it belongs to. */
export const rowsOf = (ledger: Ledger): View => {
  const rows = new Map<string, string>();
  for (const [table, list] of Object.entries(dumpOf(ledger)))
    for (const row of list) {
      const id = String(row['record_id']);
      rows.set(id, `${rows.get(id) ?? ''}${table} ${JSON.stringify(row)}\n`);
    }
  return rows;
};

/** All that a machine holds of each space: verdicts on its entries, and heads and read models of its records. */
export const spacesOf = (ledger: Ledger): ReadonlyMap<string, View> => {
  const spaces = new Map<string, Map<string, string>>();
  const put = (spaceId: string, name: string, says: string): void => {
    const view = spaces.get(spaceId) ?? new Map<string, string>();
    view.set(name, says);
    spaces.set(spaceId, view);
  };
  for (const { hash, space_id, state, reason, record_id, person_id } of entriesOf(ledger))
    // Whoever hears of an entry after its content was erased knows neither space nor record of it.
    if (space_id !== null && state !== 'erased')
      put(space_id, `entry ${toText(hash)}`, JSON.stringify([state, reason, record_id, person_id]));
  const rows = rowsOf(ledger);
  for (const { id, space_id, heads } of ledger.records.all()) {
    put(space_id, `heads of ${id}`, heads);
    put(space_id, `rows of ${id}`, rows.get(id) ?? '');
  }
  return spaces;
};

/** Throws with what is wrong and enough of the evidence. */
export const complain = (what: string, detail: unknown): never => {
  throw new Error(`${what}: ${JSON.stringify(detail, null, 1).slice(0, 4000)}`);
};

/** Compares what two or more machines say about the same things; a thing is named once, whoever knows it. */
export const agree = (what: string, views: readonly (readonly [string, View])[]): void => {
  const [first, ...others] = views;
  if (first === undefined) return;
  for (const other of others)
    for (const name of new Set([...first[1].keys(), ...other[1].keys()])) {
      const [mine, theirs] = [first[1].get(name), other[1].get(name)];
      if (mine === theirs) continue;
      complain(`${what} differ at ${name}`, [
        { who: first[0], says: mine ?? 'nothing' },
        { who: other[0], says: theirs ?? 'nothing' },
      ]);
    }
};

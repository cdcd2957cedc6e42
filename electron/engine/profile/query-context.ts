import { statSync } from 'node:fs';
import { toText, type Clock, type Random } from '#shared/std/index.ts';
import { decodeHeader } from '#shared/sync/index.ts';
import type { Audience, QueryResult, SyncState } from '#shared/protocol/index.ts';
import { decide } from '#shared/domain/index.ts';
import { kindOf } from '#shared/schema/index.ts';
import { domainContext } from '../api/index.ts';
import { pairSpace } from '../keys/index.ts';
import { signatureHolds } from '../ledger/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { ProfileView, QueryContext, RawHistoryEntry } from '../queries/index.ts';
import type { Db, LocalTables } from '../store/index.ts';
import { createDeviceNames, deviceNameIn, devicesView, type PairingDesk } from './devices/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Live } from './live.ts';
import { membershipView } from './membership-view.ts';

export interface ContextDeps {
  readonly db: Db;
  readonly file: string;
  readonly directory: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly keysIn: () => string;
  readonly live: () => Live | null;
  readonly security: QueryContext['security'];
  readonly profile: () => Pick<ProfileView, 'state' | 'joining' | 'sample' | 'version' | 'name'>;
  readonly sync: () => SyncState;
  readonly local: LocalTables;
  readonly pairing: PairingDesk;
  readonly holidays: QueryContext['holidays'];
  readonly recovery: () => QueryResult<'recovery'>;
}

/** Everything that queries read besides the tables, over whatever team this profile has at the moment. */
export const createQueryContext = (deps: ContextDeps): QueryContext => {
  const ledger = (): Ledger | undefined => deps.live()?.ledger;
  return {
    db: deps.db,
    clock: deps.clock,
    me: () => ledger()?.me.personId ?? null,
    teamId: () => {
      const root = ledger()?.teamRoot;
      return root === undefined ? null : toText(root);
    },
    profile: () => ({ ...deps.profile(), path: deps.directory, diskBytes: sizeOf(deps.file) }),
    team: () => {
      const members = ledger()?.graph.now();
      return { people: members?.people ?? new Map(), invitations: members?.invitations ?? [] };
    },
    devices: () => devicesOf(ledger(), deps.keysIn()),
    deviceList: () => devicesView(deps.live(), deps.local, deps.keysIn),
    membership: () => membershipView(deps.live()),
    pairing: () => ({ offer: deps.pairing.offer, answering: deps.pairing.answering }),
    deviceOwner: (deviceId) => ledger()?.graph.now().personOfDevice(deviceId) ?? null,
    forks: () => forksOf(ledger()),
    audienceOf: (spaceId) => audienceOf(ledger(), spaceId),
    ownSpaces: () => {
      const space = ledger()?.space;
      return space === undefined ? null : { team: toText(space.team), self: toText(space.self) };
    },
    pairWith: (personId) => pairWith(ledger(), personId),
    security: deps.security,
    holidays: deps.holidays,
    sync: deps.sync,
    recovery: deps.recovery,
    history: (recordId) => historyOf(ledger(), recordId, deps),
  };
};

const pairWith = (ledger: Ledger | undefined, personId: string): string | null => {
  const box = ledger?.graph.now().person(personId)?.founding.box;
  if (ledger === undefined || box === undefined || personId === ledger.me.personId) return null;
  const pair = pairSpace(ledger.teamRoot, ledger.person.box, box);
  return pair === undefined ? null : toText(pair.id);
};

const sizeOf = (file: string): number =>
  ['', '-wal'].reduce((sum, suffix) => {
    const stats = statSync(`${file}${suffix}`, { throwIfNoEntry: false });
    return sum + (stats?.size ?? 0);
  }, 0);

const devicesOf = (ledger: Ledger | undefined, keysIn: string) => {
  if (ledger === undefined) return [];
  return [...ledger.graph.now().devices.values()]
    .filter((device) => device.personId === ledger.me.personId)
    .map((device) => ({
      id: device.deviceId,
      name: device.label === '' ? 'First machine' : device.label,
      fingerprint: fingerprintOf(device.sign),
      thisDevice: device.deviceId === ledger.me.deviceId,
      addedAt: device.addedAt,
      keysIn: device.deviceId === ledger.me.deviceId ? keysIn : '',
    }));
};

/** Also of an entry that lies beside its log (SPEC S33). */
const logIdOf = (row: { readonly header: Uint8Array; readonly log: Uint8Array }): Uint8Array => {
  const header = decodeHeader(row.header);
  return header.ok ? header.value.logId : row.log;
};

const forksOf = (ledger: Ledger | undefined) => {
  if (ledger === undefined) return [];
  return ledger.entries
    .logs()
    .filter((log) => log.fork !== null)
    .map((log) => ({
      logId: toText(log.log),
      personId: log.device_id === null ? null : (ledger.graph.now().personOfDevice(log.device_id) ?? null),
      sentence:
        'A device went on with its history in two different ways, as copies of one machine do. Everybody keeps both, and what either says counts. Acts of this device on the team do not count from there on; it has to be set up anew.',
    }));
};

const audienceOf = (ledger: Ledger | undefined, spaceId: string): Audience => {
  const space = ledger?.spaces.get(spaceId);
  if (ledger === undefined || space === undefined) return { kind: 'named', spaceId, readerIds: [] };
  if (space.readers === null) {
    const readerIds = [...ledger.graph.now().people.values()]
      .filter((one) => one.state !== 'removed')
      .map((one) => one.personId);
    return { kind: 'team', spaceId, readerIds };
  }
  return { kind: space.kind === 'self' ? 'self' : 'named', spaceId, readerIds: [...space.readers] };
};

/** What the device that wrote something is called here: by its person for their own, by its fingerprint for others. */
const deviceNames = (ledger: Ledger, local: LocalTables): ((deviceId: string | null) => string) => {
  const { devices } = ledger.graph.now();
  const names = createDeviceNames(local).all();
  return (deviceId) => {
    const device = devices.get(deviceId ?? '');
    if (device === undefined) return '';
    const name = deviceNameIn(device, ledger.me.personId, names);
    return name === '' ? fingerprintOf(device.sign).slice(0, 9) : name;
  };
};

/** Whether an entry of one's own can be undone: what deciding the command itself would say. */
const undoing = (ledger: Ledger, recordId: string, { clock, random }: ContextDeps) => {
  const ctx = domainContext(ledger, clock, random);
  // Every entry asks for the same past.
  const past = ctx.past(recordId);
  const asking = { ...ctx, past: () => past };
  return (row: { readonly hash: Uint8Array; readonly person_id: string | null }): RawHistoryEntry['undo'] => {
    if (row.person_id !== ledger.me.personId) return null;
    const decision = decide('change.undo', { changes: [{ recordId, entryId: toText(row.hash) }] }, asking);
    return { refusal: decision.ok ? null : decision.error.sentence };
  };
};

const historyOf = (ledger: Ledger | undefined, recordId: string, deps: ContextDeps): RawHistoryEntry[] => {
  const record = ledger?.records.get(recordId);
  const def = record === undefined ? undefined : kindOf(record.kind);
  if (ledger === undefined) return [];
  const changes = Map.groupBy(ledger.records.changes(recordId), (change) => change.entry_id);
  const deviceName = deviceNames(ledger, deps.local);
  const undoOf = undoing(ledger, recordId, deps);
  return ledger.entries.ofRecord(recordId).map((row) => {
    const hashes = row.state === 'applied' ? (changes.get(row.id) ?? []).map((change) => change.hash) : [];
    // Of an erased record the chain is left: who wrote when, signed, and no word of what.
    const what = def === undefined ? [] : ledger.documents.history(recordId, def, hashes).flat();
    return {
      entryId: toText(row.hash),
      personId: row.person_id,
      deviceId: row.device_id ?? '',
      deviceName: deviceName(row.device_id),
      claimedAt: row.claimed_at ?? row.received_at,
      receivedAt: row.received_at,
      via: row.via,
      state: row.state,
      reason: row.reason,
      verified: signatureHolds(logIdOf(row), row),
      undo: undoOf(row),
      changes: what.map(({ path, from, to }) => ({ path, from, to })),
    };
  });
};

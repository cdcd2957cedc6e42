import type Database from 'better-sqlite3';
import {
  createQueryHandlers,
  type QueryContext,
  type RawHistoryEntry,
  type TeamInvitation,
  type TeamMember,
} from '#engine/queries/index.ts';
import type { RecordSnapshot } from '#engine/readmodels/index.ts';
import { membershipView } from '#engine/profile/membership-view.ts';
import type { Audience, Role } from '#shared/protocol/index.ts';
import { ana, bilal, chen, idOf, projected, teamSpace } from '../readmodels/profile.ts';

export const selfSpace = idOf('self space');
/** The spaces that the reader shares with one other person. */
export const pairSpaces: ReadonlyMap<string, string> = new Map(
  [bilal, chen].map((id) => [id, idOf(`pair with ${id}`)]),
);
export const hour = 3_600_000;
export const day = 24 * hour;
/** Wednesday 13 May 2026, 09:00 UTC, in week 20. */
export const wednesday = Date.UTC(2026, 4, 13, 9);

const member = (personId: string, name: string, role: Role, managerId: string | null = null): TeamMember => ({
  personId,
  name,
  role,
  managerId,
  state: 'member',
});

/** Ana owns the team and manages Bilal; Chen is a guest. */
export const team: readonly TeamMember[] = [
  member(ana, 'Ana', 'owner'),
  member(bilal, 'Bilal', 'member', ana),
  member(chen, 'Chen', 'guest'),
];

export interface TestOptions {
  readonly me?: string | null;
  readonly now?: number;
  readonly people?: readonly TeamMember[];
  readonly invitations?: readonly TeamInvitation[];
  readonly history?: readonly RawHistoryEntry[];
  readonly holidays?: QueryContext['holidays'];
}

/** The query handlers over a profile in memory that holds these records. */
export const openQueries = (records: readonly RecordSnapshot[], options: TestOptions = {}) => {
  const db = projected(...records);
  const people = options.people ?? team;
  const everybody = people.map((person) => person.personId);
  const audienceOf = (spaceId: string): Audience => ({
    kind: spaceId === teamSpace ? 'team' : spaceId === selfSpace ? 'self' : 'named',
    spaceId,
    readerIds: spaceId === teamSpace ? everybody : [ana],
  });
  const ctx: QueryContext = {
    db,
    clock: { now: () => options.now ?? wednesday },
    me: () => (options.me === undefined ? ana : options.me),
    teamId: () => idOf('team'),
    profile: () => ({
      state: 'ready',
      joining: null,
      sample: false,
      version: '0.1.0',
      name: 'default',
      path: 'profile',
      diskBytes: 4096,
    }),
    team: () => ({
      people: new Map(people.map((person) => [person.personId, person])),
      invitations: options.invitations ?? [],
    }),
    devices: () => [],
    deviceList: () => ({ mine: [], others: [], out: null }),
    pairing: () => ({ offer: null, answering: null }),
    membership: () => membershipView(null),
    deviceOwner: (deviceId) => (deviceId === idOf('laptop of Bilal') ? bilal : null),
    forks: () => [],
    audienceOf,
    ownSpaces: () => ({ team: teamSpace, self: selfSpace }),
    pairWith: (personId) => pairSpaces.get(personId) ?? null,
    security: () => ({
      keys: 'key-file',
      keychain: false,
      locked: false,
      waitUntil: null,
      autoLockMinutes: null,
      encrypted: false,
      openMs: 0,
      damage: null,
      quickCheck: null,
      verifying: null,
    }),
    holidays: options.holidays ?? { of: () => [], places: () => null },
    sync: () => ({
      pending: 0,
      relays: [],
      lan: { enabled: false, port: null, addresses: [], peers: [] },
      peers: [],
    }),
    recovery: () => ({
      phrase: null,
      offer: false,
      restored: null,
      backup: {
        directory: '',
        every: 'off',
        keep: 7,
        opensWith: [],
        last: null,
        failure: null,
        nextAt: null,
        running: false,
      },
    }),
    history: () => options.history ?? [],
  };
  return { db, ctx, handlers: createQueryHandlers(ctx) };
};

let entryCount = 0;

/** An entry in the log that began or changed a record, as the ingest would have stored it. */
export const storeEntry = (
  db: Database.Database,
  entry: {
    readonly recordId: string;
    readonly kind: string;
    readonly by: string;
    readonly receivedAt: number;
    readonly claimedAt?: number;
    readonly begins?: boolean;
    readonly touches?: readonly string[];
    readonly state?: string;
    readonly reason?: string;
  },
): void => {
  entryCount += 1;
  const hash = Buffer.alloc(32);
  hash.writeUInt32BE(entryCount);
  const { lastInsertRowid: id } = db
    .prepare(
      `INSERT INTO entries (hash, log, seq, space_id, record_id, kind, person_id, claimed_at, received_at, via, state, reason, header, signature)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'relay wss://relay.example', ?, ?, x'', x'')`,
    )
    .run(
      hash,
      Buffer.from('log'),
      entryCount,
      teamSpace,
      entry.recordId,
      entry.kind,
      entry.by,
      entry.claimedAt ?? entry.receivedAt,
      entry.receivedAt,
      entry.state ?? 'applied',
      entry.reason ?? null,
    );
  const paths = [...(entry.begins === true ? [''] : []), ...(entry.touches ?? [])];
  for (const path of paths) {
    db.prepare('INSERT INTO touches (record_id, path, entry_id) VALUES (?, ?, ?)').run(entry.recordId, path, id);
  }
};

import Database from 'better-sqlite3';
import { expectOk, toText } from '#shared/std/index.ts';
import {
  decodeHeader,
  decodeWireEntry,
  emptyLogEnd,
  encodeHeader,
  encodeWireEntry,
  entryVersion,
} from '#shared/sync/index.ts';
import type { LogEnd, ReceivedEntry, WireEntry } from '#shared/sync/index.ts';
import { hash, sign, type SignKeys } from '#engine/crypto/index.ts';
import { buildEntry, epochTag, openBody, type Body, type Epoch } from '#engine/entry/index.ts';
import { foundTeam } from '#engine/founding/index.ts';
import { createLedger, type Ledger } from '#engine/ledger/index.ts';
import { migrations } from '#engine/profile/migrations.ts';
import { dumpReadModels } from '#engine/readmodels/index.ts';
import { admit, deliver, openMember, say, type Member, type TeamDeps } from '#engine/sample/team.ts';
import { openStore, type Db, type EntryRow } from '#engine/store/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

export { actAs, deliver, idOf, say, type Member } from '#engine/sample/team.ts';

const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
const personOf = (name: string) => ({ name, timeZone: 'America/Toronto', workingHours: week, title: '', place: '' });

export const storeAt = (file: string): Db => expectOk(openStore(file, migrations));
export const emptyStore = (): Db => storeAt(':memory:');

/** Ana owns the team; Ben and Cem have joined. All three hold the same entries. */
export const threeMembers = (seed = 1, fileOf: (name: string) => string = () => ':memory:') => {
  let now = Date.UTC(2026, 4, 11, 9);
  const deps: TeamDeps = { clock: { now: () => now }, random: seededRandom(seed) };
  const founding = foundTeam(
    { teamName: 'Northern Lights', person: personOf('Ana'), relayUrls: [] },
    deps.clock,
    deps.random,
  );
  const ana = openMember('ana', storeAt(fileOf('ana')), founding.secrets, deps);
  expectOk(ana.ledger.transact('local', () => founding.begin(ana.ledger)));
  const join = (name: string): Member =>
    admit(
      ana,
      name.toLowerCase(),
      storeAt(fileOf(name.toLowerCase())),
      name,
      (member) => void say(member, 'team.join', { link: '', person: personOf(name) }, deps),
      deps,
    );
  const [ben, cem] = [join('Ben'), join('Cem')];
  const all = [ana, ben, cem];
  const meetAll = (): void => {
    for (let round = 0; round < 2; round += 1)
      for (const from of all) for (const to of all) if (from !== to) deliver(from.ledger, to.ledger);
  };
  meetAll();
  const cycleId =
    ana.ledger.db.prepare<unknown[], { record_id: string }>('SELECT record_id FROM cycles').get()?.record_id ?? '';
  return {
    ana,
    ben,
    cem,
    all,
    deps,
    meetAll,
    setTime: (at: number): void => {
      now = at;
    },
    /** An objective of a member, with one key result. */
    objective: (by: Member, title = 'Ship it') =>
      say(
        by,
        'objective.create',
        {
          title,
          description: 'A calm release',
          cycleId,
          ownerId: by.ledger.me.personId,
          keyResults: [{ title: 'Crashes', type: 'number', start: 10, target: 0 }],
        },
        deps,
      ),
    close: (): void => {
      for (const { ledger } of all) {
        ledger.close();
        ledger.db.close();
      }
    },
  };
};

export type Team = ReturnType<typeof threeMembers>;

/** A second engine over a copy of somebody's disk and keys. */
export const twinOf = ({ ledger }: Member, deps: TeamDeps): Ledger =>
  createLedger({
    db: new Database(ledger.db.serialize()),
    secrets: ledger.secrets(),
    saveSecrets: () => undefined,
    ...deps,
  });

export const received = (wire: WireEntry): ReceivedEntry => {
  const header = expectOk(decodeHeader(wire.header));
  return { log: toText(header.logId), header, wire, bytes: encodeWireEntry(wire) };
};

/** The entries of a ledger's own log in a space, as they travel. */
export const ownEntries = (ledger: Ledger, spaceId: Uint8Array): ReceivedEntry[] =>
  ledger.entries.run(ledger.logKeys.of(spaceId).publicKey, 1, -1).map((row) => received(wireOf(row)));

const wireOf = ({ header, signature, body }: EntryRow): WireEntry => ({ header, signature, body });

/** As a transport would read it: undefined when the bytes are not an entry at all. */
export const fromBytes = (bytes: Uint8Array): ReceivedEntry | undefined => {
  const wire = decodeWireEntry(bytes);
  return wire.ok && decodeHeader(wire.value.header).ok ? received(wire.value) : undefined;
};

/** The body of the newest entry of an own log, to write a changed one from. */
export const lastBody = (ledger: Ledger, spaceId: Uint8Array): Body => {
  const row = ledger.entries.run(ledger.logKeys.of(spaceId).publicKey, 1, -1).at(-1);
  const epoch = ledger.epochs.writing(spaceId);
  if (row === undefined || epoch === undefined) throw new Error('Nothing was written there.');
  return expectOk(openBody(row, epoch));
};

/**
 * An entry at the end of a member's own log, written past all rules: what a changed program with that member's keys can
 * do. `changes` replaces parts of the body; `epochOf` seals it with another space's key.
 */
export const forge = (
  { ledger }: Member,
  spaceId: Uint8Array,
  body: Body,
  {
    sealedFor = spaceId,
    random = seededRandom(99),
    after,
  }: {
    readonly sealedFor?: Uint8Array;
    readonly random?: TeamDeps['random'];
    readonly after?: LogEnd;
  } = {},
): ReceivedEntry => {
  const logKeys = ledger.logKeys.of(spaceId);
  const log = ledger.entries.log(logKeys.publicKey);
  const epoch = ledger.epochs.writing(sealedFor);
  if (log === undefined || epoch === undefined) throw new Error('There is no log to go on.');
  const end = after ?? { seq: log.head_seq, hash: log.head_hash };
  return received(expectOk(buildEntry({ logKeys, after: end, epoch, body, random })));
};

const epochIn = (ledger: Ledger, spaceId: Uint8Array): Epoch => {
  const epoch = ledger.epochs.writing(spaceId);
  if (epoch === undefined) throw new Error('There is no key for this space.');
  return epoch;
};

/** The first entry of a new log that anybody may have begun. */
export const forgeLog = ({ ledger }: Member, spaceId: Uint8Array, logKeys: SignKeys, body: Body): ReceivedEntry =>
  received(
    expectOk(
      buildEntry({ logKeys, after: emptyLogEnd, epoch: epochIn(ledger, spaceId), body, random: seededRandom(98) }),
    ),
  );

/** A soundly signed entry at the end of a member's own log, over content that nobody sealed. */
export const forgeNoise = ({ ledger }: Member, spaceId: Uint8Array): ReceivedEntry => {
  const logKeys = ledger.logKeys.of(spaceId);
  const log = ledger.entries.log(logKeys.publicKey);
  const body = seededRandom(97).bytes(512);
  const header = encodeHeader({
    v: entryVersion,
    logId: logKeys.publicKey,
    seq: (log?.head_seq ?? 0) + 1,
    prevHash: log?.head_hash ?? emptyLogEnd.hash,
    epochTag: epochTag(epochIn(ledger, spaceId).id, logKeys.publicKey),
    bodyHash: hash('body', body),
    bodyLen: body.length,
  });
  return received({ header, signature: sign(logKeys, 'entry', header), body });
};

/** The certificate with which a member's device began its log in a space. */
export const certificateOf = ({ ledger }: Member, spaceId: Uint8Array): Uint8Array => {
  const first = ledger.entries.at(ledger.logKeys.of(spaceId).publicKey, 1);
  const body = first === undefined ? undefined : openBody(first, epochIn(ledger, spaceId));
  if (body?.ok !== true || body.value.certificate === null) throw new Error('The log has no certificate.');
  return body.value.certificate;
};

/** Everything that a rejected entry must not have touched. */
export const stateOf = ({ db }: Ledger): string =>
  JSON.stringify([
    dumpReadModels(db),
    db.prepare('SELECT hex(hash), state, reason FROM entries ORDER BY hash').all(),
    db.prepare('SELECT hex(log), head_seq, hex(head_hash) FROM logs ORDER BY log').all(),
    db.prepare('SELECT id, heads FROM records ORDER BY id').all(),
  ]);

/** What became of an entry, and why. */
export const verdictOf = (ledger: Ledger, entry: ReceivedEntry) => {
  const row = ledger.entries.at(entry.header.logId, entry.header.seq);
  return { state: row?.state, reason: row?.reason };
};

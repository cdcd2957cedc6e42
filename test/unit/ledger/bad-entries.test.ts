import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { refusalCodes, type ReceivedEntry } from '#shared/sync/index.ts';
import { buildCertificate } from '#engine/entry/index.ts';
import { signKeyPair } from '#engine/crypto/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import {
  certificateOf,
  deliver,
  forge,
  forgeLog,
  forgeNoise,
  fromBytes,
  lastBody,
  ownEntries,
  received,
  say,
  stateOf,
  threeMembers,
  twinOf,
  verdictOf,
  type Team,
} from './team.ts';

let team: Team;
afterEach(() => team.close());

/** Ana has written three entries that Ben has not heard of. */
const threeNews = (): readonly ReceivedEntry[] => {
  team = threeMembers();
  for (const title of ['One', 'Two', 'Three']) team.objective(team.ana, title);
  return ownEntries(team.ana.ledger, team.ana.ledger.space.team).slice(-3);
};

const take = (entries: readonly ReceivedEntry[]) => expectOk(team.ben.ledger.take(entries, 'relay test'));

const flip = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 0x10 : byte));

describe('an entry that is damaged on its way', () => {
  it('leaves no trace wherever a bit of it flips, and the true one is taken afterwards', () => {
    const [entry] = threeNews();
    if (entry === undefined) throw new Error('nothing was written');
    const before = stateOf(team.ben.ledger);
    fc.assert(
      fc.property(fc.nat(entry.bytes.length - 1), (at) => {
        const damaged = fromBytes(flip(entry.bytes, at));
        if (damaged !== undefined) expect(take([damaged])).toHaveLength(1);
        expect(stateOf(team.ben.ledger)).toBe(before);
      }),
      { numRuns: 60 },
    );
    expect(take([entry])).toEqual([]);
    expect(verdictOf(team.ben.ledger, entry).state).toBe('applied');
  });

  it('leaves no trace when it is cut short', () => {
    const [entry] = threeNews();
    if (entry === undefined) throw new Error('nothing was written');
    const before = stateOf(team.ben.ledger);
    for (const length of [0, 1, 40, entry.bytes.length - 1]) {
      const cut = fromBytes(entry.bytes.subarray(0, length));
      if (cut !== undefined) expect(take([cut])).toHaveLength(1);
    }
    const body = entry.wire.body?.subarray(0, 100) ?? new Uint8Array(0);
    expect(take([received({ ...entry.wire, body })])).toMatchObject([{ code: refusalCodes.malformed }]);
    expect(stateOf(team.ben.ledger)).toBe(before);
  });

  it('is refused when it is signed by anybody but its log', () => {
    const [entry] = threeNews();
    if (entry === undefined) throw new Error('nothing was written');
    const signature = ownEntries(team.cem.ledger, team.cem.ledger.space.team)[0]?.wire.signature ?? new Uint8Array(64);
    expect(take([received({ ...entry.wire, signature })])).toMatchObject([{ code: refusalCodes.signature }]);
  });
});

describe('an entry without its content', () => {
  it('keeps its place and is asked of others: a relay cannot erase what it may only carry', () => {
    const [entry] = threeNews();
    if (entry === undefined) throw new Error('nothing was written');
    expect(take([received({ ...entry.wire, body: null })])).toEqual([]);
    expect(team.ben.ledger.holes.all()).toMatchObject([{ seq: entry.header.seq }]);
    expect(take([entry])).toEqual([]);
    expect(verdictOf(team.ben.ledger, entry).state).toBe('applied');
  });
});

describe('entries in another order', () => {
  it('that come again change nothing', () => {
    const news = threeNews();
    expect(take(news)).toEqual([]);
    const before = stateOf(team.ben.ledger);
    expect(take([...news, ...news].reverse())).toEqual([]);
    expect(stateOf(team.ben.ledger)).toBe(before);
  });

  it('that leave a gap are refused until what lies between is there', () => {
    const [one, two, three] = threeNews();
    if (one === undefined || two === undefined || three === undefined) throw new Error('nothing was written');
    expect(take([three, two])).toMatchObject([{ code: refusalCodes.gap }, { code: refusalCodes.gap }]);
    expect(take([one, three, two])).toMatchObject([{ seq: three.header.seq, code: refusalCodes.gap }]);
    expect(take([three])).toEqual([]);
    expect(verdictOf(team.ben.ledger, three).state).toBe('applied');
  });
});

describe('a log with two histories', () => {
  it('is marked where it forks; what either side had stays, and the device that wrote both writes no more there', () => {
    team = threeMembers();
    const { ana, ben, cem, deps } = team;
    const twin = twinOf(ana, deps);
    const mine = team.objective(ana, 'This history');
    expectOk(
      twin.transact('local', () =>
        twin.write({
          spaceId: twin.space.team,
          kind: 'kudos',
          key: new Uint8Array(16).fill(3),
          base: null,
          edits: [{ path: 'toId', value: ben.ledger.me.personId }],
        }),
      ),
    );
    deliver(ana.ledger, ben.ledger);
    deliver(twin, cem.ledger);
    const fork = ownEntries(twin, twin.space.team).slice(-1);
    expect(take(fork)).toMatchObject([{ code: refusalCodes.fork }]);
    expect(ben.ledger.records.get(mine.id)).toBeDefined();
    expect(cem.ledger.entries.at(twin.logKeys.of(twin.space.team).publicKey, fork[0]?.header.seq ?? 0)).toBeDefined();

    team.objective(ana, 'After the fork');
    expect(take(ownEntries(ana.ledger, ana.ledger.space.team).slice(-1))).toEqual([]);
    const frozen = ben.ledger.entries.logs().filter((log) => log.fork !== null);
    expect(frozen.map((log) => log.device_id)).toEqual([ana.ledger.me.deviceId]);

    expect(expectOk(ana.ledger.take(fork, 'relay test'))).toMatchObject([{ code: refusalCodes.fork }]);
    const refused = ana.ledger.transact('local', () =>
      ana.ledger.write({
        spaceId: ana.ledger.space.team,
        kind: 'cycle',
        key: new Uint8Array(16).fill(4),
        base: null,
        edits: [{ path: 'title', value: 'Next' }],
      }),
    );
    expect(refused).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    twin.close();
    twin.db.close();
  });

  it('of the members space is told to everybody, and freezes the device for all', () => {
    team = threeMembers();
    const { ana, ben, cem, deps } = team;
    const twin = twinOf(cem, deps);
    expectOk(cem.ledger.transact('local', () => cem.ledger.writeAct({ kind: 'grant', grants: [] })));
    expectOk(twin.transact('local', () => twin.writeAct({ kind: 'offer', sealed: [] })));
    deliver(cem.ledger, ana.ledger);
    deliver(cem.ledger, ben.ledger);
    expect(take(ownEntries(twin, twin.space.members).slice(-1))).toMatchObject([{ code: refusalCodes.fork }]);
    deliver(ben.ledger, ana.ledger);
    for (const { ledger } of [ana, ben])
      expect(ledger.graph.now().devices.get(cem.ledger.me.deviceId)?.state).toBe('frozen');
    twin.close();
    twin.db.close();
  });
});

describe('an entry that its readers cannot use', () => {
  it('is kept and carried, closed, when its key is not here', () => {
    team = threeMembers();
    const { ana, ben, cem, deps } = team;
    say(ana, 'feedback.give', { aboutId: cem.ledger.me.personId, visibility: 'recipient', text: 'for Cem' }, deps);
    deliver(ana.ledger, ben.ledger);
    const locked = ben.ledger.entries.inState('locked');
    expect(locked.map((row) => [row.space_id, row.kind, row.person_id])).toEqual([[null, null, null]]);
    deliver(ben.ledger, cem.ledger);
    expect(cem.ledger.db.prepare('SELECT text FROM feedback').all()).toEqual([{ text: 'for Cem' }]);
  });

  it('is set aside by everybody when what is inside does not open with the key it names', () => {
    team = threeMembers();
    const { ana, ben } = team;
    const broken = forgeNoise(ana, ana.ledger.space.team);
    expect(take([broken])).toEqual([]);
    expect(verdictOf(ben.ledger, broken)).toMatchObject({ state: 'quarantined' });
  });

  it('is set aside when it lies in a space of another kind, or in a log of another space', () => {
    team = threeMembers();
    const { ana, ben, deps } = team;
    const twin = twinOf(ana, deps);
    expectOk(
      twin.transact('local', () =>
        twin.write({
          spaceId: twin.space.team,
          kind: 'pulse',
          key: new TextEncoder().encode('2026-W20'),
          base: null,
          edits: [{ path: 'value', value: 3 }],
        }),
      ),
    );
    const [pulse] = ownEntries(twin, twin.space.team).slice(-1);
    if (pulse === undefined) throw new Error('nothing was written');
    expect(take([pulse])).toEqual([]);
    expect(verdictOf(ben.ledger, pulse)).toMatchObject({
      state: 'quarantined',
      reason: expect.stringMatching(/space/),
    });

    const elsewhere = forge({ ...ana, ledger: twin }, twin.space.team, lastBody(twin, twin.space.team), {
      sealedFor: twin.space.members,
    });
    expect(take([elsewhere])).toEqual([]);
    expect(verdictOf(ben.ledger, elsewhere)).toMatchObject({
      state: 'quarantined',
      reason: 'Its log belongs to another space.',
    });
    twin.close();
    twin.db.close();
  });

  it('is set aside when its author claims to be another device, or one that the team does not know', () => {
    team = threeMembers();
    const { ana, ben, cem } = team;
    const stranger = signKeyPair(seededRandom(7).bytes(32));
    const space = ana.ledger.space.team;
    const body = lastBody(ana.ledger, space);
    const [log, other] = [21, 22].map((seed) => signKeyPair(seededRandom(seed).bytes(32)));
    if (log === undefined || other === undefined) throw new Error('two logs are needed');
    // Cem's certificate is for Cem's own log; a stranger's is sound, and worth nothing.
    const borrowed = forgeLog(ana, space, log, { ...body, certificate: certificateOf(cem, space) });
    const certificate = buildCertificate(stranger, space, other.publicKey);
    const unknown = forgeLog(ana, space, other, { ...body, certificate });
    expect(take([borrowed, unknown])).toEqual([]);
    expect(verdictOf(ben.ledger, borrowed)).toMatchObject({ state: 'quarantined' });
    expect(verdictOf(ben.ledger, unknown)).toMatchObject({ state: 'quarantined' });
  });

  it('is set aside when its author forgets what they knew of the members before', () => {
    team = threeMembers();
    const { ana, ben } = team;
    const body = lastBody(ana.ledger, ana.ledger.space.team);
    say(ana, 'kudos.give', { toId: ben.ledger.me.personId, value: 'care', text: 'thanks' }, team.deps);
    deliver(ana.ledger, ben.ledger);
    const founding = ownEntries(ana.ledger, ana.ledger.space.members)[0];
    const row = founding === undefined ? undefined : ana.ledger.entries.at(founding.header.logId, 1);
    const back = forge(ana, ana.ledger.space.team, { ...body, membersHeads: row === undefined ? [] : [row.hash] });
    expect(take([back])).toEqual([]);
    expect(verdictOf(ben.ledger, back)).toEqual({
      state: 'quarantined',
      reason: 'It forgets changes in the team that its author knew before.',
    });
  });
});

describe('an edit that the rules forbid', () => {
  it('is set aside for the same reason everywhere, its author’s own machine included, and so is what builds on it', () => {
    team = threeMembers();
    const { ana, ben, cem, all, deps } = team;
    const twin = twinOf(cem, deps);
    const person = twin.db
      .prepare<unknown[], { id: string; key: Uint8Array }>(
        "SELECT id, key FROM records WHERE kind = 'person' AND created_by = ?",
      )
      .get(ben.ledger.me.personId);
    if (person === undefined) throw new Error('Ben has no record');
    for (const name of ['Benny', 'Bennito']) {
      const edits = [{ path: 'name', value: name }];
      const done = twin.transact('local', () =>
        twin.write({ spaceId: twin.space.team, kind: 'person', key: person.key, base: null, edits }),
      );
      expectOk(done);
    }
    const forged = ownEntries(twin, twin.space.team).slice(-2);
    for (const { ledger } of all) expect(expectOk(ledger.take(forged, 'relay test'))).toEqual([]);
    const verdicts = all.map(({ ledger }) => forged.map((entry) => verdictOf(ledger, entry)));
    expect(verdicts[0]).toMatchObject([{ state: 'quarantined' }, { state: 'quarantined' }]);
    expect(verdicts).toEqual([verdicts[0], verdicts[0], verdicts[0]]);
    for (const { ledger } of [ana, ben, cem])
      expect(ledger.db.prepare('SELECT name FROM people WHERE person_id = ?').get(ben.ledger.me.personId)).toEqual({
        name: 'Ben',
      });
    twin.close();
    twin.db.close();
  });
});

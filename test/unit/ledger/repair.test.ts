import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk, fromText, toText } from '#shared/std/index.ts';
import { decodeHeader, encodeHeader, encodeWireEntry, type ReceivedEntry, type Vector } from '#shared/sync/index.ts';
import { wireOf } from '#engine/store/index.ts';
import { sign } from '#engine/crypto/index.ts';
import { branchObjectsOf, createLedger, type Ledger } from '#engine/ledger/index.ts';
import { createReplica } from '#engine/replica/index.ts';
import { repairProfile, verifyProfile } from '#engine/upkeep/index.ts';
import { emptyStore, say, stateOf, threeMembers, type Team } from './team.ts';

let team: Team;
let opened: Ledger[];

beforeEach(() => {
  team = threeMembers();
  opened = [];
  const { ana, ben, cem, deps } = team;
  const { id } = team.objective(ana);
  team.meetAll();
  say(ana, 'comment.add', { targetId: id, text: 'one' }, deps);
  say(ben, 'comment.add', { targetId: id, text: 'two' }, deps);
  say(ben, 'kudos.give', { toId: cem.ledger.me.personId, value: 'care', text: 'thanks' }, deps);
  say(ana, 'comment.add', { targetId: id, text: 'three' }, deps);
  team.meetAll();
});
afterEach(() => {
  for (const ledger of opened) ledger.close();
  team.close();
});

/** Ana's profile, damaged with SQL behind its back and opened again. */
const damaged = (sql: string): Ledger => {
  const { ana, deps } = team;
  ana.ledger.db.exec(sql);
  const ledger = createLedger({
    db: ana.ledger.db,
    secrets: ana.ledger.secrets(),
    saveSecrets: () => undefined,
    ...deps,
  });
  opened.push(ledger);
  return ledger;
};
const problems = async (ledger: Ledger) => {
  const deps = { secrets: ledger.secrets(), emptyStore, ...team.deps, breathe: () => Promise.resolve() };
  return (await verifyProfile({ ledger, ...deps })).problems;
};
const vectorOf = async (ledger: Ledger): Promise<Vector> =>
  createReplica(
    {
      entries: ledger.entries,
      holes: ledger.holes,
      take: () => ({ refused: [] }),
      takeRedactions: () => undefined,
      wire: ledger.erasures.wire,
      branches: branchObjectsOf(ledger, 'relay'),
      putObject: () => false,
      onStored: () => () => undefined,
      onObject: () => () => undefined,
      objects: { get: () => undefined, put: () => false, list: () => [], usage: () => ({ count: 0, bytes: 0 }) },
    },
    'relay',
  ).vector();

/** Gives one ledger what another has and what it says it lacks. */
const bring = async (from: Ledger, to: Ledger): Promise<void> => {
  const held = await vectorOf(to);
  const offered = await vectorOf(from);
  const missing = [...offered.keys()].flatMap((log): ReceivedEntry[] => {
    const id = fromText(log) ?? new Uint8Array(0);
    return from.entries.run(id, (held.get(log)?.seq ?? 0) + 1, -1).map((row) => {
      const wire = wireOf(row, from.erasures.table);
      return { log, header: expectOk(decodeHeader(row.header)), wire, bytes: encodeWireEntry(wire) };
    });
  });
  if (missing.length > 0) expectOk(to.take(missing, 'relay'));
};

const flipped = (column: string): string =>
  `${column} = CAST(substr(${column}, 1, 40) || x'00ff' || substr(${column}, 43) AS BLOB)`;
const comment = (which: 'min' | 'max', person: string): string =>
  `WHERE id = (SELECT ${which}(id) FROM entries WHERE kind = 'comment' AND person_id = '${person}')`;

describe('repair', () => {
  it('changes nothing in a sound profile', () => {
    const ledger = damaged('SELECT 1');
    const before = stateOf(ledger);
    expect(expectOk(repairProfile(ledger, team.deps.clock)).holes).toEqual([]);
    expect(stateOf(ledger)).toBe(before);
    expect(ledger.holes.all()).toEqual([]);
  });

  const kinds: readonly (readonly [string, (column: string, person: string) => string])[] = [
    [
      'the first entry of a log',
      (column, person) => `UPDATE entries SET ${column} WHERE seq = 1 AND person_id = '${person}' AND kind <> 'act'`,
    ],
    ['an entry in the middle', (column, person) => `UPDATE entries SET ${column} ${comment('min', person)}`],
    ['the last entry', (column, person) => `UPDATE entries SET ${column} ${comment('max', person)}`],
    ['many at once', (column, person) => `UPDATE entries SET ${column} WHERE person_id = '${person}' AND id % 2 = 0`],
    [
      'an act on members',
      (column) => `UPDATE entries SET ${column} WHERE id = (SELECT max(id) FROM entries WHERE kind = 'act')`,
    ],
  ];

  describe.each(kinds)('of damage to %s', (_where, sql) => {
    it.each([
      ['of a teammate', flipped('body'), 'ben'],
      ['of this device', flipped('signature'), 'ana'],
      ['of this device', flipped('header'), 'ana'],
      ['of a teammate', 'hash = randomblob(32)', 'ben'],
    ] as const)(
      'D2, D3: %s (%s) fetches it again from teammates: then everything is as it was, and verifies',
      async (_whose, column, name) => {
        const before = stateOf(team.ana.ledger);
        const ledger = damaged(sql(column, team[name].ledger.me.personId));
        const whole = await vectorOf(team.ben.ledger);
        const { holes } = expectOk(repairProfile(ledger, team.deps.clock));
        expect(holes.length).toBeGreaterThan(0);
        // What this device says it holds ends before the damage, so that others send the rest.
        const said = await vectorOf(ledger);
        for (const [log, place] of ledger.holes.first()) expect(said.get(log)?.seq ?? 0).toBe(place - 1);
        expect(await vectorOf(team.ben.ledger)).toEqual(whole);
        await bring(team.ben.ledger, ledger);
        await bring(team.cem.ledger, ledger);
        expect(ledger.holes.all()).toEqual([]);
        expect(stateOf(ledger)).toBe(before);
        expect(await problems(ledger)).toEqual([]);
      },
    );
  });

  it('D3: goes on writing while an own entry is missing, at the next place and not at the empty one', async () => {
    const person = team.ana.ledger.me.personId;
    const ledger = damaged(`UPDATE entries SET ${flipped('body')} ${comment('max', person)}`);
    const own = ledger.logKeys.of(ledger.space.team).publicKey;
    const head = ledger.entries.log(own)?.head_seq ?? 0;
    expectOk(repairProfile(ledger, team.deps.clock));
    say({ ...team.ana, ledger }, 'cycle.create', { title: 'Later', start: '2027-01-01', end: '2027-03-31' }, team.deps);
    expect(ledger.entries.log(own)?.head_seq).toBe(head + 1);
    await bring(team.ben.ledger, ledger);
    expect(ledger.holes.all()).toEqual([]);
    await bring(ledger, team.ben.ledger);
    expect(team.ben.ledger.entries.log(own)).toMatchObject({ head_seq: head + 1, fork: null });
  });

  it('D3: takes into an empty place only what belongs there', () => {
    const person = team.ben.ledger.me.personId;
    const ledger = damaged(`UPDATE entries SET ${flipped('body')} ${comment('min', person)}`);
    expectOk(repairProfile(ledger, team.deps.clock));
    const [hole] = ledger.holes.all();
    if (hole === undefined) throw new Error('Nothing was damaged.');
    const held = team.ben.ledger.entries.at(hole.log, hole.seq);
    const body = held?.body ?? null;
    if (held === undefined || body === null) throw new Error('Ben does not have it either.');
    // Signed by the right log, for the right place, and telling another history.
    const header = encodeHeader({ ...expectOk(decodeHeader(held.header)), prevHash: new Uint8Array(32).fill(7) });
    const signature = sign(team.ben.ledger.logKeys.of(team.ben.ledger.space.team), 'entry', header);
    const wire = { header, signature, body };
    const refused = expectOk(
      ledger.take(
        [{ log: toText(hole.log), header: expectOk(decodeHeader(header)), wire, bytes: encodeWireEntry(wire) }],
        'relay',
      ),
    );
    expect(refused.map((one) => one.seq)).toEqual([hole.seq]);
    expect(ledger.entries.at(hole.log, hole.seq)).toBeUndefined();
    expect(ledger.entries.log(hole.log)?.fork).toBeNull();
  });
});

import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { expectOk, ok, toText } from '#shared/std/index.ts';
import {
  branchId,
  buildBranchObject,
  checkWire,
  decodeHeader,
  emptyLogEnd,
  encodeWireEntry,
  type ReceivedEntry,
} from '#shared/sync/index.ts';
import { eraseRecord } from '#engine/api/index.ts';
import { hash } from '#engine/crypto/index.ts';
import { buildEntry } from '#engine/entry/index.ts';
import { openEntry, type Ledger } from '#engine/ledger/index.ts';
import { openMember } from '#engine/sample/team.ts';
import { rebuildProfile, repairProfile, verifyProfile } from '#engine/upkeep/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { deliver, emptyStore, forge, lastBody, ownEntries, received, say, threeMembers, twinOf } from './team.ts';
import { secondDevice, statesOn } from './cut-team.ts';
import { saysOf } from './says.ts';
import { tell } from './meeting.ts';
import type { Team } from './team.ts';

let team: Team;
let twins: Ledger[] = [];
afterEach(() => {
  for (const twin of twins) {
    twin.close();
    twin.db.close();
  }
  twins = [];
  team.close();
});

/** A copy of somebody's machine, which goes on by itself. */
const copyOf = (name: 'ana' | 'ben' | 'cem'): Ledger => {
  const twin = twinOf(team[name], team.deps);
  twins.push(twin);
  return twin;
};

/** Somebody who has the team's keys and belongs to nobody: they write nothing, and believe what they are brought. */
const bystander = (of: Ledger): Ledger => {
  const { random } = team.deps;
  const secrets = { ...of.secrets(), deviceSecret: random.bytes(32), personSecret: random.bytes(32) };
  const kept = { ...secrets, generations: [], logs: [], grants: [] };
  const { ledger } = openMember('bystander', emptyStore(), kept, team.deps);
  expectOk(
    ledger.transact('local', () => {
      ledger.firstSpaces();
      return ok(undefined);
    }),
  );
  twins.push(ledger);
  return ledger;
};

const everything = (ledger: Ledger): ReceivedEntry[] => {
  const all: ReceivedEntry[] = [];
  for (const log of ledger.entries.logs())
    for (const row of ledger.entries.run(log.log, 1, -1))
      all.push({
        log: toText(row.log),
        header: expectOk(decodeHeader(row.header)),
        wire: row,
        bytes: encodeWireEntry(row),
      });
  return all;
};

const retitle = (ledger: Ledger, id: string, title: string): void => {
  const base = JSON.parse(ledger.records.get(id)?.heads ?? '[]') as string[];
  say({ key: '', ledger } as never, 'objective.update', { id, base, title }, team.deps);
};

/** Ben's machine was copied; both copies went on, and others built on what they heard of either. */
const forked = () => {
  team = threeMembers();
  const { ana, ben, cem } = team;
  const goal = team.objective(ben, 'Before').id;
  team.meetAll();
  const twin = copyOf('ben');
  retitle(ben.ledger, goal, 'One way');
  retitle(twin, goal, 'Another way');
  team.objective(ben, 'Only here');
  deliver(ben.ledger, ana.ledger);
  deliver(twin, cem.ledger);
  retitle(ana.ledger, goal, 'On the one');
  say(cem, 'comment.add', { targetId: goal, text: 'on the other' }, team.deps);
  return { ana, ben, cem, twin, goal };
};

const problemsOf = async (ledger: Ledger) => {
  const checks = { secrets: ledger.secrets(), emptyStore, ...team.deps, breathe: () => Promise.resolve() };
  return (await verifyProfile({ ledger, ...checks })).problems;
};

const meet = (one: Ledger, other: Ledger): void => {
  for (let round = 0; round < 3; round += 1) {
    tell(one, other);
    tell(other, one);
  }
};

describe('S33: a log whose device went on in two ways', () => {
  it('C9: is held by everybody with both branches, whichever they heard first, and says the same to all', () => {
    const { ana, cem, ben, goal } = forked();
    meet(ana.ledger, cem.ledger);
    expect(saysOf(cem.ledger)).toEqual(saysOf(ana.ledger));
    const states = ana.ledger.entries.ofRecord(goal).map(({ state }) => state);
    expect(states).toEqual(states.map(() => 'applied'));
    expect(states.length).toBeGreaterThanOrEqual(4);
    for (const { ledger } of [ana, cem])
      expect(ledger.graph.now().devices.get(ben.ledger.me.deviceId)?.state).toBe('frozen');
  });

  it('is the same after a rebuild, and verifies', async () => {
    const { ana, cem } = forked();
    meet(ana.ledger, cem.ledger);
    const { deps } = team;
    expect(await problemsOf(ana.ledger)).toEqual([]);
    const before = saysOf(ana.ledger);
    expectOk(rebuildProfile(ana.ledger, deps.clock));
    expect(saysOf(ana.ledger)).toEqual(before);
  });

  it('M8b: verifies by what those who told of it had seen, and tells of it no more', async () => {
    const { ana, ben, cem } = forked();
    meet(ana.ledger, cem.ledger);
    // Ben leaves without having heard. Nobody who told of the fork had seen that, so it does not count.
    const leave = { kind: 'remove', personId: ben.ledger.person.id, cut: [] } as const;
    expectOk(ben.ledger.transact('local', () => ben.ledger.writeAct(leave)));
    deliver(ben.ledger, ana.ledger);
    expect(ana.ledger.graph.now().person(ben.ledger.me.personId)?.state).toBe('member');
    expect(await problemsOf(ana.ledger)).toEqual([]);
  });

  it('C11: what a device wrote counts once somebody tells of the fork who had seen its adding', async () => {
    team = threeMembers();
    const { ana, ben, cem } = team;
    const goal = team.objective(ben, 'Before').id;
    team.meetAll();
    const twin = copyOf('ben');
    retitle(ben.ledger, goal, 'One way');
    retitle(twin, goal, 'Another way');
    const rivals = ownEntries(twin, ben.ledger.space.team).slice(-1);
    deliver(ben.ledger, ana.ledger);
    const phone = secondDevice(team, ben, 'phone');
    twins.push(phone.ledger);
    const word = say(phone, 'comment.add', { targetId: goal, text: 'from the phone' }, team.deps).id;
    deliver(phone.ledger, cem.ledger);
    // Ana tells of the fork before she hears of the phone, Cem after.
    for (const { ledger } of [ana, cem]) expectOk(ledger.take(rivals, 'test'));
    deliver(phone.ledger, ana.ledger);
    expect(statesOn(ana.ledger, word)).toEqual(['quarantined']);
    expect(statesOn(cem.ledger, word)).toEqual(['applied']);
    meet(ana.ledger, cem.ledger);
    expect(statesOn(ana.ledger, word)).toEqual(['applied']);
    expect(saysOf(ana.ledger)).toEqual(saysOf(cem.ledger));
    expect(await problemsOf(ana.ledger)).toEqual([]);
  });

  it('R6: verifies where readers erased an entry beside its log that the log never said anything of', async () => {
    const { ana, cem, twin, goal } = forked();
    const mail = { key: '', ledger: twin } as never;
    const erased = say(mail, 'comment.add', { targetId: goal, text: 'taken back' }, team.deps).id;
    const later = say(mail, 'comment.add', { targetId: goal, text: 'behind it' }, team.deps).id;
    deliver(twin, cem.ledger);
    meet(ana.ledger, cem.ledger);
    const { clock, random } = team.deps;
    expectOk(ana.ledger.transact('local', () => eraseRecord(ana.ledger, erased, 'asked', clock, random)));
    const state = (id: string) => ana.ledger.entries.ofRecord(id).map((row) => row.state);
    expect([state(erased), state(later)]).toEqual([['erased'], ['applied']]);
    expect(await problemsOf(ana.ledger)).toEqual([]);
  });

  it('is repaired where an entry beside its log is damaged: found, taken out, and asked of others', async () => {
    const { ana, cem } = forked();
    meet(ana.ledger, cem.ledger);
    const before = saysOf(ana.ledger);
    const [aside] = ana.ledger.db
      .prepare<[], { id: number }>(
        'SELECT e.id FROM branches b JOIN entries e ON e.id = b.entry_id WHERE e.log <> b.log',
      )
      .all();
    ana.ledger.db.exec(`UPDATE entries SET signature = zeroblob(64) WHERE id = ${aside?.id ?? 0}`);
    expect((await problemsOf(ana.ledger)).map(({ part }) => part)).toContain('signature');
    expectOk(repairProfile(ana.ledger, team.deps.clock));
    expect(saysOf(ana.ledger)).not.toEqual(before);
    meet(cem.ledger, ana.ledger);
    expect(saysOf(ana.ledger)).toEqual(before);
    expect(await problemsOf(ana.ledger)).toEqual([]);
  });

  it('S35: gives the same verdicts in any order of arrival', () => {
    const { ana, cem } = forked();
    meet(ana.ledger, cem.ledger);
    const objects = ana.ledger.branches.list().flatMap(({ id }) => ana.ledger.branches.get(id) ?? []);
    const pieces = [...everything(ana.ledger), ...everything(cem.ledger)];
    const inOrder = (draws: readonly number[]): readonly string[] => {
      const late = bystander(ana.ledger);
      const events = [...pieces, ...objects].map((what, at) => ({ what, by: draws[at % draws.length] ?? at }));
      const order = events.sort((a, b) => a.by - b.by).map(({ what }) => what);
      // Entries of a log come in order, or are brought again: what was refused for a gap is offered once more.
      for (let before = -1; before !== late.entries.count();) {
        before = late.entries.count();
        for (const what of order) {
          if ('wire' in what) expectOk(late.take([what], 'relay test'));
          else expectOk(late.takeBranch(what, 'relay test'));
        }
      }
      return saysOf(late);
    };
    const expected = inOrder([0]);
    expect(expected.filter((line) => line.startsWith('device') && line.endsWith('frozen'))).toHaveLength(1);
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 97, maxLength: 97 }), (draws) => {
        expect(inOrder(draws)).toEqual(expected);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('S30: is seen when the log comes to the place, where entries of the other branch had come before it', () => {
    team = threeMembers();
    const { ben, cem } = team;
    team.objective(ben, 'Before');
    team.meetAll();
    const twin = copyOf('ben');
    for (const title of ['Here', 'And here']) team.objective(ben, title);
    for (const title of ['There', 'And there', 'On and on']) team.objective({ ...ben, ledger: twin }, title);
    const [first, second] = ownEntries(ben.ledger, ben.ledger.space.team).slice(-2);
    const [another, behind, last] = ownEntries(twin, twin.space.team).slice(-3);
    const isFrozen = (ledger: Ledger): boolean => ledger.entries.logs().some(({ fork }) => fork !== null);
    const object = (entry: ReceivedEntry | undefined) => {
      if (entry === undefined) throw new Error('nothing was written');
      const { hash: name } = expectOk(checkWire(entry.wire, hash));
      return buildBranchObject(branchId(hash, name), entry.wire);
    };
    // Whichever of them comes first, whether it says of itself where it belongs or not.
    for (const early of [[another], [behind], [last, behind], [behind, another]]) {
      const late = bystander(cem.ledger);
      expectOk(late.take(everything(cem.ledger), 'relay test'));
      for (const one of early) expect(expectOk(late.takeBranch(object(one), 'relay test'))).toBe('stored');
      expectOk(
        late.take(
          [first, second].flatMap((one) => one ?? []),
          'relay test',
        ),
      );
      expect(isFrozen(late)).toBe(true);
    }
  });

  it('S34: is judged entry by entry as each gets its ground; until then what came early waits, and is carried', () => {
    team = threeMembers();
    const { ben, cem } = team;
    team.objective(ben, 'Before');
    team.meetAll();
    const twin = copyOf('ben');
    team.objective(ben, 'Here');
    const late = bystander(cem.ledger);
    expectOk(late.take(everything(ben.ledger), 'relay test'));
    for (const title of ['There', 'And there', 'On and on']) team.objective({ ...ben, ledger: twin }, title);
    const branch = ownEntries(twin, twin.space.team).slice(-3);
    const titles = (): unknown[] =>
      late.db.prepare<[], { title: string }>('SELECT title FROM objectives ORDER BY title').pluck().all();
    const seen: unknown[] = [];
    for (const one of [...branch].reverse()) {
      const id = branchId(hash, expectOk(checkWire(one.wire, hash)).hash);
      expect(expectOk(late.takeBranch(buildBranchObject(id, one.wire), 'relay test'))).toBe('stored');
      expect(late.branches.get(id)?.bytes).toEqual(one.bytes);
      seen.push(titles());
    }
    const before = ['Before', 'Here'];
    expect(seen).toEqual([before, before, ['And there', ...before, 'On and on', 'There']]);
  });

  it('S35: counts with changes that exclude each other in one way for everybody', () => {
    team = threeMembers();
    const { ana, ben, cem } = team;
    const goal = team.objective(ben, 'Before').id;
    team.meetAll();
    // A changed program that says the same of itself in both branches: the second change takes the place of the first.
    retitle(ben.ledger, goal, 'Together');
    const { writerId } = lastBody(ben.ledger, ben.ledger.space.team);
    team.meetAll();
    let asked = 0;
    const same = { bytes: (length: number) => ((asked += 1) === 1 ? writerId : team.deps.random.bytes(length)) };
    const twin = twinOf(ben, { ...team.deps, random: same });
    twins.push(twin);
    retitle(ben.ledger, goal, 'One way');
    retitle(twin, goal, 'Another way');
    expect(lastBody(twin, twin.space.team).writerId).toEqual(lastBody(ben.ledger, ben.ledger.space.team).writerId);
    deliver(ben.ledger, ana.ledger);
    deliver(twin, cem.ledger);
    meet(ana.ledger, cem.ledger);
    expect(saysOf(cem.ledger)).toEqual(saysOf(ana.ledger));
  });

  it('S36: is kept up to a bound, whoever forks a thousand times', () => {
    team = threeMembers();
    const { ben, cem } = team;
    team.objective(ben, 'First');
    team.meetAll();
    const { team: space } = ben.ledger.space;
    const log = ben.ledger.entries.log(ben.ledger.logKeys.of(space).publicKey);
    const before = log === undefined ? undefined : ben.ledger.entries.at(log.log, log.head_seq - 1);
    if (log === undefined || before === undefined) throw new Error('nothing was written');
    const body = { ...lastBody(ben.ledger, space), certificate: null };
    const random = seededRandom(12);
    const many = Array.from({ length: 520 }, (_, time) =>
      forge(ben, space, { ...body, time }, { after: before, random }),
    );
    expect(expectOk(cem.ledger.take(many, 'relay test'))).toHaveLength(520);
    expect(cem.ledger.branches.table.aside(log.log)).toBe(512);
    // Others' work goes on.
    const goal = team.objective(team.ana, 'Undisturbed').id;
    deliver(team.ana.ledger, cem.ledger);
    expect(cem.ledger.records.get(goal)).toBeDefined();
  });

  it('S37: with two beginnings counts for nobody', () => {
    team = threeMembers();
    const { ana, cem } = team;
    const twin = copyOf('ben');
    expect(ownEntries(twin, twin.space.team).length).toBeGreaterThan(0);
    const logKeys = twin.logKeys.of(twin.space.team);
    const [first] = ownEntries(twin, twin.space.team);
    if (first === undefined) throw new Error('nothing was written');
    const held = cem.ledger.entries.at(logKeys.publicKey, 1);
    const opened = held === undefined ? undefined : openEntry(held, cem.ledger).opened;
    const epoch = twin.epochs.writing(twin.space.team);
    if (opened == null || epoch === undefined) throw new Error('the first entry cannot be read');
    const again = received(
      expectOk(
        buildEntry({ logKeys, after: emptyLogEnd, epoch, body: { ...opened.body, time: 5 }, random: team.deps.random }),
      ),
    );
    expectOk(cem.ledger.take([again], 'relay test'));
    meet(ana.ledger, cem.ledger);
    expect(saysOf(cem.ledger)).toEqual(saysOf(ana.ledger));
    const log = cem.ledger.db
      .prepare<unknown[], { state: string }>('SELECT state FROM entries WHERE log = ?')
      .all(logKeys.publicKey);
    expect(log.every(({ state }) => state === 'quarantined')).toBe(true);
  });
});

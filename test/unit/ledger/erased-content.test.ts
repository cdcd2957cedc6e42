import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReplica, type ReplicaDeps } from '#engine/replica/index.ts';
import { rebuildProfile, repairProfile } from '#engine/upkeep/index.ts';
import { verifyBytes } from '#engine/crypto/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';
import { decodeRedaction } from '#shared/sync/index.ts';
import { createRedactionTable, wireOf } from '#engine/store/index.ts';
import { secondDevice } from './cut-team.ts';
import { deliverUpTo, entriesOf, erasingIn } from './erasing.ts';
import {
  actAs,
  deliver,
  ownEntries,
  received,
  stateOf,
  threeMembers,
  verdictOf,
  type Member,
  type Team,
} from './team.ts';

let team: Team;
let erase: ReturnType<typeof erasingIn>['erase'];
let problems: ReturnType<typeof erasingIn>['problems'];
let feedback: ReturnType<typeof erasingIn>['feedback'];
let comment: ReturnType<typeof erasingIn>['comment'];
beforeEach(() => {
  team = threeMembers();
  ({ erase, problems, feedback, comment } = erasingIn(team));
});
afterEach(() => team.close());

describe('entries without their content', () => {
  it('R3: the author alone signs for relays and carriers; another who erases leaves it to the author’s device', () => {
    const { ana, ben } = team;
    const { id: goal } = team.objective(ana);
    team.meetAll();
    const words = comment(ben, goal, 'said by Ben');
    team.meetAll();
    expectOk(erase(ana, words));
    const statements = (ledger: Ledger) => createRedactionTable(ledger.db).statedPlaces().length;
    expect(statements(ana.ledger)).toBe(0);
    deliver(ana.ledger, ben.ledger);
    expect(statements(ben.ledger)).toBe(1);
  });

  it('R5: who carries what they cannot read drops it on the word of its log, before or after it comes', async () => {
    const { ana, ben, cem } = team;
    const first = feedback(ana, ben, 'between two');
    const second = feedback(ana, ben, 'also between two');
    deliver(ana.ledger, cem.ledger);
    const locked = () => cem.ledger.entries.inState('locked').filter(({ body }) => body !== null).length;
    const before = locked();
    const held = new Map(cem.ledger.entries.inState('locked').map(({ hash, body }) => [toText(hash), body]));
    expectOk(erase(ana, first));
    const proofs = () =>
      ana.ledger.erasures.table.all().flatMap(({ log, seq }) => ana.ledger.entries.at(log, seq) ?? []);
    const take = (to: Member) =>
      expectOk(
        to.ledger.take(
          proofs().map((row) => received(wireOf(row, ana.ledger.erasures.table))),
          'relay test',
        ),
      );
    take(cem);
    expect(locked()).toBe(before - 1);
    expect(cem.ledger.entries.inState('erased').every((row) => row.body === null)).toBe(true);

    // Somebody puts it back behind the machine's back: that is found, and mended.
    const [proof] = proofs();
    const put = cem.ledger.db.prepare("UPDATE entries SET body = ?, state = 'locked' WHERE hash = ?");
    put.run(held.get(toText(proof?.hash ?? new Uint8Array(0))), proof?.hash);
    expect((await problems(cem.ledger)).map(({ sentence }) => sentence)).toContain(
      'The content of the entry is still here, although its log says that it was erased.',
    );
    expectOk(repairProfile(cem.ledger, team.deps.clock));
    take(cem);
    expect(cem.ledger.entries.byHash(proof?.hash ?? new Uint8Array(0))?.body).toBeNull();
    expect(await problems(cem.ledger)).toEqual([]);

    deliver(ana.ledger, ben.ledger);
    expect(ben.ledger.records.get(first)).toBeUndefined();
    expect(ben.ledger.records.get(second)).toBeDefined();
    expectOk(erase(ana, second));
    deliver(ana.ledger, ben.ledger);
    expect(ben.ledger.records.get(second)).toBeUndefined();
    for (const { ledger } of [ana, ben, cem]) expect(await problems(ledger)).toEqual([]);
  });

  it('R6: what a machine that is gone never signed is asked of others, and does not hold up what follows it', async () => {
    const { ana, ben, cem } = team;
    const { id: goal } = team.objective(ana);
    team.meetAll();
    const space = ben.ledger.space.team;
    const words = comment(ben, goal, 'said by Ben');
    const after = comment(ben, goal, 'said afterwards');
    const sent = ownEntries(ben.ledger, space);
    deliver(ben.ledger, ana.ledger);
    expectOk(erase(ana, words));
    // Ben's machine burned before it heard of it, and Cem had not met it: Ana's copy of the log is the only one.
    deliver(ana.ledger, cem.ledger);
    expect(cem.ledger.records.get(after)).toBeDefined();
    expect(cem.ledger.records.get(words)).toBeUndefined();
    expect(cem.ledger.holes.all()).toHaveLength(1);
    expect(await problems(cem.ledger)).toEqual([]);
    // S56: asked for in one session, offered as it is in the next: what follows it gets on.
    const replica = createReplica(cem.ledger as unknown as ReplicaDeps, 'relay');
    const log = toText(ben.ledger.logKeys.of(space).publicKey);
    const ends = [];
    for (let session = 0; session < 4; session += 1) ends.push((await replica.vector()).get(log)?.seq);
    const [hole = { seq: 0 }] = cem.ledger.holes.all();
    expect(ends).toEqual([hole.seq - 1, sent.length, hole.seq - 1, sent.length]);
    expectOk(cem.ledger.take(sent, 'a stick'));
    expect(cem.ledger.holes.all()).toEqual([]);
    expect(entriesOf(cem.ledger, words)).toEqual([['erased', true]]);
    expect(await problems(cem.ledger)).toEqual([]);
  });

  it('R6: whoever leaves content out erases nothing: it is taken from the next who has it', async () => {
    const { ana, cem } = team;
    const { id: goal } = team.objective(ana);
    const words = comment(ana, goal, 'left out');
    const sent = ownEntries(ana.ledger, ana.ledger.space.team);
    const held = cem.ledger.entries.log(ana.ledger.logKeys.of(ana.ledger.space.team).publicKey)?.head_seq ?? 0;
    const bare = sent.map((entry) => received({ ...entry.wire, body: null }));
    expectOk(cem.ledger.take(bare, 'a carrier that leaves things out'));
    expect(cem.ledger.records.get(words)).toBeUndefined();
    expect(cem.ledger.holes.all()).toHaveLength(sent.length - held);
    expectOk(cem.ledger.take(sent, 'another one'));
    deliver(ana.ledger, cem.ledger);
    expect(cem.ledger.records.get(words)).toBeDefined();
    expect(cem.ledger.holes.all()).toEqual([]);
    expect(await problems(cem.ledger)).toEqual([]);
  });

  it('R6: of an entry without content everybody who knows of its erasure gives the same reason', () => {
    const { ana, ben, cem } = team;
    const { id: goal } = team.objective(ana);
    team.meetAll();
    const words = comment(ana, goal, 'said and taken back');
    const [last] = ownEntries(ana.ledger, ana.ledger.space.team).slice(-1);
    if (last === undefined) throw new Error('nothing was written');
    deliver(ana.ledger, ben.ledger);
    expectOk(cem.ledger.take([received({ ...last.wire, body: null })], 'a carrier that leaves things out'));
    expect(verdictOf(cem.ledger, last).reason).toContain('left out');
    expectOk(erase(ana, words));
    deliver(ana.ledger, ben.ledger);
    const stated = ana.ledger.erasures.table.all().flatMap(({ statement }) => statement ?? []);
    expectOk(cem.ledger.takeRedactions(stated.flatMap((bytes) => decodeRedaction(bytes, verifyBytes) ?? [])));
    expect(cem.ledger.holes.all()).toEqual([]);
    const reason = 'Its content was erased for good.';
    for (const { ledger } of [ana, ben, cem]) expect(verdictOf(ledger, last)).toEqual({ state: 'erased', reason });
  });

  it('R7: who erased the first entry of a log passes on whose log it is, also where the log never said so', async () => {
    const { ana, ben, cem } = team;
    const { id: goal } = team.objective(ana);
    team.meetAll();
    const phone = secondDevice(team, ben, 'phone');
    const words = comment(phone, goal, 'the first that this device wrote for all');
    const after = comment(phone, goal, 'said afterwards');
    deliver(phone.ledger, ana.ledger);
    expectOk(erase(ana, words));
    const log = phone.ledger.logKeys.of(phone.ledger.space.team).publicKey;
    expect(ana.ledger.entries.at(log, 1)?.record_id).toBe(words);
    deliver(ana.ledger, cem.ledger);
    expect(cem.ledger.records.get(after)).toBeDefined();
    expect(await problems(cem.ledger)).toEqual([]);
    phone.ledger.close();
  });

  it('R7: a log whose first entry was erased is still read by newcomers, and by nobody else', async () => {
    const { ana, ben, cem } = team;
    const first = feedback(ana, ben, 'the first words between two');
    expectOk(erase(ana, first));
    const second = feedback(ana, ben, 'the second words');
    // Ben sees this log for the first time, its beginning erased.
    deliver(ana.ledger, ben.ledger);
    expect(ben.ledger.records.get(second)).toBeDefined();
    expect(entriesOf(ben.ledger, second)).toEqual([['applied', false]]);
    deliver(ana.ledger, cem.ledger);
    expect(cem.ledger.records.get(second)).toBeUndefined();
    for (const { ledger } of [ana, ben, cem]) {
      expect(await problems(ledger)).toEqual([]);
      const before = stateOf(ledger);
      expectOk(rebuildProfile(ledger, team.deps.clock));
      expect(stateOf(ledger)).toBe(before);
    }
  });

  it('R6: an admin’s list lets an entry of the team come without content, and none of a private space', () => {
    const { ana, ben } = team;
    const { id: goal } = team.objective(ana);
    feedback(ana, ben, 'the first words between two');
    deliver(ana.ledger, ben.ledger);
    const records = [comment(ana, goal, 'for the team'), feedback(ana, ben, 'between two')];
    const rows = records.flatMap((id) => ana.ledger.entries.ofRecord(id));
    const pins = rows.map(({ log, seq, hash }) => ({ logId: log, seq, hash }));
    actAs(ana, { kind: 'redact', pins });
    const members = ana.ledger.logKeys.of(ana.ledger.space.members).publicKey;
    const acts = ana.ledger.entries.run(members, (ben.ledger.entries.log(members)?.head_seq ?? 0) + 1, -1);
    expectOk(
      ben.ledger.take(
        acts.map((row) => received(wireOf(row, ana.ledger.erasures.table))),
        'relay test',
      ),
    );
    for (const { header, signature } of rows)
      expectOk(ben.ledger.take([received({ header, signature, body: null })], 'relay test'));
    expect(ben.ledger.holes.all()).toMatchObject([{ seq: rows[1]?.seq }]);
  });

  it('R4: a redaction signed by another log, or about another entry, proves nothing', () => {
    const { ana, ben } = team;
    const { id: goal } = team.objective(ana);
    const one = comment(ana, goal, 'one');
    const two = comment(ana, goal, 'two');
    expectOk(erase(ana, one));
    const [first] = ana.ledger.entries.ofRecord(one);
    const [second] = ana.ledger.entries.ofRecord(two);
    if (first === undefined || second === undefined) throw new Error('nothing was written');
    const { redaction } = wireOf(first, ana.ledger.erasures.table);
    if (redaction === undefined) throw new Error('nothing was signed');
    const blank = { header: second.header, signature: second.signature, body: null };
    deliverUpTo(ana, ben, second.seq - 1);
    const flipped = Uint8Array.from(redaction, (byte, at) => (at === redaction.length - 1 ? byte ^ 1 : byte));
    for (const proof of [redaction, flipped]) {
      const refused = expectOk(ben.ledger.take([received({ ...blank, redaction: proof })], 'relay test'));
      expect(refused).toHaveLength(1);
    }
  });
});

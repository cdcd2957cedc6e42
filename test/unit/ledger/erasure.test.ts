import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseRecord } from '#engine/api/index.ts';
import { ownRecords } from '#engine/queries/index.ts';
import { createReplica, type ReplicaDeps } from '#engine/replica/index.ts';
import { repairProfile, verifyProfile, rebuildProfile } from '#engine/upkeep/index.ts';
import { verifyBytes } from '#engine/crypto/index.ts';
import type { Ledger } from '#engine/ledger/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';
import { decodeRedaction } from '#shared/sync/index.ts';
import { secondDevice } from './cut-team.ts';
import { createRedactionTable, wireOf } from '#engine/store/index.ts';
import {
  actAs,
  deliver,
  emptyStore,
  ownEntries,
  received,
  say,
  stateOf,
  threeMembers,
  verdictOf,
  type Member,
  type Team,
} from './team.ts';

let team: Team;
beforeEach(() => {
  team = threeMembers();
});
afterEach(() => team.close());

const erase = ({ ledger }: Member, recordId: string) =>
  ledger.transact('local', () => eraseRecord(ledger, recordId, 'asked', team.deps.clock, team.deps.random));

const problems = async (ledger: Ledger) =>
  (
    await verifyProfile({
      ledger,
      secrets: ledger.secrets(),
      emptyStore,
      ...team.deps,
      breathe: () => Promise.resolve(),
    })
  ).problems;

const entriesOf = (ledger: Ledger, id: string) =>
  ledger.entries.ofRecord(id).map(({ state, body }) => [state, body === null]);

const feedback = (from: Member, about: Member, text: string, visibility: 'recipient' | 'everyone' = 'recipient') =>
  say(from, 'feedback.give', { aboutId: about.ledger.me.personId, visibility, text }, team.deps).id;

const comment = (by: Member, targetId: string, text: string) =>
  say(by, 'comment.add', { targetId, text }, team.deps).id;

const deliverUpTo = (from: Member, to: Member, seq: number): void => {
  const log = from.ledger.logKeys.of(from.ledger.space.team).publicKey;
  const held = to.ledger.entries.log(log)?.head_seq ?? 0;
  const rows = from.ledger.entries.run(log, held + 1, Math.max(0, seq - held));
  expectOk(
    to.ledger.take(
      rows.map((row) => received(wireOf(row, from.ledger.erasures.table))),
      'relay test',
    ),
  );
};

describe('erasing a record', () => {
  it('R2: takes it from every reader: document, lists, search, content of its entries', async () => {
    const { ana, ben, cem } = team;
    const { id: goal } = team.objective(ana);
    team.meetAll();
    const id = comment(ben, goal, 'a regrettable remark');
    team.meetAll();
    expect(ana.ledger.records.get(id)).toBeDefined();
    expectOk(erase(ben, id));
    team.meetAll();
    for (const { ledger } of [ana, ben, cem]) {
      expect(ledger.records.get(id)).toBeUndefined();
      expect(entriesOf(ledger, id)).toEqual([['erased', true]]);
      for (const table of ['comments', 'record_view'])
        expect(ledger.db.prepare(`SELECT * FROM ${table} WHERE record_id = ?`).all(id)).toEqual([]);
      expect(ledger.db.prepare("SELECT * FROM search WHERE search MATCH 'regrettable'").all()).toEqual([]);
      expect(ledger.db.prepare('SELECT target_id, by_id, why FROM erasures').all()).toEqual([
        { target_id: id, by_id: ben.ledger.me.personId, why: 'asked' },
      ]);
      expect(await problems(ledger)).toEqual([]);
      const before = stateOf(ledger);
      expectOk(rebuildProfile(ledger, team.deps.clock));
      expect(stateOf(ledger)).toBe(before);
    }
  });

  it('R2: is the same when the erasure arrives before what it erases', async () => {
    const { ana, ben, cem } = team;
    const { id: goal } = team.objective(ana);
    team.meetAll();
    const id = comment(ana, goal, 'said by Ana');
    // Ana is an admin and Ben's words are the team's: her erasure lies in another log than what it erases.
    const words = comment(ben, goal, 'said by Ben');
    deliver(ben.ledger, ana.ledger);
    expectOk(erase(ana, words));
    deliver(ana.ledger, cem.ledger);
    expect(cem.ledger.entries.ofRecord(words)).toEqual([]);
    deliver(ben.ledger, cem.ledger);
    expect(entriesOf(cem.ledger, words)).toEqual([['erased', true]]);
    expect(cem.ledger.records.get(id)).toBeDefined();
    expect(await problems(cem.ledger)).toEqual([]);
  });

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

  it('R1: is refused to those who did not write it and answer for nothing, with a sentence', () => {
    const { ana, ben, cem } = team;
    const { id: goal } = team.objective(ana);
    const private_ = feedback(ben, cem, 'not for Ana');
    const words = comment(ana, goal, 'by Ana');
    team.meetAll();
    const no = erase(cem, words);
    expect(no.ok ? '' : no.error.sentence).toContain('Only who wrote this can erase it');
    expect(erase(cem, private_).ok).toBe(false);
    expect(erase(ben, goal).ok).toBe(false);
    const unknown = erase(ana, private_);
    expect(unknown.ok ? '' : unknown.error.code).toBe('not-found');
  });

  it('R1: everything of one writer is that person’s own to erase, notes and lines of an agenda too', () => {
    const { ana, ben } = team;
    const personId = ana.ledger.me.personId;
    say(ben, 'note.write', { aboutId: personId, text: 'a note' }, team.deps);
    say(ben, 'agenda.add', { personId, text: 'a topic' }, team.deps);
    const { db, me } = ben.ledger;
    const own = ownRecords(db, me.personId);
    expect(own.map(({ kind }) => kind).sort()).toEqual(['agenda-item', 'note']);
    for (const { id } of own) expectOk(erase(ben, id));
    expect(ownRecords(db, me.personId)).toEqual([]);
  });

  it('is final: the same week cannot be checked in again', () => {
    const { ben } = team;
    const checkIn = {
      week: '2026-W20',
      lastPlans: [],
      plans: [{ text: 'a plan' }],
      updates: [],
      blockers: [],
      question: '',
      answer: 'words',
    };
    const { id } = say(ben, 'checkIn.submit', checkIn, team.deps);
    expectOk(erase(ben, id));
    expect(() => say(ben, 'checkIn.submit', checkIn, team.deps)).toThrow('erased for good');
  });

  it('R2: a check-in goes with what it asked of people, also where nothing behind it had come yet', () => {
    const { ana, ben, cem } = team;
    const blockers = [{ text: 'words of a blocker', waitsForId: ana.ledger.me.personId, urgent: false }];
    const checkIn = {
      week: '2026-W20',
      lastPlans: [],
      plans: [],
      updates: [],
      blockers,
      question: '',
      answer: 'words',
    };
    const { id } = say(ben, 'checkIn.submit', checkIn, team.deps);
    const seq = ben.ledger.entries.ofRecord(id)[0]?.seq ?? 0;
    deliverUpTo(ben, ana, seq);
    expectOk(erase(ana, id));
    team.meetAll();
    for (const { ledger } of [ana, ben, cem]) {
      expect(ledger.records.get(id)).toBeUndefined();
      expect(ledger.db.serialize().includes('words of a blocker')).toBe(false);
    }
  });

  it('R2: a goal goes with everything anybody wrote on it, and later entries of it are not applied', async () => {
    const { ana, ben, cem } = team;
    const { id: goal } = team.objective(ben);
    team.meetAll();
    expectOk(erase(ana, goal));
    const base = JSON.parse(ben.ledger.records.get(goal)?.heads ?? '[]') as string[];
    say(ben, 'objective.update', { id: goal, base, title: 'Written without knowing' }, team.deps);
    team.meetAll();
    for (const { ledger } of [ana, ben, cem]) {
      expect(ledger.records.get(goal)).toBeUndefined();
      expect(ledger.entries.inState('erased').map(({ body }) => body)).toEqual([null, null]);
      expect(await problems(ledger)).toEqual([]);
    }
  });
});

describe('what stays on disk', () => {
  it('R9: no byte of erased words, in the file or beside it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'meridian-erasure-'));
    try {
      const filed = threeMembers(7, (name) => join(folder, `${name}.db`));
      const { ana, ben, deps } = filed;
      const { id: goal } = filed.objective(ana);
      filed.meetAll();
      const { id } = say(ben, 'comment.add', { targetId: goal, text: 'numbatprose and wombatwords' }, deps);
      filed.meetAll();
      const sealed = Buffer.from(ben.ledger.entries.ofRecord(id)[0]?.body ?? []);
      const found = (needle: Buffer) =>
        readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(needle));
      expect(found(Buffer.from('numbatprose')).length).toBeGreaterThan(2);
      expect(found(sealed).length).toBeGreaterThan(2);
      expectOk(ben.ledger.transact('local', () => eraseRecord(ben.ledger, id, 'asked', deps.clock, deps.random)));
      filed.meetAll();
      for (const word of ['numbat', 'prose', 'wombat']) expect(found(Buffer.from(word))).toEqual([]);
      expect(found(sealed)).toEqual([]);
      filed.close();
      for (const word of ['numbat', 'prose', 'wombat']) expect(found(Buffer.from(word))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

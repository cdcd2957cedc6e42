import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseRecord } from '#engine/api/index.ts';
import { ownRecords } from '#engine/queries/index.ts';
import { rebuildProfile } from '#engine/upkeep/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { deliverUpTo, entriesOf, erasingIn } from './erasing.ts';
import { deliver, say, stateOf, threeMembers, type Team } from './team.ts';

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

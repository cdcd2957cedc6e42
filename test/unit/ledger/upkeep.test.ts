import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { createLedger, type Ledger } from '#engine/ledger/index.ts';
import { quickCheck, rebuildProfile, verifyProfile, verifyUnlessStopped } from '#engine/upkeep/index.ts';
import { emptyStore, say, stateOf, threeMembers, type Team } from './team.ts';

let team: Team;
let ledger: Ledger;

beforeEach(() => {
  team = threeMembers();
  const { ana, ben, cem, deps } = team;
  const { id } = team.objective(ana);
  team.meetAll();
  const base = JSON.parse(ana.ledger.records.get(id)?.heads ?? '[]') as string[];
  say(ana, 'objective.update', { id, base, title: 'From Ana' }, deps);
  say(ana, 'comment.add', { targetId: id, text: 'a findable remark' }, deps);
  say(ana, 'feedback.give', { aboutId: ben.ledger.me.personId, visibility: 'recipient', text: 'private words' }, deps);
  say(ben, 'kudos.give', { toId: cem.ledger.me.personId, value: 'care', text: 'thanks' }, deps);
  team.meetAll();
  ledger = ana.ledger;
});
afterEach(() => team.close());

const reopen = (): Ledger =>
  createLedger({
    db: new Database(team.ana.ledger.db.serialize()),
    secrets: team.ana.ledger.secrets(),
    saveSecrets: () => undefined,
    ...team.deps,
  });

const problems = async (of: Ledger) =>
  (
    await verifyProfile({
      ledger: of,
      secrets: of.secrets(),
      emptyStore,
      ...team.deps,
      breathe: () => Promise.resolve(),
    })
  ).problems;

/** Damages the profile with one SQL statement, as a bad disk or a curious hand would, and says what verify finds. */
const partsAfter = async (sql: string): Promise<string[]> => {
  const damaged = reopen();
  damaged.db.exec(sql);
  const again = createLedger({
    db: damaged.db,
    secrets: team.ana.ledger.secrets(),
    saveSecrets: () => undefined,
    ...team.deps,
  });
  const found = await problems(again);
  for (const problem of found) {
    expect(problem.where).not.toBe('');
    expect(problem.sentence).toMatch(/\.$/);
  }
  damaged.close();
  again.close();
  damaged.db.close();
  return [...new Set(found.map((problem) => problem.part))];
};

const flipped = (column: string): string =>
  `${column} = CAST(substr(${column}, 1, 40) || x'00ff' || substr(${column}, 43) AS BLOB)`;
const oneEntry = "WHERE id = (SELECT max(id) FROM entries WHERE kind = 'comment')";
const objective = "(SELECT id FROM records WHERE kind = 'objective')";

describe('verify', () => {
  it('finds nothing in a sound profile, and changes nothing', async () => {
    const before = stateOf(ledger);
    expect(await problems(ledger)).toEqual([]);
    expect(stateOf(ledger)).toBe(before);
  });

  it.each([
    ['the signature of an entry', `UPDATE entries SET ${flipped('signature')} ${oneEntry}`, 'signature'],
    ['the content of an entry', `UPDATE entries SET ${flipped('body')} ${oneEntry}`, 'body'],
    ['the header of an entry', `UPDATE entries SET ${flipped('header')} ${oneEntry}`, 'log'],
    ['the name of an entry', `UPDATE entries SET hash = zeroblob(32) ${oneEntry}`, 'hash'],
    ['an entry in the middle of a log', "DELETE FROM entries WHERE kind = 'objective' AND seq = 5", 'log'],
    ['the end of a log', 'UPDATE logs SET head_seq = head_seq + 1', 'log'],
    ['a stored document', `UPDATE records SET ${flipped('doc')} WHERE id = ${objective}`, 'document'],
    ['the heads of a record', `UPDATE records SET heads = '[]' WHERE id = ${objective}`, 'document'],
    ['a missing record', `DELETE FROM records WHERE id = ${objective}`, 'document'],
    ['a line of a list', "UPDATE objectives SET title = 'Another'", 'read-model'],
    ['the text that search knows', "UPDATE search SET body = 'nothing' WHERE body LIKE '%findable%'", 'search'],
    ['the verdict on an entry', `UPDATE entries SET state = 'quarantined', reason = 'x' ${oneEntry}`, 'members'],
  ])('names damage to %s', async (_what, sql, part) => {
    expect(await partsAfter(sql)).toContain(part);
  });
});

describe('rebuild', () => {
  it('makes exactly what applying one by one had made', () => {
    for (const member of team.all) {
      const before = stateOf(member.ledger);
      expectOk(rebuildProfile(member.ledger, team.deps.clock));
      expect(stateOf(member.ledger)).toBe(before);
    }
  });

  it.each([
    ['documents', `UPDATE records SET ${flipped('doc')}`],
    ['records', 'DELETE FROM records'],
    ['lists', "UPDATE objectives SET title = 'Another'; DELETE FROM comments; DELETE FROM record_view"],
    ['search', "UPDATE search SET body = 'nothing', title = 'nothing'"],
    ['verdicts', "UPDATE entries SET state = 'quarantined', reason = 'x' WHERE kind = 'comment'"],
    ['authors', 'DELETE FROM touches; DELETE FROM changes'],
  ])('repairs damaged %s', async (_what, sql) => {
    const before = stateOf(ledger);
    const damaged = reopen();
    damaged.db.exec(sql);
    expectOk(rebuildProfile(damaged, team.deps.clock));
    expect(stateOf(damaged)).toBe(before);
    expect(await problems(damaged)).toEqual([]);
    damaged.close();
    damaged.db.close();
  });
});

describe('the quick check', () => {
  const quick = (of: Ledger, clock = team.deps.clock) =>
    quickCheck({ ledger: of, clock, random: team.deps.random, breathe: () => Promise.resolve(), ended: () => false });
  const after = async (sql: string) => {
    const damaged = reopen();
    damaged.db.exec(sql);
    const report = await quick(damaged);
    damaged.close();
    damaged.db.close();
    return report;
  };

  it('D1: finds nothing in a sound profile, having looked at the end of every log and at signatures', async () => {
    const report = await quick(ledger);
    expect(report).toMatchObject({ complete: true, problems: [], logs: ledger.entries.logs().length });
    expect(report.signatures).toBeGreaterThanOrEqual(ledger.entries.logs().length);
  });

  it.each([
    ['the end of a log', 'UPDATE logs SET head_seq = head_seq + 1'],
    ['every signature', `UPDATE entries SET ${flipped('signature')}`],
    ['every content', `UPDATE entries SET ${flipped('body')}`],
    ['the newest entry', 'DELETE FROM entries WHERE id = (SELECT max(id) FROM entries)'],
  ])('names damage to %s', async (_what, sql) => {
    const { problems: found } = await after(sql);
    expect(found.length).toBeGreaterThan(0);
    for (const problem of found) {
      expect(problem.where).toMatch(/^(log|profile file)/);
      expect(problem.sentence).toMatch(/\.$/);
    }
  });

  it('D1: stops when its time is used up, and says that it is not complete', async () => {
    let now = 0;
    const slow = { now: () => (now += 200) };
    const report = await quick(ledger, slow);
    expect(report.complete).toBe(false);
    expect(report.problems).toEqual([]);
  });
});

describe('a complete check', () => {
  const deps = () => ({
    ledger,
    secrets: ledger.secrets(),
    emptyStore,
    ...team.deps,
    breathe: () => Promise.resolve(),
  });

  it('tells a share that only grows, and ends at the whole', async () => {
    const shares: number[] = [];
    await verifyUnlessStopped({ ...deps(), progress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(2);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  it('ends without an answer once it is stopped, wherever it is', async () => {
    for (let steps = 0; steps < 6; steps += 1) {
      let left = steps;
      expect(await verifyUnlessStopped({ ...deps(), cancelled: () => left-- <= 0 })).toBeNull();
    }
    expect(await problems(ledger)).toEqual([]);
  });
});

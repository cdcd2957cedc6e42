import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { runRecordCommand } from '#engine/api/index.ts';
import { deliver, ownEntries, stateOf, threeMembers, type Member, type Team } from './team.ts';

let team: Team;
beforeEach(() => {
  team = threeMembers();
});
afterEach(() => team.close());

const comment = (member: Member, targetId: string, text: string) =>
  member.ledger.transact('local', () =>
    runRecordCommand(member.ledger, 'comment.add', { targetId, text, mentions: [] }, team.deps.clock, team.deps.random),
  );

/** Lets the file grow no further. */
const fill = ({ ledger: { db } }: Member): void =>
  void db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
const free = ({ ledger: { db } }: Member): void => void db.pragma('max_page_count = 1000000');

describe('a full disk', () => {
  it('refuses a write with a sentence, loses nothing that was saved, and takes the next one when there is room', () => {
    const { ana } = team;
    const { id } = team.objective(ana);
    fill(ana);
    const saved: string[] = [];
    let refused = comment(ana, id, 'first');
    for (let count = 0; refused.ok; count += 1) {
      saved.push(`remark ${count}`);
      const before = stateOf(ana.ledger);
      refused = comment(ana, id, `remark ${count} ${'x'.repeat(4000)}`);
      if (!refused.ok) expect(stateOf(ana.ledger)).toBe(before);
    }
    expect(refused.error).toMatchObject({ code: 'disk-full', sentence: expect.stringMatching(/Free some space/) });
    free(ana);
    expectOk(comment(ana, id, 'there is room again'));
    team.meetAll();
    for (const { ledger } of team.all) expect(ledger.entries.inState('waiting')).toEqual([]);
    expect(stateOf(team.ben.ledger)).toBe(stateOf(team.cem.ledger));
  });

  it('stops a delivery as a whole, members and keys in memory included, and takes it later', () => {
    const { ana, ben, deps } = team;
    for (let count = 0; count < 30; count += 1) team.objective(ana, `Goal ${count}`);
    expectOk(
      ana.ledger.transact('local', () =>
        runRecordCommand(
          ana.ledger,
          'feedback.give',
          { aboutId: ben.ledger.me.personId, visibility: 'recipient', mentions: [], text: 'for Ben' },
          deps.clock,
          deps.random,
        ),
      ),
    );
    expectOk(ana.ledger.transact('local', () => ana.ledger.writeAct({ kind: 'offer', sealed: [] })));
    const before = stateOf(ben.ledger);
    const heads = ben.ledger.graph.heads();
    fill(ben);
    const news = [ana.ledger.space.members, ana.ledger.space.team].flatMap((space) => ownEntries(ana.ledger, space));
    expect(ben.ledger.take(news, 'relay test')).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(stateOf(ben.ledger)).toBe(before);
    expect(ben.ledger.graph.heads()).toEqual(heads);
    free(ben);
    deliver(ana.ledger, ben.ledger);
    expect(ben.ledger.db.prepare('SELECT count(*) AS n FROM objectives').get()).toEqual({ n: 30 });
    expect(ben.ledger.db.prepare('SELECT text FROM feedback').all()).toEqual([{ text: 'for Ben' }]);
  });
});

describe('a profile that may not be written to', () => {
  it('can be read, refuses writes with a sentence, and goes on when it may be written again', () => {
    const { ana } = team;
    const { id } = team.objective(ana);
    const before = stateOf(ana.ledger);
    ana.ledger.db.pragma('query_only = ON');
    expect(comment(ana, id, 'no')).toMatchObject({
      ok: false,
      error: { code: 'profile-read-only', sentence: expect.stringMatching(/permissions/) },
    });
    expect(stateOf(ana.ledger)).toBe(before);
    ana.ledger.db.pragma('query_only = OFF');
    expectOk(comment(ana, id, 'yes'));
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { decodeRedaction } from '#shared/sync/index.ts';
import { eraseRecord } from '#engine/api/index.ts';
import { verifyBytes } from '#engine/crypto/index.ts';
import { dumpReadModels } from '#engine/readmodels/index.ts';
import { cutTeam, type CutTeam } from './cut-team.ts';
import { expectSound, freshLike } from './replica.ts';
import { deliver, forge, lastBody, say, twinOf, verdictOf } from './team.ts';

let team: CutTeam;
beforeEach(() => {
  team = cutTeam();
});
afterEach(() => team.close());

describe('erasures and what their authors knew of the team', () => {
  it('C12: whoever erases their own words is obeyed, by those who knew of their removal before and by those who did not', async () => {
    const { ana, ben, cem } = team;
    const goal = team.objective(ana).id;
    team.meetAll();
    const words = team.comment(ben, goal, 'mine to take back');
    team.meetAll();
    expectOk(
      ben.ledger.transact('local', () => eraseRecord(ben.ledger, words, 'asked', team.deps.clock, team.deps.random)),
    );
    team.remove(ana, ben);
    team.bring(ben, cem, ana);
    team.bring(ana, cem, ben);
    for (const { ledger } of [ana, ben, cem]) {
      expect(ledger.erasures.isErased(words)).toBe(true);
      expect(ledger.entries.ofRecord(words).map(({ state, body }) => [state, body])).toEqual([['erased', null]]);
      await expectSound(team, ledger);
    }
  });

  it('C12: what a removed admin erases of others without having heard is not obeyed by those who had', () => {
    const { ana, ben, cem } = team;
    const goal = team.objective(ana).id;
    team.setRole(ana, ben, 'admin');
    team.meetAll();
    expectOk(
      ben.ledger.transact('local', () => eraseRecord(ben.ledger, goal, 'asked', team.deps.clock, team.deps.random)),
    );
    team.remove(ana, ben);
    team.bring(ana, cem);
    team.bring(ben, cem, ana);
    for (const { ledger } of [ana, cem]) {
      expect(ledger.erasures.isErased(goal)).toBe(false);
      expect(ledger.records.get(goal)).toBeDefined();
    }
  });

  it('R5: content that was read is kept when its log says that it is erased, and the profile that keeps it verifies', async () => {
    const { ana, ben, cem } = team;
    const goal = team.objective(cem).id;
    team.setRole(ana, ben, 'admin');
    team.meetAll();
    expectOk(
      ben.ledger.transact('local', () => eraseRecord(ben.ledger, goal, 'asked', team.deps.clock, team.deps.random)),
    );
    // Cem obeys and says so for their log, before anybody has heard that Ben is out.
    team.bring(ben, cem);
    expect(cem.ledger.erasures.isErased(goal)).toBe(true);
    team.remove(ana, ben);
    team.bring(cem, ana);
    const stated = cem.ledger.erasures.table.all().flatMap(({ statement }) => statement ?? []);
    expectOk(ana.ledger.takeRedactions(stated.flatMap((bytes) => decodeRedaction(bytes, verifyBytes) ?? [])));
    const kept = ana.ledger.entries.ofRecord(goal);
    expect(kept.length).toBeGreaterThan(0);
    for (const { log, seq, hash, state, body } of kept) {
      expect(ana.ledger.erasures.isStated(log, seq, hash)).toBe(true);
      expect([state, body === null]).toEqual(['applied', false]);
    }
    await expectSound(team, ana.ledger);
  });

  it('R10: an entry behind an erased one counts alike for who had read that one and for who never did', async () => {
    const { ana, ben, cem, deps } = team;
    const { team: space } = ben.ledger.space;
    const goal = team.objective(ana).id;
    team.meetAll();
    team.comment(ben, goal, 'the first');
    team.meetAll();
    const twin = twinOf(ben, deps);
    const id = say(
      { ...ben, ledger: twin },
      'comment.add',
      { targetId: goal, text: 'as if nothing had changed' },
      deps,
    ).id;
    const back = lastBody(twin, space);
    twin.close();
    team.setRole(ana, cem, 'admin');
    team.meetAll();
    const words = team.comment(ben, goal, 'knowing of the change');
    team.meetAll();
    const behind = forge(ben, space, back);
    expectOk(cem.ledger.take([behind], 'test'));
    expect(verdictOf(cem.ledger, behind)).toMatchObject({
      state: 'quarantined',
      reason: expect.stringContaining('forgets') as string,
    });
    expectOk(ana.ledger.transact('local', () => eraseRecord(ana.ledger, words, 'asked', deps.clock, deps.random)));
    const late = freshLike(team, cem);
    deliver(ana.ledger, late);
    expectOk(late.take([behind], 'test'));
    team.bring(ana, cem);
    for (const ledger of [cem.ledger, late]) {
      expect(ledger.erasures.isErased(words)).toBe(true);
      expect(verdictOf(ledger, behind)).toMatchObject({ state: 'applied' });
      expect(ledger.records.get(id)).toBeDefined();
      expect(ledger.records.get(id)?.heads).toBe(cem.ledger.records.get(id)?.heads);
      await expectSound(team, ledger);
    }
    expect(dumpReadModels(late.db)).toEqual(dumpReadModels(cem.ledger.db));
    late.close();
  });
});

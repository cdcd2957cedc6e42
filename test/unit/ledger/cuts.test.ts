import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { cutOf, type Commit } from '#engine/ledger/index.ts';
import { cutTeam, entriesOn, statesOn, textOf, type CutTeam } from './cut-team.ts';
import { deliver, forge, lastBody, ownEntries, stateOf, verdictOf, type Member } from './team.ts';
import { expectSound, freshLike } from './replica.ts';

let team: CutTeam;
beforeEach(() => {
  team = cutTeam();
});
afterEach(() => team.close());

describe('data beyond a cut', () => {
  it('C4: what a removed member writes on is set aside, whoever carries it and whenever the removal is heard of', async () => {
    const { ana, ben, cem } = team;
    const goal = team.objective(ben).id;
    const early = team.comment(ben, goal, 'before');
    team.meetAll();
    const late = team.comment(ben, goal, 'after');
    team.bring(ben, cem);
    team.remove(ana, ben);
    expect(statesOn(cem.ledger, late)).toEqual(['applied']);
    team.bring(cem, ana);
    expect(entriesOn(ana.ledger, late)).toMatchObject([
      { state: 'quarantined', reason: expect.stringMatching(/removed.*admit/u) as string },
    ]);
    expect(ana.ledger.records.get(late)).toBeUndefined();
    expect(statesOn(ana.ledger, early)).toEqual(['applied']);
    const commits: Commit[] = [];
    cem.ledger.onCommit((commit) => void commits.push(commit));
    team.bring(ana, cem);
    expect(commits.flatMap(({ setAside }) => setAside)).toHaveLength(1);
    expect(textOf(cem.ledger, late)).toBeUndefined();
    expect(stateOf(cem.ledger)).toBe(stateOf(ana.ledger));
    await expectSound(team, cem.ledger);
    await expectSound(team, ana.ledger);
  });

  it('C2: what lies within the cut counts, also when it arrives after the removal', () => {
    const { ana, ben, cem } = team;
    const goal = team.objective(ben).id;
    team.bring(ben, ana);
    team.comment(ben, goal, 'seen by Ana');
    team.bring(ben, ana);
    team.remove(ana, ben);
    const late = freshLike(team, cem);
    const acts = ownEntries(ana.ledger, ana.ledger.space.members);
    expectOk(late.take(acts, 'test'));
    deliver(ana.ledger, late);
    expect(late.entries.inState('quarantined')).toEqual([]);
    expect(late.records.get(goal)).toBeDefined();
    late.close();
  });

  it('C1: nobody writes on after hearing of the own removal', () => {
    const { ana, ben } = team;
    const goal = team.objective(ben).id;
    team.meetAll();
    team.remove(ana, ben);
    const forged = forge(ben, ben.ledger.space.team, {
      ...lastBody(ben.ledger, ben.ledger.space.team),
      certificate: null,
      membersHeads: ana.ledger.graph.heads(),
    });
    team.bring(ana, ben);
    expect(() => team.comment(ben, goal, 'still here')).toThrow(/not.*team/iu);
    expectOk(ana.ledger.take([forged], 'test'));
    expect(verdictOf(ana.ledger, forged)).toMatchObject({
      state: 'quarantined',
      reason: expect.stringContaining('not a member') as string,
    });
  });

  it('C3: of two removals at once the larger cut counts', async () => {
    const { ana, ben, cem } = team;
    team.setRole(ana, cem, 'admin');
    const goal = team.objective(ben).id;
    team.meetAll();
    const seenByCem = team.comment(ben, goal, 'one');
    team.bring(ben, cem);
    const seenByNobody = team.comment(ben, goal, 'two');
    team.remove(cem, ben);
    team.remove(ana, ben);
    team.bring(ben, ana);
    expect([statesOn(ana.ledger, seenByCem), statesOn(ana.ledger, seenByNobody)]).toEqual([
      ['quarantined'],
      ['quarantined'],
    ]);
    team.bring(cem, ana, cem);
    for (const { ledger } of [ana, cem]) {
      expect(statesOn(ledger, seenByCem)).toEqual(['applied']);
      expect(statesOn(ledger, seenByNobody)).toEqual(['quarantined']);
    }
    expect(stateOf(cem.ledger)).toBe(stateOf(ana.ledger));
    await expectSound(team, cem.ledger);
  });

  it('C3: an admin who extends the cut brings late work back, everywhere', async () => {
    const { ana, ben, cem } = team;
    const goal = team.objective(ben).id;
    team.meetAll();
    const late = team.comment(ben, goal, 'worth keeping');
    team.remove(ana, ben);
    team.bring(ben, ana, cem);
    expect(statesOn(cem.ledger, late)).toEqual(['quarantined']);
    team.extend(ana, { personId: ben.ledger.me.personId });
    team.bring(ana, cem);
    for (const { ledger } of [ana, cem]) {
      expect(statesOn(ledger, late)).toEqual(['applied']);
      expect(ledger.db.prepare('SELECT text FROM comments WHERE record_id = ?').get(late)).toEqual({
        text: 'worth keeping',
      });
    }
    await expectSound(team, cem.ledger);
  });

  it('C3: a member who stays may say once what had arrived, and not again', () => {
    const { ana, ben, cem } = team;
    const goal = team.objective(ben).id;
    team.meetAll();
    const cause = team.remove(ana, ben);
    const one = team.comment(ben, goal, 'arrived at Cem');
    team.bring(ben, cem);
    team.bring(ana, cem);
    const rotate = (): void => {
      team.act(cem, {
        kind: 'rotate',
        spaceId: cem.ledger.space.team,
        epochId: team.deps.random.bytes(32),
        supersedes: [],
        cause,
        cut: cutOf(cem.ledger, { personId: ben.ledger.me.personId }),
      });
    };
    rotate();
    const two = team.comment(ben, goal, 'arrived later');
    team.bring(ben, cem);
    rotate();
    expect(statesOn(cem.ledger, one)).toEqual(['applied']);
    expect(statesOn(cem.ledger, two)).toEqual(['quarantined']);
  });

  it('C3: a removal that a senior undid cuts nothing off', async () => {
    const { ana, ben, cem } = team;
    team.setRole(ana, ben, 'admin');
    const goal = team.objective(cem).id;
    team.meetAll();
    team.remove(ben, cem);
    const late = team.comment(cem, goal, 'cut off by Ben');
    team.bring(cem, ben);
    expect(statesOn(ben.ledger, late)).toEqual(['quarantined']);
    team.remove(ana, ben);
    team.bring(ben, ana, ben);
    team.bring(cem, ana);
    for (const { ledger } of [ana, ben]) {
      expect(ledger.graph.now().person(cem.ledger.me.personId)?.state).toBe('member');
      expect(statesOn(ledger, late)).toEqual(['applied']);
    }
    expect(stateOf(ben.ledger)).toBe(stateOf(ana.ledger));
    await expectSound(team, ben.ledger);
  });

  it('C2: who leaves says where their work ends, until an admin says it', () => {
    const { ana, ben, cem } = team;
    const goal = team.objective(ben).id;
    team.meetAll();
    const last = team.comment(ben, goal, 'a last word');
    team.remove(ben, ben);
    team.bring(ben, cem);
    expect(statesOn(cem.ledger, last)).toEqual(['applied']);
    team.remove(ana, ben);
    team.bring(ana, cem);
    expect(statesOn(cem.ledger, last)).toEqual(['quarantined']);
  });

  it('C6: after a demotion late work counts where the lower role would have done', async () => {
    const { ana, ben, cem } = team;
    team.setRole(ana, ben, 'admin');
    const goal = team.objective(cem).id;
    team.meetAll();
    team.setRole(ana, ben, 'member');
    const remark = team.comment(ben, goal, 'any member may');
    team.retitle(ben, goal, { title: 'only an admin may' });
    team.bring(ben, cem);
    expect(textOf(cem.ledger, goal)).toBe('only an admin may');
    team.bring(ana, cem, ana, ben);
    for (const { ledger } of [ana, ben, cem]) {
      expect(statesOn(ledger, remark)).toEqual(['applied']);
      expect(statesOn(ledger, goal).sort()).toEqual(['applied', 'quarantined']);
      expect(textOf(ledger, goal)).toBe('Ship it');
    }
    await expectSound(team, ben.ledger);
  });

  it('C4: a device that was taken out is cut off, its person is not', async () => {
    const { ana, ben, cem } = team;
    const phone = team.addDevice(ben, 'phone');
    const goal = team.objective(ben).id;
    team.bring(ben, phone, ana, cem);
    team.bring(phone, ben);
    const stolen = team.comment(phone, goal, 'by the thief');
    const own = team.comment(ben, goal, 'by Ben');
    team.revoke(ben, phone.ledger);
    team.bring(phone, cem);
    team.bring(ben, cem, ana);
    for (const { ledger } of [ana, cem]) {
      expect(statesOn(ledger, stolen)).toEqual(['quarantined']);
      expect(statesOn(ledger, own)).toEqual(['applied']);
    }
    await expectSound(team, cem.ledger);
    phone.ledger.close();
  });

  it('C5: a device that a stolen device added counts for nothing', async () => {
    const { ana, ben, cem } = team;
    const phone = team.addDevice(ben, 'phone');
    const goal = team.objective(ben).id;
    team.bring(ben, phone, ana, cem);
    team.bring(phone, ben);
    team.revoke(ben, phone.ledger);
    const hidden = team.addDevice(phone, 'hidden');
    const word = team.comment(hidden, goal, 'from nowhere');
    team.bring(hidden, cem);
    expect(statesOn(cem.ledger, word)).toEqual(['applied']);
    team.bring(ben, cem, ana);
    for (const { ledger } of [ana, cem]) expect(statesOn(ledger, word)).toEqual(['quarantined']);
    await expectSound(team, cem.ledger);
    hidden.ledger.close();
    phone.ledger.close();
  });

  it('C10: an entry under a key that its author knew was replaced after a removal does not count', () => {
    const { ana, ben, cem } = team;
    const goal = team.objective(cem).id;
    team.meetAll();
    const cause = team.remove(ana, ben);
    const old = ana.ledger.keyring.current(ana.ledger.space.team);
    if (old === undefined) throw new Error('Ana has no key.');
    const rotation = {
      kind: 'rotate',
      spaceId: ana.ledger.space.team,
      epochId: team.deps.random.bytes(32),
      supersedes: [old.id],
      cause,
      cut: cutOf(ana.ledger, { personId: ben.ledger.me.personId }),
    } as const;
    const unaware = team.comment(cem, goal, 'could not know');
    team.act(ana, rotation);
    const body = lastBody(cem.ledger, cem.ledger.space.team);
    team.bring(cem, ana);
    expect(statesOn(ana.ledger, unaware)).toEqual(['applied']);
    const knowing = forge(cem, cem.ledger.space.team, { ...body, membersHeads: ana.ledger.graph.heads() });
    expectOk(ana.ledger.take([knowing], 'test'));
    expect(verdictOf(ana.ledger, knowing)).toMatchObject({
      state: 'quarantined',
      reason: expect.stringContaining('key') as string,
    });
  });

  it('C11: what falls stays with its author as a draft, and goes when it counts again', () => {
    const { ana, ben, cem } = team;
    const goal = team.objective(ben).id;
    team.meetAll();
    const late = team.comment(ben, goal, 'do not lose this');
    team.setRole(ana, ben, 'guest');
    team.bring(ana, ben, cem);
    const drafts = (of: Member) =>
      of.ledger.db.prepare<unknown[], { key: string; value: string }>('SELECT key, value FROM local_drafts').all();
    expect(drafts(ben)).toHaveLength(1);
    expect(drafts(ben)[0]?.key).toContain(`set-aside/${late}/`);
    expect(drafts(ben)[0]?.value).toContain('do not lose this');
    expect(drafts(cem)).toEqual([]);
    team.bring(ben, ana);
    team.extend(ana, { personId: ben.ledger.me.personId });
    team.bring(ana, ben);
    expect(drafts(ben)).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { cutTeam, statesOn, textOf, type CutTeam } from './cut-team.ts';
import { forge, lastBody, ownEntries, stateOf, verdictOf, type Member } from './team.ts';
import { expectSound } from './replica.ts';

let team: CutTeam;
beforeEach(() => {
  team = cutTeam();
});
afterEach(() => team.close());

/** The last change of a machine, as somebody would write it who says that they know of the team what `teller` knows. */
const knowingly = (by: Member, teller: Member) => {
  const space = by.ledger.space.team;
  const end = ownEntries(by.ledger, space).at(-1);
  if (end === undefined) throw new Error('This machine wrote nothing.');
  const body = { ...lastBody(by.ledger, space), membersHeads: teller.ledger.graph.heads() };
  return forge(by, space, body, { after: { seq: end.header.seq - 1, hash: end.header.prevHash } });
};

describe('late work that others built on', () => {
  it('C7: late text counts when a remaining member who did not know built on it, and both texts stay', async () => {
    const { ana, ben, cem } = team;
    team.setRole(ana, cem, 'admin');
    const goal = team.objective(ben).id;
    team.meetAll();
    team.retitle(ben, goal, { description: 'A calm release, says Ben late' });
    team.bring(ben, cem);
    team.retitle(cem, goal, { title: 'Cem builds on it' });
    team.remove(ana, ben);
    team.bring(ben, ana);
    expect(statesOn(ana.ledger, goal).sort()).toEqual(['applied', 'quarantined']);
    team.bring(cem, ana, cem);
    expect(statesOn(ana.ledger, goal)).toEqual(['applied', 'applied', 'applied']);
    expect(textOf(ana.ledger, goal)).toBe('Cem builds on it');
    expect(stateOf(cem.ledger)).toBe(stateOf(ana.ledger));
    await expectSound(team, ana.ledger);
  });

  it('C7: somebody who knew of the removal cannot bring it in, and C8: what they built on it falls with it', async () => {
    const { ana, ben, cem } = team;
    team.setRole(ana, cem, 'admin');
    const goal = team.objective(ben).id;
    team.meetAll();
    team.retitle(ben, goal, { description: 'Late words' });
    team.bring(ben, cem);
    team.retitle(cem, goal, { title: 'Built on late words' });
    team.remove(ana, ben);
    const knowing = knowingly(cem, ana);
    team.bring(ben, ana);
    expectOk(ana.ledger.take([knowing], 'test'));
    expect(statesOn(ana.ledger, goal).sort()).toEqual(['applied', 'quarantined', 'quarantined']);
    expect(verdictOf(ana.ledger, knowing).reason).toMatch(/builds on work that was set aside/u);
    expect(textOf(ana.ledger, goal)).toBe('Ship it');
    await expectSound(team, ana.ledger);
  });

  it('C7: who removed somebody, with what they wrote, knew nothing of a demotion that cuts it off: what they go on to write on it stays', async () => {
    const { ana, ben, cem } = team;
    team.setRole(ana, ben, 'admin');
    team.setRole(ana, cem, 'admin');
    const goal = team.objective(ana).id;
    team.meetAll();
    team.retitle(ben, goal, { description: 'Seen by Ana, not by Cem' });
    team.bring(ben, ana);
    team.setRole(cem, ben, 'guest');
    team.remove(ana, ben);
    team.retitle(ana, goal, { title: 'Ana builds on it' });
    team.bring(ana, cem, ana);
    for (const { ledger } of [ana, cem]) {
      expect(statesOn(ledger, goal)).toEqual(['applied', 'applied', 'applied']);
      expect(textOf(ledger, goal)).toBe('Ana builds on it');
    }
    expect(stateOf(cem.ledger)).toBe(stateOf(ana.ledger));
    await expectSound(team, ana.ledger);
  });

  it('C7: who removed somebody, with what they wrote, knew nothing of a revocation of the machine either', async () => {
    const { ana, ben, cem } = team;
    team.setRole(ana, cem, 'admin');
    const phone = team.addDevice(ben, 'phone');
    const goal = team.objective(ben).id;
    team.bring(ben, phone, ana, cem);
    team.retitle(phone, goal, { description: 'Seen by Ana, not by Cem' });
    team.bring(phone, ana);
    team.revoke(cem, phone.ledger);
    team.remove(ana, ben);
    team.retitle(ana, goal, { title: 'Ana builds on it' });
    team.bring(ana, cem, ana);
    for (const { ledger } of [ana, cem]) expect(statesOn(ledger, goal)).toEqual(['applied', 'applied', 'applied']);
    await expectSound(team, cem.ledger);
    phone.ledger.close();
  });

  it('C7: who knew of a removal without what they wrote cannot bring it in, though they knew of no demotion', async () => {
    const { ana, ben, cem } = team;
    team.setRole(ana, ben, 'admin');
    team.setRole(ana, cem, 'admin');
    const goal = team.objective(ana).id;
    const tablet = team.addDevice(ana, 'tablet');
    team.meetAll();
    team.retitle(ben, goal, { description: 'Late words' });
    team.bring(ben, tablet);
    team.retitle(tablet, goal, { title: 'Built on late words' });
    team.setRole(cem, ben, 'guest');
    team.remove(ana, ben);
    const knowing = knowingly(tablet, ana);
    team.bring(ana, cem);
    team.bring(ben, cem);
    expectOk(cem.ledger.take([knowing], 'test'));
    expect(verdictOf(cem.ledger, knowing).reason).toMatch(/builds on work that was set aside/u);
    expect(statesOn(cem.ledger, goal).sort()).toEqual(['applied', 'quarantined', 'quarantined']);
    await expectSound(team, cem.ledger);
    tablet.ledger.close();
  });

  it('C7: an entry that names late work as answered brings it in, from another record', async () => {
    const { ana, ben, cem } = team;
    const goal = team.objective(ben).id;
    team.meetAll();
    const late = team.comment(ben, goal, 'answer me');
    const entry = ownEntries(ben.ledger, ben.ledger.space.team).at(-1);
    if (entry === undefined) throw new Error('Ben wrote nothing.');
    team.remove(ana, ben);
    team.bring(ben, ana);
    expect(statesOn(ana.ledger, late)).toEqual(['quarantined']);
    const written = team.comment(cem, goal, 'an answer');
    const body = lastBody(cem.ledger, cem.ledger.space.team);
    const end = ownEntries(cem.ledger, cem.ledger.space.team).at(-1);
    if (end === undefined) throw new Error('Cem wrote nothing.');
    const hash = ben.ledger.entries.at(entry.header.logId, entry.header.seq)?.hash ?? new Uint8Array(32);
    const answering = forge(
      cem,
      cem.ledger.space.team,
      { ...body, refs: [hash] },
      { after: { seq: end.header.seq - 1, hash: end.header.prevHash } },
    );
    expectOk(ana.ledger.take([answering], 'test'));
    expect(statesOn(ana.ledger, late)).toEqual(['applied']);
    expect(statesOn(ana.ledger, written)).toEqual(['applied']);
    await expectSound(team, ana.ledger);
  });
});

import { describe, expect, it } from 'vitest';
import type { SignedAct, WrittenAct } from '#engine/members/index.ts';
import { createTeam, noCut } from './team.ts';
import type { Actor, Team } from './team.ts';

const remove = (who: Actor): WrittenAct => ({ kind: 'remove', personId: who.person.id, cut: noCut });
const demote = (who: Actor): WrittenAct => ({ kind: 'set-role', personId: who.person.id, role: 'member', cut: noCut });
const overruledAt = (who: Actor, act: SignedAct): boolean =>
  who.replica.now().refusal(act.hash)?.code === 'act-overruled';

/** An owner and three admins who all know each other. */
const staffed = (seed: number): { team: Team; ana: Actor; b: Actor; c: Actor; d: Actor } => {
  const team = createTeam(seed);
  const ana = team.found();
  const [b, c, d] = [team.admit(ana, 'admin'), team.admit(ana, 'admin'), team.admit(ana, 'admin')];
  team.shareAll(ana, b, c, d);
  return { team, ana, b, c, d };
};

describe('removal', () => {
  it('M2: beats what the removed did without knowing of it, and keeps what the remover had seen', () => {
    const { team, ana, b, c } = staffed(1);
    const before = team.invite(b);
    ana.hears(before.act);
    ana.write(remove(b));
    const after = team.invite(b);
    team.shareAll(ana, c);
    for (const one of [ana, c]) {
      expect(one.sees(b)).toMatchObject({ state: 'removed' });
      expect(one.replica.now().refusal(before.act.hash)).toBeUndefined();
      expect(overruledAt(one, after.act)).toBe(true);
    }
  });

  it('M1: ends what the removed write once they know of it', () => {
    const { team, ana, b } = staffed(2);
    b.hears(ana.write(remove(b)));
    const late = team.invite(b);
    expect(b.replica.now().refusal(late.act.hash)).toMatchObject({ code: 'act-not-a-member' });
  });

  it('M5: takes everything along that rests on an overruled act', () => {
    const { team, ana, b } = staffed(3);
    ana.write(remove(b));
    const friend = team.admit(b, 'admin');
    const invited = team.invite(friend);
    team.shareAll(ana);
    expect(ana.sees(friend)).toBeUndefined();
    expect(ana.replica.now().refusal(invited.act.hash)).toMatchObject({ code: 'act-not-a-member' });
  });

  it('M3: of each other keeps the senior: first by role, then by who joined first', () => {
    const { team, ana, b, c } = staffed(4);
    const [byJunior, bySenior] = [c.write(remove(b)), b.write(remove(c))];
    team.shareAll(ana, b, c);
    for (const one of [ana, b, c]) {
      expect(one.sees(b)).toMatchObject({ state: 'member' });
      expect(one.sees(c)).toMatchObject({ state: 'removed' });
      expect(overruledAt(one, byJunior)).toBe(true);
      expect(one.replica.now().refusal(bySenior.hash)).toBeUndefined();
    }
  });

  it('M5: by somebody whose own authority falls does not count', () => {
    const { team, ana, b, c, d } = staffed(5);
    const made = team.admit(ana);
    team.shareAll(b, c);
    // b makes a new admin while the owner removes b: the new admin's removal of c rests on nothing.
    ana.write(remove(b));
    b.write({ kind: 'set-role', personId: made.person.id, role: 'admin', cut: noCut });
    made.hears(...team.acts.filter((act) => act.deviceId === b.device.id));
    const unfounded = made.write(remove(c));
    const honest = team.invite(c);
    team.shareAll(ana, c, d);
    for (const one of [ana, c, d]) {
      expect(one.sees(c)).toMatchObject({ state: 'member' });
      expect(one.replica.now().refusal(unfounded.hash)).toBeDefined();
      expect(one.replica.now().refusal(honest.act.hash)).toBeUndefined();
    }
  });

  it('M4: by several keeps the work that any of them had seen: the effective cut is the maximum', () => {
    const { team, ana, b, c } = staffed(6);
    const work = team.invite(b);
    c.hears(work.act);
    c.write(remove(b));
    ana.write(remove(b));
    team.shareAll(ana, c);
    for (const one of [ana, c]) expect(one.replica.now().refusal(work.act.hash)).toBeUndefined();
  });

  it('M3: by somebody whom a junior removed at the same moment undoes nothing', () => {
    const { team, ana, b, c, d } = staffed(13);
    const undone = b.write(remove(d));
    const work = team.invite(d);
    c.write(remove(b));
    team.shareAll(ana, c, d);
    for (const one of [ana, c, d]) {
      expect(overruledAt(one, undone)).toBe(true);
      expect(one.sees(b)).toMatchObject({ state: 'removed' });
      expect(one.sees(d)).toMatchObject({ state: 'member' });
      expect(one.replica.now().refusal(work.act.hash)).toBeUndefined();
    }
  });

  it('M3: stands where whoever would have undone it was removed at the same moment', () => {
    const { team, ana, b, c, d } = staffed(14);
    const guest = team.admit(ana, 'guest', [b, c, d]);
    b.write(remove(guest));
    const work = guest.write({ kind: 'person-key', generation: 1, box: team.random.bytes(32), sealed: [] });
    const undone = c.write(remove(b));
    d.write(remove(c));
    team.shareAll(ana, b, d);
    for (const one of [ana, b, d]) {
      expect(overruledAt(one, undone)).toBe(true);
      expect(one.sees(b)).toMatchObject({ state: 'member' });
      expect(one.sees(c)).toMatchObject({ state: 'removed' });
      expect(one.sees(guest)).toMatchObject({ state: 'removed' });
      expect(overruledAt(one, work)).toBe(true);
    }
  });

  it('M4: by somebody else takes from who leaves at the same moment what it had not seen: their own word keeps nothing', () => {
    const { team, ana, b, c } = staffed(15);
    const shutOut = b.write(remove(c));
    const leaving = b.write(remove(b));
    ana.write(remove(b));
    const work = team.invite(c);
    team.shareAll(ana, c);
    for (const one of [ana, c]) {
      for (const act of [shutOut, leaving]) expect(overruledAt(one, act)).toBe(true);
      expect(one.sees(b)).toMatchObject({ state: 'removed' });
      expect(one.sees(c)).toMatchObject({ state: 'member' });
      expect(one.replica.now().refusal(work.act.hash)).toBeUndefined();
    }
  });

  it.each(['person', 'device'])('M4, M10: of a %s once more keeps what was heard since, whoever looks', (what) => {
    const { team, ana, b, c } = staffed(16);
    const out: WrittenAct =
      what === 'person' ? remove(b) : { kind: 'device-revoke', deviceId: b.device.id, cut: noCut };
    ana.write(out);
    const late = team.invite(b);
    ana.hears(late.act);
    expect(overruledAt(ana, late.act)).toBe(true);
    ana.write(out);
    expect(ana.replica.now().refusal(late.act.hash)).toBeUndefined();
    // What somebody else wrote at the same time has ana put everything together anew.
    const aside = team.invite(c);
    team.shareAll(ana, c);
    for (const one of [ana, c]) {
      expect(one.replica.now().refusal(late.act.hash)).toBeUndefined();
      expect(one.replica.now().refusal(aside.act.hash)).toBeUndefined();
    }
  });

  it('of oneself is leaving, and anybody may', () => {
    const { team, ana } = staffed(7);
    const guest = team.admit(ana, 'guest');
    guest.write(remove(guest));
    team.shareAll(ana);
    expect(ana.sees(guest)).toMatchObject({ state: 'removed' });
  });
});

describe('demotion', () => {
  it('M2: beats what needed the lost role and was written without knowing, and nothing else', () => {
    const { team, ana, b, c } = staffed(8);
    ana.write(demote(b));
    const administered = team.invite(b);
    const own = b.write({ kind: 'person-key', generation: 1, box: team.random.bytes(32), sealed: [] });
    team.shareAll(ana, c);
    for (const one of [ana, c]) {
      expect(overruledAt(one, administered.act)).toBe(true);
      expect(one.replica.now().refusal(own.hash)).toBeUndefined();
      expect(one.sees(b)).toMatchObject({ role: 'member', state: 'member', generation: 1 });
    }
  });

  it('of each other keeps the senior', () => {
    const { team, ana, b, c } = staffed(9);
    c.write(demote(b));
    b.write(demote(c));
    team.shareAll(ana, b, c);
    for (const one of [ana, b, c]) {
      expect(one.sees(b)).toMatchObject({ role: 'admin' });
      expect(one.sees(c)).toMatchObject({ role: 'member' });
    }
  });
});

describe('a view at a frontier', () => {
  it('M10: stays what it was, whatever arrives later', () => {
    const { team, ana, b } = staffed(10);
    const then = b.replica.heads();
    const peopleThen = () => [...(b.replica.at(then)?.people.values() ?? [])];
    const before = structuredClone(peopleThen());
    ana.write(remove(b));
    team.shareAll(b);
    expect(peopleThen()).toEqual(before);
    expect(b.replica.at(then)?.person(b.id)).toMatchObject({ state: 'member' });
    expect(b.replica.now().person(b.id)).toMatchObject({ state: 'removed' });
  });

  it('is not given while part of the frontier is missing', () => {
    const { ana, b } = staffed(11);
    const unknown = ana.write(remove(b));
    expect(b.replica.at([unknown.hash])).toBeUndefined();
    expect(b.replica.missing([unknown.hash])).toEqual([unknown.hash]);
  });

  it('tells whether a frontier includes an earlier one', () => {
    const { ana, b, team } = staffed(12);
    const earlier = ana.replica.heads();
    const [mine, theirs] = [team.invite(ana).act, team.invite(b).act];
    ana.hears(theirs);
    expect(ana.replica.covers(ana.replica.heads(), earlier)).toBe(true);
    expect(ana.replica.covers([mine.hash], [theirs.hash])).toBe(false);
    expect(ana.replica.covers(earlier, [mine.hash])).toBe(false);
  });
});

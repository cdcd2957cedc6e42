import { describe, expect, it } from 'vitest';
import { signKeyPair } from '#engine/crypto/index.ts';
import { buildCreate, buildJoin } from '#engine/members/index.ts';
import { createTeam } from './team.ts';

describe('a team', () => {
  it('begins with its founder as owner', () => {
    const team = createTeam(1);
    const ana = team.found();
    expect(ana.sees(ana)).toMatchObject({ name: 'Founder', role: 'owner', state: 'member', managerId: null });
  });

  it('is not begun by anybody without its root key', () => {
    const team = createTeam(2);
    const eve = team.actor();
    const forged = eve.write(buildCreate(signKeyPair(new Uint8Array(32)), eve.person, eve.device, 'Eve'));
    expect(eve.replica.now().people.size).toBe(0);
    expect(eve.replica.now().refusal(forged.hash)).toMatchObject({ code: 'act-bad-proof' });
  });

  it('does not begin twice', () => {
    const team = createTeam(3);
    const ana = team.found();
    const again = team.actor();
    again.hears(...team.acts);
    const second = again.write(buildCreate(team.root, again.person, again.device, 'Again'));
    ana.hears(second);
    expect(ana.replica.now().people.size).toBe(1);
  });
});

describe('a newcomer', () => {
  it('is provisional until an admin accepts, with the role of the invitation', () => {
    const team = createTeam(4);
    const ana = team.found();
    const invited = team.invite(ana, 'admin');
    const { who: bilal, join } = team.join(invited, [...team.acts]);
    ana.hears(join);
    expect(ana.sees(bilal)).toMatchObject({ state: 'provisional', role: 'admin' });
    expect(ana.replica.now().pending).toMatchObject([{ personId: bilal.id, join: join.hash }]);
    ana.write({ kind: 'accept', join: join.hash });
    expect(ana.sees(bilal)).toMatchObject({ state: 'member', role: 'admin' });
    const [invitation] = ana.replica.now().invitations;
    expect(invitation).toMatchObject({ state: 'used', usedById: bilal.id, createdById: ana.id });
    expect(ana.replica.now().pending).toEqual([]);
  });

  it('M9: may neither invite nor administer while provisional, whatever the invitation promised', () => {
    const team = createTeam(5);
    const ana = team.found();
    const { who: bilal } = team.join(team.invite(ana, 'admin'), [...team.acts]);
    const invited = team.invite(bilal);
    const promoted = bilal.write({ kind: 'set-role', personId: bilal.person.id, role: 'member', cut: [] });
    for (const act of [invited.act, promoted])
      expect(bilal.replica.now().refusal(act.hash)).toMatchObject({ code: 'act-not-allowed' });
  });

  it('does not get in with an unknown, used or revoked invitation', () => {
    const team = createTeam(6);
    const ana = team.found();
    const unknown = team.join(
      { keys: signKeyPair(new Uint8Array(32)), act: ana.write({ kind: 'offer', sealed: [] }) },
      [...team.acts],
    );
    expect(unknown.who.replica.now().refusal(unknown.join.hash)).toMatchObject({ code: 'invitation-invalid' });

    const used = team.invite(ana);
    const first = team.join(used, [...team.acts]);
    team.shareAll(ana);
    ana.write({ kind: 'accept', join: first.join.hash });
    const late = team.join(used, [...team.acts]);
    expect(late.who.replica.now().refusal(late.join.hash)).toMatchObject({ code: 'invitation-used' });

    const revoked = team.invite(ana);
    ana.write({ kind: 'revoke-invite', invite: revoked.keys.publicKey });
    const shut = team.join(revoked, [...team.acts]);
    expect(shut.who.replica.now().refusal(shut.join.hash)).toMatchObject({ code: 'invitation-revoked' });
  });

  it('cannot use somebody else`s join as their own', () => {
    const team = createTeam(7);
    const ana = team.found();
    const invited = team.invite(ana);
    const [eve, victim] = [team.actor(), team.actor()];
    eve.hears(...team.acts);
    const stolen = eve.write(buildJoin(team.root.publicKey, invited.keys, victim.person, victim.device, 'Victim'));
    expect(eve.replica.now().refusal(stolen.hash)).toMatchObject({ code: 'act-bad-proof' });
    const otherTeam = eve.write(buildJoin(new Uint8Array(32), invited.keys, eve.person, eve.device, 'Eve'));
    expect(eve.replica.now().refusal(otherTeam.hash)).toBeDefined();
  });
});

describe('one invitation', () => {
  it('M6: used by two people at once admits one: of concurrent accepts the lowest hash stays', () => {
    const team = createTeam(8);
    const ana = team.found();
    const carla = team.admit(ana, 'admin');
    const invited = team.invite(ana);
    carla.hears(invited.act);
    const known = [...team.acts];
    const [x, y] = [team.join(invited, known), team.join(invited, known)];
    ana.hears(x.join);
    carla.hears(y.join);
    const [acceptX, acceptY] = [
      ana.write({ kind: 'accept', join: x.join.hash }),
      carla.write({ kind: 'accept', join: y.join.hash }),
    ];
    team.shareAll(ana, carla);
    const xStays = Buffer.compare(acceptX.hash, acceptY.hash) < 0;
    for (const one of [ana, carla]) {
      expect(one.sees(x.who)?.state === 'member').toBe(xStays);
      expect(one.sees(y.who)?.state === 'member').toBe(!xStays);
    }
  });

  it('M2: revoked while somebody joins and a second admin accepts: the revocation wins', () => {
    const team = createTeam(9);
    const ana = team.found();
    const carla = team.admit(ana, 'admin');
    const invited = team.invite(ana);
    const { who: bilal, join } = team.join(invited, [...team.acts]);
    carla.hears(invited.act, join);
    const accept = carla.write({ kind: 'accept', join: join.hash });
    ana.write({ kind: 'revoke-invite', invite: invited.keys.publicKey });
    team.shareAll(ana, carla);
    expect(ana.sees(bilal)?.state).not.toBe('member');
    expect(ana.replica.now().refusal(accept.hash)).toMatchObject({ code: 'act-overruled' });
    expect(carla.sees(bilal)).toEqual(ana.sees(bilal));
  });

  it('revoked after the join was accepted changes nothing', () => {
    const team = createTeam(10);
    const ana = team.found();
    const invited = team.invite(ana);
    const { who: bilal, join } = team.join(invited, [...team.acts]);
    ana.hears(join);
    ana.write({ kind: 'accept', join: join.hash });
    ana.write({ kind: 'revoke-invite', invite: invited.keys.publicKey });
    expect(ana.sees(bilal)).toMatchObject({ state: 'member' });
    expect(ana.replica.now().invitations[0]).toMatchObject({ state: 'used' });
  });
});

import { describe, expect, it } from 'vitest';
import { cosign } from '#engine/members/index.ts';
import type { WrittenAct } from '#engine/members/index.ts';
import { createTeam, noCut } from './team.ts';
import type { Actor } from './team.ts';

const setRole = (who: Actor, role: 'owner' | 'admin' | 'member' | 'guest'): WrittenAct => ({
  kind: 'set-role',
  personId: who.person.id,
  role,
  cut: noCut,
});
const remove = (who: Actor): WrittenAct => ({ kind: 'remove', personId: who.person.id, cut: noCut });
const manage = (who: Actor, manager: Actor | null): WrittenAct => ({
  kind: 'set-manager',
  personId: who.person.id,
  managerId: manager?.person.id ?? null,
});

describe('roles', () => {
  it('are given by admins, up to their own, and owners are made by owners', () => {
    const team = createTeam(1);
    const ana = team.found();
    const [carla, bilal] = [team.admit(ana, 'admin'), team.admit(ana)];
    team.shareAll(carla);
    carla.write(setRole(bilal, 'admin'));
    expect(carla.sees(bilal)).toMatchObject({ role: 'admin' });
    const refused = [
      carla.write(setRole(bilal, 'owner')),
      carla.write(setRole(ana, 'member')),
      carla.write(remove(ana)),
    ];
    for (const act of refused) expect(carla.replica.now().refusal(act.hash)).toMatchObject({ code: 'act-not-allowed' });
    team.shareAll(ana);
    ana.write(setRole(bilal, 'owner'));
    expect(ana.sees(bilal)).toMatchObject({ role: 'owner' });
  });

  it.each(['member', 'guest'] as const)('of a %s administer nothing', (role) => {
    const team = createTeam(2);
    const ana = team.found();
    const [bilal, dora] = [team.admit(ana, role), team.admit(ana)];
    team.shareAll(bilal);
    const tries: readonly WrittenAct[] = [setRole(bilal, 'admin'), manage(dora, bilal), remove(dora)];
    for (const act of [...tries.map((one) => bilal.write(one)), team.invite(bilal).act])
      expect(bilal.replica.now().refusal(act.hash)).toMatchObject({ code: 'act-not-allowed' });
  });

  it('M9: never leave a team without an owner', () => {
    const team = createTeam(3);
    const ana = team.found();
    for (const act of [ana.write(setRole(ana, 'member')), ana.write(remove(ana))])
      expect(ana.replica.now().refusal(act.hash)).toMatchObject({ code: 'act-not-allowed' });
    const bilal = team.admit(ana);
    ana.write(setRole(bilal, 'owner'));
    ana.write(setRole(ana, 'member'));
    expect(ana.sees(ana)).toMatchObject({ role: 'member' });
  });

  it('M7: set differently at once end at the weaker', () => {
    const team = createTeam(4);
    const ana = team.found();
    const carla = team.admit(ana, 'admin');
    const bilal = team.admit(ana, 'member', [carla]);
    ana.write(setRole(bilal, 'guest'));
    carla.write(setRole(bilal, 'admin'));
    team.shareAll(ana, carla);
    for (const one of [ana, carla]) expect(one.sees(bilal)).toMatchObject({ role: 'guest' });
    ana.write(setRole(bilal, 'member'));
    expect(ana.sees(bilal)).toMatchObject({ role: 'member' });
  });
});

describe('managers', () => {
  it('are set and cleared by admins', () => {
    const team = createTeam(5);
    const ana = team.found();
    const bilal = team.admit(ana);
    ana.write(manage(bilal, ana));
    expect(ana.sees(bilal)).toMatchObject({ managerId: ana.id });
    ana.write(manage(bilal, null));
    expect(ana.sees(bilal)).toMatchObject({ managerId: null });
  });

  it('M7: never form a circle, also when set at once', () => {
    const team = createTeam(6);
    const ana = team.found();
    const carla = team.admit(ana, 'admin');
    const self = ana.write(manage(ana, ana));
    expect(ana.replica.now().refusal(self.hash)).toMatchObject({ code: 'act-not-allowed' });
    ana.write(manage(carla, ana));
    carla.write(manage(ana, carla));
    team.shareAll(ana, carla);
    const links = [ana.sees(ana)?.managerId, ana.sees(carla)?.managerId];
    expect(links.filter((link) => link === null)).toHaveLength(1);
    expect([carla.sees(ana)?.managerId, carla.sees(carla)?.managerId]).toEqual(links);
  });

  it('who leave are nobody`s manager any more', () => {
    const team = createTeam(7);
    const ana = team.found();
    const [bilal, dora] = [team.admit(ana), team.admit(ana)];
    ana.write(manage(dora, bilal));
    ana.write(remove(bilal));
    expect(ana.sees(dora)).toMatchObject({ managerId: null });
  });
});

describe('devices', () => {
  it('of one person all count as that person, until revoked', () => {
    const team = createTeam(8);
    const ana = team.found();
    const laptop = team.addDevice(ana);
    const bilal = team.admit(laptop);
    expect(laptop.sees(bilal)).toMatchObject({ state: 'member' });
    expect(laptop.sees(ana)?.devices).toHaveLength(2);
    team.shareAll(ana);
    ana.write({ kind: 'device-revoke', deviceId: laptop.device.id, cut: noCut });
    const invited = team.invite(laptop);
    team.shareAll(ana);
    expect(ana.replica.now().refusal(invited.act.hash)).toMatchObject({ code: 'act-overruled' });
    expect(ana.sees(bilal)).toMatchObject({ state: 'member' });
  });

  it('of others are revoked by admins only, and a stolen key adds none', () => {
    const team = createTeam(9);
    const ana = team.found();
    const bilal = team.admit(ana);
    const tried = bilal.write({ kind: 'device-revoke', deviceId: ana.device.id, cut: noCut });
    expect(bilal.replica.now().refusal(tried.hash)).toMatchObject({ code: 'act-not-allowed' });
    const other = team.actor();
    const { sign, box, transport } = other.device;
    const device = { sign: sign.publicKey, box: box.publicKey, transport: transport.publicKey };
    const forged = bilal.write({
      kind: 'device-add',
      device,
      label: 'not mine',
      deviceSignature: new Uint8Array(64),
      sealed: [],
    });
    expect(bilal.replica.now().refusal(forged.hash)).toMatchObject({ code: 'act-bad-proof' });
  });

  it('bring new generations of the person`s key', () => {
    const team = createTeam(10);
    const ana = team.found();
    const box = team.random.bytes(32);
    ana.write({ kind: 'person-key', generation: 1, box, sealed: [] });
    expect(ana.sees(ana)).toMatchObject({ generation: 1, box });
    expect(ana.sees(ana)?.founding.box).not.toEqual(box);
  });
});

describe('a lost owner', () => {
  it('is replaced by more than half of the admins, and by no fewer', () => {
    const team = createTeam(11);
    const ana = team.found();
    const [b, c, d] = [team.admit(ana, 'admin'), team.admit(ana, 'admin'), team.admit(ana, 'admin')];
    team.shareAll(b, c, d);
    const since = team.acts[0]?.hash ?? new Uint8Array(32);
    const terms = { personId: b.person.id, replacedId: ana.person.id, since };
    const sign = (who: Actor) => cosign(team.root.publicKey, who.device, terms);
    const alone = b.write({ kind: 'succeed', ...terms, cut: noCut, cosigns: [sign(b), sign(b)] });
    expect(b.replica.now().refusal(alone.hash)).toMatchObject({ code: 'act-not-allowed' });
    const forged = { ...sign(c), signature: sign(b).signature };
    const faked = b.write({ kind: 'succeed', ...terms, cut: noCut, cosigns: [sign(b), forged] });
    expect(b.replica.now().refusal(faked.hash)).toMatchObject({ code: 'act-bad-proof' });
    b.write({ kind: 'succeed', ...terms, cut: noCut, cosigns: [sign(b), sign(c)] });
    expect(b.sees(b)).toMatchObject({ role: 'owner' });
    expect(b.sees(ana)).toMatchObject({ role: 'member' });
  });
});

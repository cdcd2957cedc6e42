import { afterEach, describe, expect, it } from 'vitest';
import { expectOk, fromText, toText } from '#shared/std/index.ts';
import {
  createInvitation,
  inviteObjectId,
  joinAct,
  newcomerGrants,
  openPackage,
  parseLink,
} from '#engine/invitation/index.ts';
import { deviceKeys, sealOffer } from '#engine/keys/index.ts';
import { cutOf, type Ledger } from '#engine/ledger/index.ts';
import { openMember } from '#engine/sample/team.ts';
import { teamKeys } from '#engine/stewardship/index.ts';
import { actAs, deliver, emptyStore, idOf, threeMembers, type Member, type Team } from '../ledger/team.ts';
import { house } from './steward.ts';

let team: Team | undefined;
afterEach(() => {
  team?.close();
  team = undefined;
});

const remove = (by: Member, who: Member): Uint8Array =>
  actAs(by, { kind: 'remove', personId: idOf(who), cut: cutOf(by.ledger, { personId: who.ledger.me.personId }) });
const leave = (who: Member): Uint8Array => actAs(who, { kind: 'remove', personId: idOf(who), cut: [] });
const rotations = ({ ledger }: Member): number => ledger.graph.keys.rotations().length;
const writing = (ledger: Ledger): string => toText(ledger.epochs.writing(ledger.space.team)?.id ?? new Uint8Array());

const inviteBy = ({ ledger, secrets }: Member, of: Team) => {
  const created = createInvitation({
    teamRoot: ledger.teamRoot,
    teamName: '',
    relayUrls: [],
    lanKey: secrets().lanKey,
    role: 'member',
    expiresAt: of.deps.clock.now() + 86_400_000,
    note: '',
    approval: false,
    inviterId: ledger.person.id,
    device: ledger.device,
    grants: secrets().grants,
    keys: teamKeys(ledger),
    random: of.deps.random,
  });
  expectOk(ledger.transact('local', () => ledger.writeAct(created.act)));
  return { ...created, keys: teamKeys(ledger) };
};

describe('a device by itself', () => {
  it('changes the keys when somebody left, once, and those who hear of it in time do not do it again', () => {
    const of = (team = threeMembers(21));
    const { ana, ben, cem } = of;
    const houses = [house(ana), house(ben)];
    leave(cem);
    of.meetAll();
    for (let step = 0; step < 40; step += 1) {
      for (const one of houses) one.live(100);
      of.meetAll();
    }
    expect(rotations(ana)).toBe(2);
    expect(ana.ledger.rotationsDue()).toEqual([]);
    expect(writing(ben.ledger)).toBe(writing(ana.ledger));
    expect(houses.flatMap(({ warned }) => warned)).toEqual([]);
    for (const one of houses) one.steward.stop();
  });

  it('changes the keys of a group that the remover is not in, when its readers hear of the removal', () => {
    const of = (team = threeMembers(22));
    const { ana, ben, cem } = of;
    const group = of.deps.random.bytes(32);
    const key = { spaceId: group, key: of.deps.random.bytes(32), supersedes: [] };
    expectOk(
      ben.ledger.transact('local', () => {
        ben.ledger.learn([key]);
        const { person } = ben.ledger.graph.now();
        const sealed = [ben, cem].map((one) =>
          sealOffer(key, person(one.ledger.me.personId)?.box ?? new Uint8Array(32), of.deps.random),
        );
        const readers = [ben, cem].map((one) => one.ledger.me.personId).sort();
        for (const { ledger } of [ben, cem])
          ledger.spaces.put({ id: toText(group), kind: 'group', readers: [...readers, 'x'], purpose: '' });
        return ben.ledger.writeAct({ kind: 'offer', sealed });
      }),
    );
    of.meetAll();
    const mine = house(ben);
    remove(ana, cem);
    expectOk(ana.ledger.transact('local', () => ana.ledger.rotate(ana.ledger.rotationsDue())));
    of.meetAll();
    mine.live(60_000);
    expect(ben.ledger.rotationsDue()).toEqual([]);
    mine.steward.stop();
  });

  it('seals the package of an open invitation anew, and the holder of its link can read what came later', () => {
    const of = (team = threeMembers(23));
    const { ana, cem } = of;
    const mine = house(ana);
    const invited = inviteBy(ana, of);
    mine.objects.put({ ...invited.object, version: invited.keys.length }, 0);
    remove(ana, cem);
    of.objective(ana, 'Later');
    mine.live(5_000);
    const held = mine.objects.get(inviteObjectId(fromText(invited.id) ?? new Uint8Array()));
    expect(held?.version).toBe(4);
    const link = expectOk(parseLink(invited.link));
    const opened = expectOk(openPackage(link, held?.bytes ?? new Uint8Array(), of.deps.clock.now()));
    expect(opened.keys.map(({ key }) => toText(key))).toContain(
      toText(ana.ledger.epochs.writing(ana.ledger.space.team)?.key ?? new Uint8Array()),
    );
    mine.steward.stop();
  });

  it('asks for keys that its package lacked and is answered, so a newcomer with an old link reads everything (K6)', () => {
    const of = (team = threeMembers(24));
    const { ana, ben, cem } = of;
    const invited = inviteBy(ana, of);
    of.meetAll();
    remove(ana, cem);
    of.objective(ana, 'After the link was made');
    of.meetAll();
    const link = expectOk(parseLink(invited.link));
    const deviceSecret = of.deps.random.bytes(32);
    const dan = openMember(
      'dan',
      emptyStore(),
      {
        ...ana.secrets(),
        deviceSecret,
        personSecret: of.deps.random.bytes(32),
        generations: [],
        logs: [],
        keys: invited.keys,
        grants: newcomerGrants(link, deviceKeys(deviceSecret)),
      },
      of.deps,
    );
    dan.ledger.firstSpaces();
    deliver(ana.ledger, dan.ledger);
    actAs(dan, joinAct(link, dan.ledger.person, dan.ledger.device, 'Dan'));
    const houses = [house(ana), house(ben), house(dan)];
    const goals = () => dan.ledger.db.prepare('SELECT count(*) AS n FROM objectives').get();
    expect(goals()).toEqual({ n: 0 });
    for (let step = 0; step < 60; step += 1) {
      for (const one of houses) one.live(200);
      for (const from of [ana, ben, dan])
        for (const to of [ana, ben, dan]) if (from !== to) deliver(from.ledger, to.ledger);
    }
    expect(ana.ledger.graph.now().person(dan.ledger.me.personId)?.name).toBe('Dan');
    expect(goals()).toEqual({ n: 1 });
    const asks = dan.ledger.graph.keys.asks().length;
    for (let step = 0; step < 20; step += 1) for (const one of houses) one.live(1_000);
    expect(dan.ledger.graph.keys.asks().length).toBe(asks);
    for (const one of houses) one.steward.stop();
    dan.ledger.close();
    dan.ledger.db.close();
  });

  it('answers nobody who is not a reader, and nobody who is out', () => {
    const of = (team = threeMembers(25));
    const { ana, ben, cem } = of;
    const pair = ana.ledger.spaces
      .all()
      .find(({ kind, readers }) => kind === 'pair' && readers?.includes(ben.ledger.me.personId) === true);
    const [epoch] = ana.ledger.keyring.epochs(fromText(pair?.id ?? '') ?? new Uint8Array());
    actAs(cem, { kind: 'ask', epochs: [epoch?.id ?? new Uint8Array(32)] });
    of.meetAll();
    const offers = ana.ledger.graph.keys.offers().length;
    const houses = [house(ana), house(ben)];
    for (const one of houses) one.live(120_000);
    expect(ana.ledger.graph.keys.offers().length).toBe(offers);
    for (const one of houses) one.steward.stop();
  });

  it('tells relays who is out, after the removal had a moment to arrive', () => {
    const of = (team = threeMembers(26));
    const { ana, cem } = of;
    const mine = house(ana);
    remove(ana, cem);
    expect(mine.revoked).toEqual([]);
    mine.live(2_000);
    expect(mine.revoked.map(toText)).toEqual([cem.ledger.me.deviceId]);
    mine.live(60_000);
    expect(mine.revoked).toHaveLength(1);
    mine.steward.stop();
  });

  it('grants access anew to those who came in through an admin who is out', () => {
    const of = (team = threeMembers(27));
    const { ana, ben, cem } = of;
    actAs(ana, { kind: 'set-role', personId: idOf(ben), role: 'admin', cut: [] });
    of.meetAll();
    const mine = house(ana);
    remove(ana, ben);
    mine.live(60_000);
    const granted = ana.ledger.graph.now().grants.length;
    expect(granted).toBeGreaterThan(1);
    mine.live(60_000);
    expect(ana.ledger.graph.now().grants.length).toBe(granted);
    expect(cem.ledger.isOut()).toBe(false);
    mine.steward.stop();
  });

  it('does nothing for the team once it is out itself', () => {
    const of = (team = threeMembers(28));
    const { ana, cem } = of;
    const theirs = house(cem);
    remove(ana, cem);
    of.meetAll();
    theirs.live(120_000);
    expect(rotations(cem)).toBe(0);
    expect(theirs.warned).toEqual([]);
    theirs.steward.stop();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { CommandParams } from '#shared/protocol/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';
import { sealOffer } from '#engine/keys/index.ts';
import { cutOf, type Ledger } from '#engine/ledger/index.ts';
import { actAs, idOf, say, threeMembers, type Member, type Team } from '../ledger/team.ts';
import { readableAfter } from './after-removal.ts';

let team: Team | undefined;
afterEach(() => {
  team?.close();
  team = undefined;
});

const remove = (by: Member, who: Member): Uint8Array =>
  actAs(by, { kind: 'remove', personId: idOf(who), cut: cutOf(by.ledger, { personId: who.ledger.me.personId }) });

const feedback = (
  by: Member,
  about: Member,
  of: Team,
  visibility: CommandParams<'feedback.give'>['visibility'] = 'recipient',
) => say(by, 'feedback.give', { aboutId: about.ledger.me.personId, visibility, text: 'A word' }, of.deps);

const rotations = ({ ledger }: Member): number => ledger.graph.keys.rotations().length;
const lastState = ({ ledger }: Member): unknown[] =>
  ledger.db.prepare('SELECT state, count(*) AS n FROM entries GROUP BY state ORDER BY state').all();
const epochsOf = (ledger: Ledger): string[] =>
  ledger.keyring
    .epochs(ledger.space.team)
    .map((one) => toText(one.id))
    .sort();

describe('after a removal', () => {
  it('the first to write changes the keys, and nothing written with the removal known opens for the removed (K3)', () => {
    const of = (team = threeMembers(11));
    const { ana, ben, cem } = of;
    const early = actAs(ana, { kind: 'ask', epochs: [] });
    of.objective(ana, 'Before the removal');
    // The search itself finds what was readable.
    expect(readableAfter(cem.ledger, early, [ana.ledger])).not.toEqual([]);
    const removal = remove(ana, cem);
    of.objective(ana, 'After the removal');
    of.meetAll();
    of.objective(ben, 'Also after');
    of.meetAll();
    expect(readableAfter(cem.ledger, removal, [ana.ledger, ben.ledger])).toEqual([]);
    expect(rotations(ana)).toBe(2);
    expect(rotations(ben)).toBe(2);
    expect(epochsOf(ben.ledger)).toEqual(epochsOf(ana.ledger));
    expect(lastState(ben)).toEqual([expect.objectContaining({ state: 'applied' })]);
  });

  it('who could not know of it goes on with the old key, and what they wrote counts', () => {
    const of = (team = threeMembers(12));
    const { ana, ben, cem } = of;
    const removal = remove(ana, cem);
    of.objective(ben, 'Not knowing');
    of.objective(ana, 'Knowing');
    of.meetAll();
    expect(readableAfter(cem.ledger, removal, [ana.ledger, ben.ledger])).toEqual([]);
    for (const { ledger } of [ana, ben])
      expect(ledger.db.prepare('SELECT count(*) AS n FROM objectives').get()).toEqual({ n: 2 });
  });

  it('two who change the keys at once agree on one of them', () => {
    const of = (team = threeMembers(13));
    const { ana, ben, cem } = of;
    const removal = remove(ana, cem);
    of.meetAll();
    of.objective(ana, 'Here');
    of.objective(ben, 'There');
    of.meetAll();
    const before = rotations(ana);
    of.objective(ana, 'Here again');
    of.objective(ben, 'There again');
    of.meetAll();
    expect(rotations(ana)).toBe(before);
    const current = [ana, ben].map(({ ledger }) => ledger.epochs.writing(ledger.space.team)?.id);
    expect(current[0]).toBeDefined();
    expect(current[1]).toEqual(current[0]);
    expect(readableAfter(cem.ledger, removal, [ana.ledger, ben.ledger])).toEqual([]);
  });

  it('K4: a group that the removed could read gets a new key, and its id stays with its readers', () => {
    const of = (team = threeMembers(14));
    const { ana, ben, cem } = of;
    actAs(ana, { kind: 'set-manager', personId: idOf(ben), managerId: idOf(cem) });
    of.meetAll();
    feedback(ana, ben, of, 'recipient-and-manager');
    of.meetAll();
    const group = ana.ledger.spaces.all().find((one) => one.kind === 'group')?.id ?? '';
    const removal = remove(ana, cem);
    of.meetAll();
    const spaceId = ana.ledger.rotationsDue().find((id) => toText(id) === group);
    expect(spaceId).toBeDefined();
    expectOk(ana.ledger.transact('local', () => ana.ledger.rotate(ana.ledger.rotationsDue())));
    of.meetAll();
    expect(ben.ledger.epochs.writing(spaceId ?? new Uint8Array())?.id).toEqual(
      ana.ledger.epochs.writing(spaceId ?? new Uint8Array())?.id,
    );
    expect(ana.ledger.graph.keys.rotations().map(({ act }) => toText(act.spaceId))).not.toContain(group);
    expect(readableAfter(cem.ledger, removal, [ana.ledger, ben.ledger])).toEqual([]);
  });

  it('nothing new is written to a pair with the removed, and the writer is told why', () => {
    const of = (team = threeMembers(15));
    const { ana, cem } = of;
    feedback(ana, cem, of);
    remove(ana, cem);
    expect(() => feedback(ana, cem, of)).toThrow(/Nobody else who could read this|not in the team|left/);
  });

  it('the removed writes nothing more once they know', () => {
    const of = (team = threeMembers(16));
    const { ana, cem } = of;
    remove(ana, cem);
    of.meetAll();
    expect(() => of.objective(cem, 'Still here')).toThrow(/not in this team any more|left the team/);
    expect(() => actAs(cem, { kind: 'offer', sealed: [] })).toThrow(/not in this team any more/);
  });

  it('keys that the removed offers afterwards are used by nobody (K2)', () => {
    const of = (team = threeMembers(17));
    const { ana, ben, cem } = of;
    // Cem does not know yet and rotates: honest then, undone by the removal.
    const removal = remove(ana, cem);
    expectOk(cem.ledger.transact('local', () => cem.ledger.rotate([cem.ledger.space.team], { always: true })));
    of.meetAll();
    of.objective(ana, 'One');
    of.objective(ben, 'Two');
    of.meetAll();
    of.objective(ben, 'Three');
    expect(readableAfter(cem.ledger, removal, [ana.ledger, ben.ledger])).toEqual([]);
  });

  it('K1: a key for the team that was offered and never announced is kept by nobody', () => {
    const of = (team = threeMembers(19));
    const { ana, cem } = of;
    const { random } = of.deps;
    const box = ana.ledger.person.box.publicKey;
    const sealed = [ana.ledger.space.team, ana.ledger.space.members].map((spaceId) =>
      sealOffer({ spaceId, key: random.bytes(32), supersedes: [] }, box, random),
    );
    const group = random.bytes(32);
    sealed.push(sealOffer({ spaceId: group, key: random.bytes(32), supersedes: [] }, box, random));
    const before = epochsOf(ana.ledger);
    actAs(cem, { kind: 'offer', sealed });
    of.meetAll();
    expect(epochsOf(ana.ledger)).toEqual(before);
    expect(ana.ledger.keyring.epochs(ana.ledger.space.members)).toHaveLength(1);
    // The first key of a space that Ana had none of is kept.
    expect(ana.ledger.keyring.epochs(group)).toHaveLength(1);
    actAs(cem, {
      kind: 'offer',
      sealed: [sealOffer({ spaceId: group, key: random.bytes(32), supersedes: [] }, box, random)],
    });
    of.meetAll();
    expect(ana.ledger.keyring.epochs(group)).toHaveLength(1);
  });

  it('a newcomer whose invitation was made before can change the keys too', () => {
    const of = (team = threeMembers(18));
    const { ana, ben, cem } = of;
    actAs(cem, { kind: 'remove', personId: idOf(cem), cut: [] });
    of.meetAll();
    of.objective(ben, 'After they left');
    of.meetAll();
    expect(lastState(ana)).toEqual([expect.objectContaining({ state: 'applied' })]);
    expect(ana.ledger.rotationsDue()).toEqual([]);
  });
});

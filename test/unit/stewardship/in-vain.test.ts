import { afterEach, describe, expect, it } from 'vitest';
import { epochOf } from '#engine/entry/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';
import { deliver, threeMembers, type Member, type Team } from '../ledger/team.ts';
import { house } from './steward.ts';

const dayMs = 24 * 3_600_000;
const start = Date.UTC(2026, 4, 11, 9);

let team: Team | undefined;
afterEach(() => {
  team?.close();
  team = undefined;
});

/** A new key of `members` that nobody else gets, as when whoever made it took the others for removed. */
const rotateForOneself = ({ ledger }: Member, { deps }: Team): void => {
  const { members } = ledger.space;
  const key = deps.random.bytes(32);
  const supersedes = ledger.keyring.epochs(members).map(({ id }) => id);
  const { id: epochId } = epochOf(members, key);
  expectOk(
    ledger.transact('local', () => {
      const done = ledger.writeAct({ kind: 'rotate', spaceId: members, epochId, supersedes, cause: null, cut: [] });
      ledger.learn([{ spaceId: members, key, supersedes }]);
      return done;
    }),
  );
};

const stuck = ({ ledger }: Member): number =>
  ledger.db.prepare("SELECT 1 FROM entries WHERE state IN ('locked', 'waiting')").all().length;

const offersOf = ({ ledger }: Member): number => ledger.graph.keys.offers().length;

describe('two people who each lack the other’s key of the members', () => {
  it.each([
    { who: 'who never read a question of the other', older: false },
    { who: 'who read older questions of the other, for a third key', older: true },
  ])('$who: whoever asked in vain offers what they hold, once a question (K9)', ({ older }) => {
    const of = (team = threeMembers(21));
    const { ana, ben, cem } = of;
    const houses = [ben, cem].map((one) => house(one, { clock: of.deps.clock }));
    const meet = (): void => {
      deliver(ben.ledger, cem.ledger);
      deliver(cem.ledger, ben.ledger);
      deliver(ben.ledger, cem.ledger);
    };
    const oneDay = (day: number): void => {
      of.setTime(start + day * dayMs);
      for (let round = 0; round < 3; round += 1) {
        for (const { live } of houses) live(120_000);
        meet();
      }
    };
    const asked = (): readonly number[] =>
      [ben, cem].map(
        ({ ledger }) =>
          ledger.graph.keys.asks().filter(({ deviceId }) => toText(deviceId) === ledger.me.deviceId).length,
      );
    if (older) {
      // Ana’s machine is lost with a key that it alone had.
      rotateForOneself(ana, of);
      deliver(ana.ledger, ben.ledger);
      deliver(ana.ledger, cem.ledger);
      oneDay(-3);
      oneDay(-1.8);
    }
    const askedBefore = asked();
    rotateForOneself(ben, of);
    rotateForOneself(cem, of);
    of.objective(ben, 'Of Ben');
    of.objective(cem, 'Of Cem');
    meet();
    oneDay(0);
    // Each has asked, in an act that the other cannot read.
    expect(asked()).toEqual(askedBefore.map((count) => count + 1));
    expect(stuck(ben)).toBeGreaterThan(0);
    expect(stuck(cem)).toBeGreaterThan(0);
    oneDay(1.1);
    expect([ben, cem].map(stuck)).toEqual([0, 0]);
    expect(ben.ledger.graph.heads()).toEqual(cem.ledger.graph.heads());
    for (const one of [ben, cem])
      expect(one.ledger.db.prepare('SELECT title FROM objectives ORDER BY title').all()).toEqual([
        { title: 'Of Ben' },
        { title: 'Of Cem' },
      ]);
    // Heard, nobody offers anything again.
    const before = offersOf(ben);
    oneDay(2.2);
    expect(offersOf(ben)).toBe(before);
    for (const { steward } of houses) steward.stop();
  });

  it('who shows that they read the question is offered nothing, and nobody is offered anything for ever', () => {
    const of = (team = threeMembers(22));
    const { ana, ben, cem } = of;
    expectOk(ana.ledger.transact('local', () => ana.ledger.rotate([ana.ledger.space.members], { always: true })));
    of.meetAll();
    // Ben’s machine is lost with a key that it alone had.
    rotateForOneself(ben, of);
    deliver(ben.ledger, ana.ledger);
    deliver(ben.ledger, cem.ledger);
    const houses = [ana, cem].map((one) => house(one, { clock: of.deps.clock }));
    const before = offersOf(ana);
    for (let day = 0; day < 8; day += 1) {
      of.setTime(start + day * 1.1 * dayMs);
      for (const { live } of houses) {
        live(120_000);
        deliver(ana.ledger, cem.ledger);
        deliver(cem.ledger, ana.ledger);
      }
    }
    for (const { steward } of houses) steward.stop();
    const offers = ana.ledger.graph.keys.offers().slice(before);
    const mine = offers.filter(({ deviceId }) => toText(deviceId) === ana.ledger.me.deviceId);
    // The key of the one rotation, to Ben alone, with three of the questions.
    expect(mine.map(({ act }) => act.sealed.length)).toEqual([1, 1, 1]);
    expect(ana.ledger.graph.keys.asks().length).toBeGreaterThan(6);
  });
});

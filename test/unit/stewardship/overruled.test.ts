import { afterEach, describe, expect, it } from 'vitest';
import { cutOf } from '#engine/ledger/index.ts';
import { rotateFor } from '#engine/stewardship/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { actAs, deliver, idOf, threeMembers, type Member, type Team } from '../ledger/team.ts';
import { house } from './steward.ts';

let team: Team | undefined;
afterEach(() => {
  team?.close();
  team = undefined;
});

/** As the engine removes: the act and new keys for everything shared, in one transaction. */
const remove = ({ ledger }: Member, who: Member): void =>
  expectOk(
    ledger.transact('local', () => {
      const cut = cutOf(ledger, { personId: who.ledger.me.personId });
      const done = ledger.writeAct({ kind: 'remove', personId: idOf(who), cut });
      return done.ok ? rotateFor(ledger, done.value) : done;
    }),
  );

const stuck = ({ ledger }: Member): unknown[] =>
  ledger.db.prepare("SELECT state FROM entries WHERE state IN ('locked', 'waiting')").all();

describe('a removal that the team overrules', () => {
  it('leaves nobody deaf: whoever it would have shut out asks for its keys, and the answer needs none of them (K8)', () => {
    const of = (team = threeMembers(21));
    const { ana, ben, cem } = of;
    actAs(ana, { kind: 'set-role', personId: idOf(ben), role: 'admin', cut: [] });
    of.meetAll();
    // Ben removes Cem, and does not know that Ana is removing Ben: Cem stays, without the keys that Ben made.
    remove(ben, cem);
    remove(ana, ben);
    deliver(ben.ledger, ana.ledger);
    // What Ana does next builds on acts that Cem cannot read.
    of.objective(ana, 'Written after all of it');
    deliver(ana.ledger, cem.ledger);
    expect(cem.ledger.isOut()).toBe(false);
    expect(stuck(cem)).not.toEqual([]);

    const houses = [ana, cem].map((one) => house(one));
    for (let round = 0; round < 2; round += 1) {
      for (const { live } of houses) live(120_000);
      deliver(cem.ledger, ana.ledger);
      deliver(ana.ledger, cem.ledger);
    }
    for (const { steward } of houses) steward.stop();
    expect(stuck(cem)).toEqual([]);
    expect(cem.ledger.graph.heads()).toEqual(ana.ledger.graph.heads());
    expect(cem.ledger.db.prepare('SELECT title FROM objectives').all()).toEqual([{ title: 'Written after all of it' }]);
  });
});

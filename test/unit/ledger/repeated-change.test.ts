import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { saysOf } from './says.ts';
import { deliver, forge, lastBody, ownEntries, say, threeMembers } from './team.ts';

describe('one author who carries the same change twice', () => {
  it('is heard alike whichever entry could be judged first', () => {
    const team = threeMembers();
    const { ana, ben, cem } = team;
    const goal = team.objective(ben, 'Before').id;
    team.meetAll();
    // The first knows of an act that has not arrived yet, so the second can be judged before it.
    const act = expectOk(ben.ledger.transact('local', () => ben.ledger.writeAct({ kind: 'offer', sealed: [] })));
    const base = JSON.parse(ben.ledger.records.get(goal)?.heads ?? '[]') as string[];
    say(ben, 'objective.update', { id: goal, base, title: 'Once' }, team.deps);
    const body = lastBody(ben.ledger, ben.ledger.space.team);
    expectOk(cem.ledger.take([forge(ben, ben.ledger.space.team, { ...body, certificate: null })], 'relay test'));
    const twice = forge(ben, ben.ledger.space.team, { ...body, certificate: null });
    expectOk(ben.ledger.take([twice], 'relay test'));
    expect(act).toBeDefined();
    deliver(ben.ledger, ana.ledger);
    const own = ownEntries(ben.ledger, ben.ledger.space.team).slice(-2);
    expectOk(cem.ledger.take(own, 'relay test'));
    deliver(ben.ledger, cem.ledger);
    expect(saysOf(cem.ledger)).toEqual(saysOf(ana.ledger));
    expect(saysOf(ben.ledger)).toEqual(saysOf(ana.ledger));
    team.close();
  });
});

import { afterEach, expect, it } from 'vitest';
import { cutOf } from '#engine/ledger/index.ts';
import { rotateFor } from '#engine/stewardship/index.ts';
import { expectOk, fromText } from '#shared/std/index.ts';
import { tell } from '../ledger/meeting.ts';
import { actAs, deliver, idOf, threeMembers, twinOf, type Team } from '../ledger/team.ts';
import { house } from './steward.ts';

let team: Team | undefined;
afterEach(() => {
  team?.close();
  team = undefined;
});

it('K6: who was shut out on one branch of a log that forked asks for its keys as one of the team (M8)', () => {
  const of = (team = threeMembers(22));
  const { ana, ben, cem } = of;
  actAs(ana, { kind: 'set-role', personId: idOf(ben), role: 'admin', cut: [] });
  of.meetAll();
  const twin = twinOf(ben, of.deps);
  const { ledger } = ben;
  expectOk(
    ledger.transact('local', () => {
      const deviceId = fromText(cem.ledger.me.deviceId) ?? new Uint8Array(0);
      const cut = cutOf(ledger, { deviceIds: [cem.ledger.me.deviceId] });
      const done = ledger.writeAct({ kind: 'device-revoke', deviceId, cut });
      return done.ok ? rotateFor(ledger, done.value) : done;
    }),
  );
  of.objective(ben, 'Written on one branch');
  expectOk(twin.transact('local', () => twin.writeAct({ kind: 'ask', epochs: [of.deps.random.bytes(32)] })));

  deliver(ledger, ana.ledger);
  deliver(ledger, cem.ledger);
  expect(cem.ledger.isOut()).toBe(true);
  // Who hears of the fork tells of it in an act that Cem cannot read.
  tell(twin, ana.ledger);
  tell(twin, cem.ledger);
  deliver(ana.ledger, cem.ledger);
  expect(cem.ledger.isOut()).toBe(false);
  expect(cem.ledger.entries.inState('locked')).not.toEqual([]);

  of.objective(cem, 'Written before the keys came');
  const houses = [ana, cem].map((one) => house(one));
  // The key of `members` first; under it lie the announcements of others.
  for (let round = 0; round < 4; round += 1) {
    for (const { live } of houses) live(120_000);
    tell(cem.ledger, ana.ledger);
    tell(ana.ledger, cem.ledger);
  }
  for (const { steward } of houses) steward.stop();
  of.objective(cem, 'Written after they came');
  tell(cem.ledger, ana.ledger);
  for (const one of [ana, cem]) {
    expect(one.ledger.entries.inState('locked')).toEqual([]);
    expect(one.ledger.entries.inState('waiting')).toEqual([]);
    const titles = one.ledger.db.prepare<unknown[], { title: string }>('SELECT title FROM objectives').all();
    expect(titles.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Written before the keys came', 'Written after they came']),
    );
  }
  twin.close();
});

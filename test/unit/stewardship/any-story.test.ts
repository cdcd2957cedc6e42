import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { cutOf } from '#engine/ledger/index.ts';
import { rotateFor } from '#engine/stewardship/index.ts';
import { actAs, deliver, idOf, say, threeMembers, type Member } from '../ledger/team.ts';
import { readableAfter } from './after-removal.ts';

const who = fc.constantFrom(0, 1, 2);
/** What can happen, in any order: the removed writes on not knowing it, and hears of it late or never. */
const event = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('write' as const), by: who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('feedback' as const), by: who, about: who }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('meet' as const), from: who, to: who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rotate' as const), by: who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), by: fc.constantFrom(0, 1) }) },
);

describe('after a removal, whatever happens around it', () => {
  it('no entry of somebody who knew of it opens with any key the removed ever got, and who stays reads all of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(event, { minLength: 8, maxLength: 24 }),
        (seed, story) => {
          const team = threeMembers(seed);
          const { all, ana, ben, cem } = team;
          actAs(ana, { kind: 'set-role', personId: idOf(ben), role: 'admin', cut: [] });
          team.meetAll();
          const removals: Uint8Array[] = [];
          const of = (nth: number): Member => all[nth] ?? ana;
          const may = (member: Member): boolean => !member.ledger.isOut();
          const remove = (by: Member): void => {
            if (by.ledger.graph.now().person(cem.ledger.me.personId)?.state === 'removed') return;
            const cut = cutOf(by.ledger, { personId: cem.ledger.me.personId });
            removals.push(actAs(by, { kind: 'remove', personId: idOf(cem), cut }));
          };
          for (const step of story) {
            if (step.kind === 'meet') deliver(of(step.from).ledger, of(step.to).ledger);
            else if (step.kind === 'remove') remove(of(step.by));
            else if (!may(of(step.by))) continue;
            else if (step.kind === 'write') team.objective(of(step.by), 'A goal');
            else if (step.kind === 'rotate')
              expectOk(of(step.by).ledger.transact('local', () => rotateFor(of(step.by).ledger, null)));
            else {
              const [by, about] = [of(step.by), of(step.about)];
              const gone = by.ledger.graph.now().person(about.ledger.me.personId)?.state === 'removed';
              if (by !== about && !gone)
                say(
                  by,
                  'feedback.give',
                  { aboutId: about.ledger.me.personId, visibility: 'recipient', text: 'A word' },
                  team.deps,
                );
            }
          }
          remove(ana);
          team.objective(ana, 'The last of Ana');
          for (let round = 0; round < 2; round += 1) {
            deliver(ana.ledger, ben.ledger);
            deliver(ben.ledger, ana.ledger);
          }
          team.objective(ben, 'The last of Ben');
          deliver(ben.ledger, ana.ledger);
          for (const removal of removals)
            expect(readableAfter(cem.ledger, removal, [ana.ledger, ben.ledger])).toEqual([]);
          for (const [reader, writer] of [
            [ana, ben],
            [ben, ana],
          ] as const) {
            const space = reader.ledger.space.team;
            const log = writer.ledger.logKeys.of(space).publicKey;
            const states = reader.ledger.entries.run(log, 1, -1).map((row) => row.state);
            expect(states.filter((state) => state !== 'applied')).toEqual([]);
          }
          team.close();
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);
});

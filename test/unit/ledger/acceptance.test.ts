import { afterEach, beforeEach, expect, it } from 'vitest';
import { rebuildProfile } from '#engine/upkeep/index.ts';
import { expectOk } from '#shared/std/index.ts';
import type { FieldEdit } from '#shared/schema/index.ts';
import { deliver, say, threeMembers, type Member, type Team } from './team.ts';

let team: Team;
let goal: string;
beforeEach(() => {
  team = threeMembers();
  const { ana, ben, deps } = team;
  goal = team.objective(ben).id;
  const agreed = { deliverable: 'A guide', doneMeans: 'Two teams use it', acceptedById: ana.ledger.me.personId };
  say(ben, 'objective.update', { id: goal, base: heads(ben), ...agreed }, deps);
  team.meetAll();
});
afterEach(() => team.close());

const heads = ({ ledger }: Member): string[] => JSON.parse(ledger.records.get(goal)?.heads ?? '[]') as string[];
const acceptedAt = ({ ledger }: Member): number | null | undefined =>
  ledger.db
    .prepare<[string], { at: number | null }>('SELECT accepted_at AS at FROM objectives WHERE record_id = ?')
    .get(goal)?.at;
const accept = (by: Member): void =>
  void say(by, 'objective.accept', { id: goal, base: heads(by), accepted: true }, team.deps);

/** An entry past the commands, as a changed program could write it: the policies of those who hear it judge it. */
const write = ({ ledger }: Member, edits: readonly FieldEdit[]): void => {
  const key = ledger.records.get(goal)?.key ?? new Uint8Array(0);
  const edit = { spaceId: ledger.space.team, kind: 'objective', key, base: null, edits };
  expectOk(ledger.transact('local', () => ledger.write(edit)));
};
const lastReason = ({ ledger }: Member): string | null | undefined => ledger.entries.ofRecord(goal).at(-1)?.reason;

it('an acceptance and a change of what is expected, made apart from each other: the acceptance falls where they meet', () => {
  const { ana, ben, cem, deps } = team;
  accept(ana);
  say(ben, 'objective.update', { id: goal, base: heads(ben), deliverable: 'A film' }, deps);
  expect(acceptedAt(ana)).toEqual(expect.any(Number));
  team.meetAll();
  for (const one of [ana, ben, cem]) expect(acceptedAt(one)).toBeNull();
  expectOk(rebuildProfile(cem.ledger, deps.clock));
  expect(acceptedAt(cem)).toBeNull();

  // What is expected now can be accepted, and then stands everywhere.
  accept(ana);
  team.meetAll();
  for (const one of [ana, ben, cem]) expect(acceptedAt(one)).toEqual(expect.any(Number));
});

it('what does not concern the expectation leaves an acceptance that was made apart from it', () => {
  const { ana, ben, cem, deps } = team;
  accept(ana);
  say(ben, 'objective.update', { id: goal, base: heads(ben), title: 'Another name' }, deps);
  team.meetAll();
  for (const one of [ana, ben, cem]) expect(acceptedAt(one)).toEqual(expect.any(Number));
});

it('who may change a goal cannot make an acceptance one of something else', () => {
  const { ana, ben, cem } = team;
  accept(ana);
  team.meetAll();
  write(ben, [{ path: 'deliverable', value: 'A film' }]);
  deliver(ben.ledger, cem.ledger);
  for (const one of [ben, cem]) expect(acceptedAt(one)).toBeNull();
});

it.each([
  ['', 'An acceptance keeps what was accepted.'],
  ['anything', 'Only the person who is named to accept it can do this.'],
])('nor take away what it was of, or say that it was of something else: "%s"', (value, sentence) => {
  const { ana, ben, cem } = team;
  accept(ana);
  team.meetAll();
  write(ben, [{ path: 'acceptedOf', value }]);
  deliver(ben.ledger, cem.ledger);
  expect(lastReason(cem)).toBe(sentence);
  expect(acceptedAt(cem)).toEqual(expect.any(Number));
});

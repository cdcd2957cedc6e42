import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createLedger, type Ledger } from '#engine/ledger/index.ts';
import { expectOk, ok } from '#shared/std/index.ts';
import type { ReceivedEntry } from '#shared/sync/index.ts';
import { emptyStore, forge, lastBody, received, say, stateOf, threeMembers, type Member } from './team.ts';

const team = threeMembers(7);
const { ana, ben, cem, deps } = team;
afterAll(team.close);

const headsAt = ({ ledger }: Member, id: string): string[] =>
  JSON.parse(ledger.records.get(id)?.heads ?? '[]') as string[];

const progress = (by: Member, goal: { id: string; keyResultIds: readonly string[] }, value: number): void => {
  const of = { objectiveId: goal.id, keyResultId: goal.keyResultIds[0] ?? '', base: headsAt(by, goal.id) };
  say(by, 'keyResult.progress', { ...of, value, confidence: 'on-track', projection: null, note: `At ${value}` }, deps);
};

/** Three goals with numbers that follow each other, edits and prose that met, remarks, and an entry that breaks a rule. */
const history = (): readonly ReceivedEntry[] => {
  const goals = [ana, ben, cem].map((by) => ({ by, goal: team.objective(by) }));
  team.meetAll();
  for (let round = 1; round <= 4; round += 1) for (const { by, goal } of goals) progress(by, goal, round);
  team.meetAll();
  const [{ goal: first } = { goal: { id: '', keyResultIds: [] } }] = goals;
  const describe = (by: Member, id: string, description: string): void =>
    void say(by, 'objective.update', { id, base: headsAt(by, id), description }, deps);
  for (const { by, goal } of goals) describe(by, goal.id, `A release as ${by.ledger.me.personId} wants it`);
  // Ana owns the team: what she writes meets what the others wrote at the same time.
  for (const { goal } of goals) describe(ana, goal.id, 'A calm and quick release');
  for (const by of [ben, cem]) say(by, 'comment.add', { targetId: first.id, text: 'A remark' }, deps);
  const body = lastBody(cem.ledger, cem.ledger.space.team);
  const broken = forge(cem, cem.ledger.space.team, { ...body, recordKey: new Uint8Array(24), certificate: null });
  const held = team.all.flatMap(({ ledger }) =>
    ledger.entries.logs().flatMap(({ log }) => ledger.entries.run(log, 1, -1).map((row) => received(row))),
  );
  return [...new Map([...held, broken].map((one) => [`${one.log} ${one.header.seq}`, one])).values()];
};

const entries = history();
const template = emptyStore().serialize();
const secrets = ana.ledger.secrets();

/**
 * Ana's new machine hears the logs in turns of these sizes, so many entries at a time; her keys are there before or after,
 * and so many records wait to be settled.
 */
const heard = (
  turns: readonly number[],
  sizes: readonly number[],
  keysFirst: boolean,
  unsettled: number = 100_000,
): string => {
  const db = new Database(template);
  const known = keysFirst ? secrets : { ...secrets, keys: [] };
  const ledger: Ledger = createLedger({ db, secrets: known, saveSecrets: () => undefined, unsettled, ...deps });
  expectOk(
    ledger.transact('local', () => {
      ledger.firstSpaces();
      return ok(undefined);
    }),
  );
  const logs = [...Map.groupBy(entries, ({ log }) => log).values()].map((log) =>
    [...log].sort((a, b) => a.header.seq - b.header.seq),
  );
  const stream: ReceivedEntry[] = [];
  for (let at = 0; stream.length < entries.length; at += 1)
    stream.push(...(logs[at % logs.length]?.splice(0, turns[at % turns.length]) ?? []));
  for (let at = 0, nth = 0; at < stream.length; nth += 1) {
    const size = sizes[nth % sizes.length] ?? 1;
    expect(expectOk(ledger.take(stream.slice(at, at + size), 'test'))).toEqual([]);
    at += size;
  }
  const within = <T>(work: () => T): T => expectOk(ledger.transact('local', () => ok(work())));
  const opened = within(() => ledger.unlock(secrets.keys).flat());
  for (let at = 0, nth = 0; at < opened.length; nth += 1) {
    const size = sizes[nth % sizes.length] ?? 1;
    within(() => ledger.process(opened.slice(at, at + size)));
    at += size;
  }
  const state = stateOf(ledger);
  ledger.close();
  db.close();
  return state;
};

test('however a stream of entries is cut into batches, verdicts, documents and lists come out the same', () => {
  const once = heard([1_000], [100_000], true);
  expect(once).toContain('quarantined');
  const positive = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      positive,
      positive,
      fc.boolean(),
      fc.integer({ min: 1, max: 6 }),
      (turns, sizes, keysFirst, unsettled) => {
        expect(heard(turns, sizes, keysFirst, unsettled)).toBe(once);
      },
    ),
    { numRuns: 25 },
  );
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLedger, type Ledger } from '#engine/ledger/index.ts';
import type { Db } from '#engine/store/index.ts';
import { expectOk, ok } from '#shared/std/index.ts';
import { deliver, emptyStore, say, threeMembers, type Team } from './team.ts';

let team: Team;
beforeEach(() => {
  team = threeMembers();
});
afterEach(() => team.close());

/** Counts the rows that are read of the entries nobody here could open. */
const counted = (): { readonly db: Db; readonly read: () => number } => {
  const db = emptyStore();
  const prepare = db.prepare.bind(db);
  let read = 0;
  const counting = (sql: string) => {
    const statement = prepare<unknown[], unknown>(sql);
    if (!sql.includes("state = 'locked'")) return statement;
    const all = statement.all.bind(statement);
    return Object.assign(statement, {
      all: (...values: unknown[]) => {
        const rows = all(...values);
        read += rows.length;
        return rows;
      },
    });
  };
  return { db: Object.assign(db, { prepare: counting as unknown as Db['prepare'] }), read: () => read };
};

/** A replica of Cem's that carries what Ana and Ben wrote to each other, before it learns any key. */
const carrier = (db: Db): Ledger => {
  const { cem, ana, deps } = team;
  const secrets = { ...cem.ledger.secrets(), keys: [] };
  const ledger = createLedger({ db, secrets, saveSecrets: () => undefined, ...deps });
  ledger.firstSpaces();
  deliver(ana.ledger, ledger);
  return ledger;
};

describe('learning keys', () => {
  it('reads what could not be opened once a transaction, however many keys it brings', () => {
    const { ana, ben, cem, deps } = team;
    for (let n = 0; n < 12; n += 1)
      say(ana, 'feedback.give', { aboutId: ben.ledger.me.personId, visibility: 'recipient', text: `note ${n}` }, deps);
    deliver(ana.ledger, cem.ledger);
    const { db, read } = counted();
    const ledger = carrier(db);
    const locked = ledger.entries.inState('locked').length;
    expect(locked).toBeGreaterThan(20);
    const strange = Array.from({ length: 40 }, () => ({
      spaceId: deps.random.bytes(32),
      key: deps.random.bytes(32),
      supersedes: [],
    }));
    const before = read();
    const done = ledger.transact('local', () => {
      ledger.learn(strange);
      return ok(undefined);
    });
    expectOk(done);
    expect(read() - before).toBe(locked);

    // And what the right keys open among them is opened.
    expectOk(
      ledger.transact('local', () => {
        ledger.learn([...strange, ...cem.ledger.secrets().keys]);
        return ok(undefined);
      }),
    );
    expect(ledger.graph.now().people.size).toBe(3);
    expect(ledger.entries.inState('locked').length).toBe(cem.ledger.entries.inState('locked').length);
    ledger.close();
  });
});

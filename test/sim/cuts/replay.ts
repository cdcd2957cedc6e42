import Database from 'better-sqlite3';
import { createLedger, type Ledger } from '#engine/ledger/index.ts';
import { expectOk, ok, toText } from '#shared/std/index.ts';
import type { ReceivedEntry } from '#shared/sync/index.ts';
import { refusalCodes } from '#shared/sync/index.ts';
import { emptyStore, stateOf } from '#test/unit/ledger/team.ts';
import type { Dice } from '../team/dice.ts';
import type { History } from './history.ts';

const template = emptyStore().serialize();

/** Everything that replicas which have seen the same must agree on: members, documents, lists, verdicts and reasons. */
export const pictureOf = (ledger: Ledger): string => {
  const members = ledger.graph.now();
  return JSON.stringify([
    [...members.people.values()],
    [...members.devices.values()],
    members.reductions.map(({ hash }) => toText(hash)).sort(),
    // Of what cannot be read, or is gone, only that it is so: how a machine came to know differs.
    stateOf(ledger).replaceAll(/("state":"(?:erased|locked)"),"reason":(?:null|"[^"]*")/g, '$1'),
  ]);
};

/** In any order of logs; within a log in order, or not: then what comes too early is refused and brought again. */
const anyOrder = (entries: readonly ReceivedEntry[], dice: Dice): ReceivedEntry[] => {
  if (dice.once(2)) return dice.shuffled(entries);
  const logs = [...Map.groupBy(entries, (one) => one.log).values()].map((log) =>
    [...log].sort((a, b) => a.header.seq - b.header.seq),
  );
  const out: ReceivedEntry[] = [];
  while (logs.some((log) => log.length > 0)) {
    const log = dice.of(logs.filter((one) => one.length > 0));
    const run = dice.below(4) + 1;
    if (log !== undefined) out.push(...log.splice(0, run));
  }
  return out;
};

/**
 * A new machine of the owner that hears everything in another order, in batches of another size. It has all keys from
 * the beginning, or learns what entries bring and hears the rest from the owner's other machine when everything is there.
 */
export const replay = (history: History, dice: Dice): string => {
  const db = new Database(template);
  const { first, last, deps } = history;
  const secrets = dice.once(2) ? first : last;
  const ledger = createLedger({ db, secrets, saveSecrets: () => undefined, ...deps });
  try {
    expectOk(
      ledger.transact('local', () => {
        ledger.firstSpaces();
        return ok(undefined);
      }),
    );
    let left = anyOrder(history.entries, dice);
    const largest = dice.of([1, 3, 10, 40, 400]) ?? 10;
    for (let rounds = 0; left.length > 0; rounds += 1) {
      if (rounds > 10_000) throw new Error('Entries were refused for ever.');
      const refused = new Set<string>();
      for (let at = 0; at < left.length;) {
        const size = dice.below(largest) + 1;
        for (const { log, seq, code, sentence } of expectOk(ledger.take(left.slice(at, at + size), 'test'))) {
          if (code !== refusalCodes.gap) throw new Error(`An entry was refused: ${sentence}`);
          refused.add(`${log} ${seq}`);
        }
        at += size;
      }
      left = left.filter(({ log, header }) => refused.has(`${log} ${header.seq}`));
    }
    expectOk(
      ledger.transact('local', () => {
        ledger.learn(last.keys);
        return ok(undefined);
      }),
    );
    return pictureOf(ledger);
  } finally {
    ledger.close();
    db.close();
  }
};

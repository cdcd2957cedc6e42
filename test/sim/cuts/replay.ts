import Database from 'better-sqlite3';
import { createLedger, type Ledger } from '#engine/ledger/index.ts';
import { expectOk, ok, toText } from '#shared/std/index.ts';
import { branchId, buildBranchObject, checkWire, refusalCodes } from '#shared/sync/index.ts';
import type { ReceivedEntry, Refusal } from '#shared/sync/index.ts';
import { hash } from '#engine/crypto/index.ts';
import { emptyStore, stateOf } from '#test/unit/ledger/team.ts';
import type { Dice } from '../team/dice.ts';
import type { History } from './history.ts';

const template = emptyStore().serialize();

/**
 * Everything that replicas which have seen the same must agree on: members, documents, lists, verdicts and reasons. The
 * ends of logs are not in it: of a log that forked, each keeps the branch that it heard first (SPEC S33).
 */
export const pictureOf = (ledger: Ledger): string => {
  const members = ledger.graph.now();
  const [models, verdicts, , records] = JSON.parse(stateOf(ledger)) as readonly unknown[];
  return JSON.stringify([
    [...members.people.values()],
    [...members.devices.values()],
    members.reductions.map((one) => toText(one.hash)).sort(),
    ...[models, verdicts, records],
  ]);
};

/** Keeps a machine from adding to what it hears: its own log is one that forked (S36). */
const silence = (ledger: Ledger): void => {
  const own = ledger.logKeys.of(ledger.space.members).publicKey;
  ledger.entries.setHead(own, 1, own);
  ledger.entries.freeze(own, own);
};

/** Logs that have two entries at one place, because a machine was copied. */
export const forkedIn = (entries: readonly ReceivedEntry[]): ReadonlySet<string> => {
  const places = Map.groupBy(entries, ({ log, header }) => `${log} ${header.seq}`);
  return new Set(
    [...places.values()].flatMap(([first, second]) => (first === undefined || second === undefined ? [] : [first.log])),
  );
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
  const unsettled = dice.of([1, 3, 2_000]) ?? 1;
  const ledger = createLedger({ db, secrets, saveSecrets: () => undefined, unsettled, ...deps });
  try {
    expectOk(
      ledger.transact('local', () => {
        ledger.firstSpaces();
        silence(ledger);
        return ok(undefined);
      }),
    );
    const forked = forkedIn(history.entries);
    // What lies on branches comes as entries of its log, or as the objects that others offer (S33).
    const isLoose = ({ log }: ReceivedEntry): boolean => forked.has(log) && dice.once(2);
    const bring = (batch: readonly ReceivedEntry[]): readonly Refusal[] => {
      const loose = new Set(batch.filter(isLoose));
      for (const { wire } of loose) {
        const name = expectOk(checkWire(wire, hash)).hash;
        if (expectOk(ledger.takeBranch(buildBranchObject(branchId(hash, name), wire), 'test')) === 'refused')
          throw new Error('An entry of a branch was refused.');
      }
      return expectOk(
        ledger.take(
          batch.filter((one) => !loose.has(one)),
          'test',
        ),
      );
    };
    const redactions = dice.shuffled(history.redactions);
    let left = anyOrder(history.entries, dice);
    const largest = dice.of([1, 3, 10, 40, 400]) ?? 10;
    for (let rounds = 0; left.length > 0; rounds += 1) {
      if (rounds > 10_000) throw new Error('Entries were refused for ever.');
      const refused = new Set<string>();
      for (let at = 0; at < left.length;) {
        const size = dice.below(largest) + 1;
        for (const { log, seq, code, sentence } of bring(left.slice(at, at + size))) {
          // It is kept beside its log; that all are here is asked at the end.
          if (code === refusalCodes.fork) continue;
          if (code !== refusalCodes.gap) throw new Error(`An entry was refused: ${sentence}`);
          refused.add(`${log} ${seq}`);
        }
        if (dice.once(3)) expectOk(ledger.takeRedactions(redactions.splice(0, 1 + dice.below(3))));
        at += size;
      }
      left = left.filter(({ log, header }) => refused.has(`${log} ${header.seq}`));
    }
    expectOk(ledger.takeRedactions(redactions));
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

import type { CommandResult, VerifyProblem } from '#shared/protocol/index.ts';
import { kindOf } from '#shared/schema/index.ts';
import { expectOk, type Clock, type Random } from '#shared/std/index.ts';
import type { ReceivedEntry } from '#shared/sync/index.ts';
import type { ProfileSecrets } from '../keys/index.ts';
import { createLedger, type Ledger } from '../ledger/index.ts';
import { checkReadModels, type RecordSnapshot } from '../readmodels/index.ts';
import type { Db } from '../store/index.ts';
import { checkBeside, checkChain, checkErased } from './chains.ts';

export interface VerifyDeps {
  readonly ledger: Ledger;
  readonly secrets: ProfileSecrets;
  /** An empty store in memory, with all tables. */
  readonly emptyStore: () => Db;
  readonly clock: Clock;
  readonly random: Random;
  /** Lets other work run in between. */
  readonly breathe: () => Promise<void>;
  /** Told the share that is done, 0 to 1. */
  readonly progress?: (share: number) => void;
  readonly cancelled?: () => boolean;
}

/** Shares of the time that checking the chains and replaying take. */
const chainShare = 0.3;
const replayShare = 0.6;

/** Entries replayed before other work gets its turn. */
const slice = 400;

/**
 * Checks everything there is to check: the database file, every chain, hash, signature and body; then replays the
 * whole log into an empty store in memory and compares every document, every verdict and every read model with what
 * the profile holds. Reads only, and names what is wrong. Null when it was stopped on the way.
 */
export const verifyUnlessStopped = async (deps: VerifyDeps): Promise<CommandResult<'verify.run'> | null> => {
  const { ledger, clock } = deps;
  const started = clock.now();
  const problems: VerifyProblem[] = [...checkDatabase(ledger.db), ...checkErased(ledger)];
  const sound: ReceivedEntry[] = [];
  const logs = ledger.entries.logs();
  const total = Math.max(1, ledger.entries.count());
  for (const log of logs) {
    if (deps.cancelled?.() === true) return null;
    const report = checkChain(ledger, log);
    problems.push(...report.problems);
    sound.push(...report.sound);
    deps.progress?.(Math.min(1, sound.length / total) * chainShare);
    await deps.breathe();
  }
  const replay = createLedger({
    db: deps.emptyStore(),
    secrets: deps.secrets,
    saveSecrets: () => undefined,
    clock,
    random: deps.random,
    replay: true,
  });
  replay.firstSpaces();
  // What allows entries without content is evidence like the entries; what follows from it is judged anew. Content that
  // is here was read before its redaction came, and stays (redaction.md, R5): the replay must not be told before.
  for (const row of ledger.erasures.table.all())
    if (ledger.entries.byHash(row.hash)?.body == null) replay.erasures.table.put(row);
  for (let at = 0; at < sound.length; at += slice) {
    if (deps.cancelled?.() === true) {
      replay.close();
      replay.db.close();
      return null;
    }
    expectOk(replay.take(sound.slice(at, at + slice), 'local'));
    deps.progress?.(chainShare + (Math.min(at + slice, sound.length) / sound.length) * replayShare);
    await deps.breathe();
  }
  // What arrived while this ran is part of the comparison, so the last steps run without a pause.
  const late = ledger.entries
    .logs()
    .flatMap((log) =>
      checkChain(ledger, log).sound.filter(
        ({ header }) => (replay.entries.log(header.logId)?.head_seq ?? 0) < header.seq,
      ),
    );
  if (late.length > 0) expectOk(replay.take(late, 'local'));
  // Entries beside their logs come after those of the logs: they may rest on any of them.
  for (const { id, ...beside } of checkBeside(ledger)) {
    if ('problem' in beside) problems.push(beside.problem);
    else expectOk(replay.takeBeside(beside.sound, id));
  }
  problems.push(...compareVerdicts(ledger, replay), ...compareDocuments(ledger, replay));
  problems.push(...checkReadModels(ledger.db, snapshotsOf(replay)));
  const records = ledger.db.prepare<unknown[], { n: number }>('SELECT count(*) AS n FROM records').get()?.n ?? 0;
  replay.close();
  replay.db.close();
  return { entries: ledger.entries.count(), logs: logs.length, records, ms: clock.now() - started, problems };
};

/** The same for callers who never stop it. */
export const verifyProfile = async (deps: Omit<VerifyDeps, 'cancelled'>): Promise<CommandResult<'verify.run'>> => {
  const report = await verifyUnlessStopped(deps);
  if (report === null) throw new Error('A check that nobody stops was stopped.');
  return report;
};

const checkDatabase = (db: Db): VerifyProblem[] =>
  db
    .prepare<unknown[], { integrity_check: string }>('PRAGMA integrity_check')
    .all()
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => ({ part: 'database', where: 'profile file', sentence: row.integrity_check }));

const compareVerdicts = (ledger: Ledger, replay: Ledger): VerifyProblem[] => {
  const states = (db: Db): Map<string, string> =>
    new Map(
      db
        .prepare<unknown[], { name: string; state: string }>('SELECT hex(hash) AS name, state FROM entries')
        .all()
        .map((row) => [row.name, row.state]),
    );
  const fresh = states(replay.db);
  return [...states(ledger.db)].flatMap(([name, state]): VerifyProblem[] => {
    const now = fresh.get(name);
    if (now === undefined || now === state) return [];
    const sentence = `The entry is kept as ${state}, and by the rules it is ${now}. Run "rebuild".`;
    return [{ part: 'members', where: `entry ${name.slice(0, 12).toLowerCase()}`, sentence }];
  });
};

const compareDocuments = (ledger: Ledger, replay: Ledger): VerifyProblem[] => {
  const problems: VerifyProblem[] = [];
  const wrong = (where: string, sentence: string): void => void problems.push({ part: 'document', where, sentence });
  for (const row of replay.records.all()) {
    const held = ledger.records.get(row.id);
    if (held === undefined) wrong(row.id, `A ${row.kind} is missing although its entries are here. Run "rebuild".`);
    else if (held.heads !== row.heads) wrong(row.id, `A ${row.kind} is not what its entries add up to. Run "rebuild".`);
    else if (!loads(ledger, row.id))
      wrong(row.id, `The stored document of a ${row.kind} cannot be read. Run "rebuild".`);
  }
  for (const row of ledger.records.all()) {
    if (replay.records.get(row.id) === undefined)
      wrong(row.id, `A ${row.kind} is here although no entry makes it. Run "rebuild".`);
  }
  return problems;
};

/** Reads the document from the file, not from memory. */
const loads = (ledger: Ledger, recordId: string): boolean => {
  const row = ledger.records.get(recordId);
  const def = row === undefined ? undefined : kindOf(row.kind);
  if (row === undefined || def === undefined) return false;
  ledger.documents.evict(recordId);
  try {
    const heads = ledger.documents.heads(recordId, def);
    return JSON.stringify(heads) === row.heads && ledger.documents.valueAt(recordId, def).ok;
  } catch {
    // Automerge reports damaged bytes by throwing; that is what is being looked for.
    ledger.documents.evict(recordId);
    return false;
  }
};

/** Every record as the replay has it. */
export function* snapshotsOf(ledger: Ledger): Generator<RecordSnapshot> {
  for (const row of ledger.records.all()) {
    const def = kindOf(row.kind);
    const settled = def === undefined ? undefined : ledger.documents.settle(row.id, def);
    if (settled?.ok !== true) continue;
    yield ledger.snapshots.of(row, settled.value.value, settled.value.conflicts);
    ledger.documents.evict(row.id);
  }
}

import { equalBytes, fromText, toText, type Clock, type Random } from '#shared/std/index.ts';
import type { StoredChange } from '#shared/sync/index.ts';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';
import { hash } from '../crypto/index.ts';
import { createDocuments } from '../documents/index.ts';
import { recordIdOf } from '../entry/index.ts';
import {
  createKeyring,
  deviceKeys,
  generationKeys,
  membersSpaceId,
  personKeys,
  selfSpace,
  teamSpaceId,
} from '../keys/index.ts';
import type { ProfileSecrets, SpaceKey } from '../keys/index.ts';
import { createReadModels } from '../readmodels/index.ts';
import {
  createCompaction,
  createEntryTables,
  createHoles,
  createRecordTables,
  writeFault,
  type Db,
  type EntryRow,
  type RecordSealing,
} from '../store/index.ts';
import { createActGraph } from './act-graph.ts';
import { createActTaker } from './act-taker.ts';
import { createAppend } from './append.ts';
import { createEpochChoice, isOut } from './epoch-choice.ts';
import { createEpochs } from './epochs.ts';
import { createReceive } from './receive.ts';
import { createRotate } from './rotate.ts';
import { createContests } from './contests.ts';
import { createFallenDrafts } from './fallen-drafts.ts';
import { toHex } from './hex.ts';
import { createBranches } from './branches.ts';
import { createErasures } from './erasure.ts';
import { createIngest } from './ingest.ts';
import { createLogKeys } from './log-keys.ts';
import { openEntry } from './open-entry.ts';
import { createSnapshots } from './snapshot.ts';
import { createSpaces } from './spaces.ts';
import { addEffects, commitOf, openTransaction, type Commit, type OpenTransaction } from './transaction.ts';
import { createWeigh } from './weigh.ts';
import { createWriteActs } from './write-acts.ts';
import { writeRecord, type RecordWrite, type Written } from './write-record.ts';

export interface LedgerOptions {
  readonly db: Db;
  readonly secrets: ProfileSecrets;
  /** Stores the secrets; called inside the transaction that needs them. */
  readonly saveSecrets: (secrets: ProfileSecrets) => void;
  readonly clock: Clock;
  readonly random: Random;
  /** Encrypts what records say on the disk; left out where they are kept readable there. */
  readonly recordSealing?: RecordSealing;
  /** A replay of what a profile holds: it judges what it is given and writes nothing of its own. */
  readonly replay?: boolean;
  /** How many records of one batch may have their documents in memory before they are settled; 2,000 when left out. */
  readonly unsettled?: number;
}

/** Live documents kept in memory; one takes about 12 KB outside the heap. */
const liveDocuments = 400;
/** As many as a large team works on in a month: so a newcomer's history settles most records once. */
const unsettledRecords = 2_000;

/**
 * The signed log of one profile and everything that follows from it: chains, keys, members, documents, read models.
 * All writing goes through `transact`, `take` and `process`, each one durable SQLite transaction that either happens
 * as a whole or leaves no trace, in the file or in memory.
 */
export const createLedger = (options: LedgerOptions) => {
  const { db, clock, random } = options;
  const { teamRoot } = options.secrets;
  const device = deviceKeys(options.secrets.deviceSecret);
  const person = personKeys(options.secrets.personSecret);
  const self = selfSpace(teamRoot, options.secrets.personSecret);
  const space = { members: membersSpaceId(teamRoot), team: teamSpaceId(teamRoot), self: self.id };
  const me = { personId: toText(person.id), deviceId: toText(device.id) };
  const writerId = random.bytes(16);

  const entries = createEntryTables(db);
  const holes = createHoles(db);
  const records = createRecordTables(db, options.recordSealing);
  const spaces = createSpaces(db);
  const readModels = createReadModels(db);
  const snapshots = createSnapshots(db, records);
  const keyring = createKeyring([...options.secrets.keys, { spaceId: self.id, key: self.key, supersedes: [] }]);
  const genesisActor = (recordId: string): string =>
    toHex(hash('genesis', fromText(recordId) ?? new Uint8Array(0)).subarray(0, 16));
  const documents = createDocuments({
    capacity: liveDocuments,
    load: records.doc,
    genesisActor,
  });
  const graph = createActGraph(teamRoot);
  const generations = [...options.secrets.generations];
  const boxes = [person.box, ...generations.map(generationKeys)];

  let open: OpenTransaction | undefined;
  /** True while the stored secrets are behind; stays so after a rollback, until a commit has stored them. */
  let secretsBehind = false;
  const behind = (): void => {
    secretsBehind = true;
  };
  const logKeys = createLogKeys(options.secrets.logs, random, behind);
  const epochs = createEpochs({ graph, keyring, spaces, open: [space.members, space.team] });
  const acts = createActTaker({
    entries,
    db,
    graph,
    keyring,
    spaces,
    epochs,
    teamRoot,
    membersSpace: space.members,
    person,
    device,
    boxes: () => boxes,
    onGeneration: (one) => {
      behind();
      if (generations.some((held) => equalBytes(held.seed, one.seed))) return;
      generations.push(one);
      boxes.push(generationKeys(one));
    },
    onKey: behind,
    onAct: () => {
      if (open !== undefined) open.members = true;
    },
  });
  const rotate = createRotate({
    entries,
    graph,
    keyring,
    spaces,
    epochs,
    membersSpace: space.members,
    random,
    writeActs: (acts, under) => writeActs(acts, under),
    learn: (key) => learn([key]),
  });
  const epochFor = createEpochChoice({ graph, keyring, spaces, epochs, rotate, me, space });
  const append = createAppend({ entries, keyring, epochFor, graph, logKeys, device, writerId, clock, random });
  const compaction = createCompaction(db);
  const erasures = createErasures({
    ...{ db, entries, records, documents, readModels, keyring, logKeys, random },
    deviceId: me.deviceId,
    onRedacted: () => {
      if (open !== undefined) open.redacted = true;
    },
    onDropped: () => {
      if (open === undefined || open.dropped) return;
      open.dropped = true;
      compaction.owe();
    },
  });
  const branches = createBranches({ db, entries, redactions: erasures.table });
  const settling = { documents, records, snapshots, readModels };
  const contests = createContests({ db, entries, graph, spaces, branches });
  const drafts = createFallenDrafts(db, me.personId);
  const judging = { ...settling, entries, keyring, graph, spaces, contests, branches };
  const weigh = createWeigh({ ...judging, drafts, genesisActor });
  const ingest = createIngest({
    ...{ ...judging, db, acts, erasures, weigh },
    unsettled: options.unsettled ?? unsettledRecords,
  });

  const loadGraph = (): void => {
    graph.clear();
    const rows = db.prepare<unknown[], EntryRow>(
      "SELECT * FROM entries WHERE space_id = ? AND kind = 'act' AND state <> 'waiting' ORDER BY id",
    );
    for (const row of rows.all(toText(space.members))) {
      const { opened } = openEntry(row, { entries, keyring });
      if (opened !== null) acts.restore(opened);
    }
  };
  const firstSpaces = (): void => {
    spaces.put({ id: toText(space.members), kind: 'members', readers: null, purpose: '' });
    spaces.put({ id: toText(space.team), kind: 'team', readers: null, purpose: '' });
    spaces.put({ id: toText(space.self), kind: 'self', readers: [me.personId], purpose: '' });
  };

  const listeners = new Set<(commit: Commit) => void>();

  const noteHead = (logId: Uint8Array): void => {
    const row = entries.log(logId);
    if (row !== undefined) open?.heads.set(toText(logId), { seq: row.head_seq, hash: row.head_hash });
  };

  /** Inside `transact`: judges stored entries again, in the order of their arrival. */
  const process = (ids: readonly number[]): void => {
    if (open === undefined) throw new Error('Entries are applied in a transaction only.');
    addEffects(open, ingest.run(ids));
  };

  const undo = (): void => {
    acts.rest();
    documents.rollback();
    entries.forgetLogs();
    spaces.forgetCache();
    // A key that stayed would make learning it again look like no news, and what it opens would stay locked.
    if (open !== undefined) keyring.forgetBeyond(open.keys);
    if (open?.members === true) loadGraph();
    contests.forget();
    branches.forget();
  };

  /**
   * Runs `work` in one durable transaction. A failure that it returns, and anything it throws, undoes everything.
   * What the disk refuses comes back as a sentence; other exceptions are defects and pass through.
   */
  const transact = <T>(
    origin: StoredChange['origin'],
    work: () => Result<T, ProtocolError>,
  ): Result<T, ProtocolError> => {
    if (open !== undefined) throw new Error('A transaction is under way already.');
    open = openTransaction(keyring.size());
    let result: Result<T, ProtocolError>;
    try {
      db.exec('BEGIN IMMEDIATE');
      result = work();
      if (result.ok) {
        if (secretsBehind) options.saveSecrets(secrets());
        db.exec('COMMIT');
        secretsBehind = false;
      }
    } catch (cause) {
      if (db.inTransaction) db.exec('ROLLBACK');
      undo();
      open = undefined;
      const fault = writeFault(cause);
      if (fault === undefined) throw cause;
      return err(fault);
    }
    if (!result.ok) {
      db.exec('ROLLBACK');
      undo();
      open = undefined;
      return result;
    }
    const done = open;
    open = undefined;
    acts.rest();
    if (done.dropped) compaction.afterDrop();
    const commit = commitOf(done, origin);
    for (const listener of [...listeners]) listener(commit);
    branches.tell();
    return result;
  };

  const secrets = (): ProfileSecrets => ({
    ...options.secrets,
    generations: [...generations],
    logs: logKeys.all(),
    keys: keyring.all(),
  });

  /** Inside `transact`: one entry on one record. */
  const write = (record: RecordWrite): Result<Written, ProtocolError> => {
    if (erasures.isErased(toText(recordIdOf(record.spaceId, record.kind, record.key))))
      return err(failure('not-allowed', 'This was erased for good. It cannot be written again.'));
    const written = writeRecord(record, { ...settling, entries, append, logKeys, writerId, me, epochFor });
    if (!written.ok) return written;
    if (record.kind === 'erasure') {
      const target = erasures.targetOf(written.value.recordId);
      const kind = target === undefined ? undefined : erasures.eraseRecord(target);
      if (kind !== undefined) open?.kinds.add(kind);
    }
    if (written.value.snapshot !== undefined) open?.kinds.add(written.value.snapshot.kind);
    noteHead(logKeys.of(record.spaceId).publicKey);
    return written;
  };

  /** Judges entries of newer versions again: this may be the version they were waiting for. */
  const retryDeferred = (): Result<void, ProtocolError> => {
    const ids = entries.inState('deferred').map((row) => row.id);
    if (ids.length === 0) return ok(undefined);
    return transact('received', () => {
      process(ids);
      return ok(undefined);
    });
  };

  /** Inside `transact`: adds keys and returns the entries that each of them opens, for `process`. */
  const unlock = (keys: readonly SpaceKey[]): readonly (readonly number[])[] => keys.map((key) => acts.learn(key));

  /** Inside `transact`: adds keys and applies what they open. */
  const learn = (keys: readonly SpaceKey[]): void => {
    for (const key of keys) process(acts.learn(key));
  };

  const { writeActs, writeAct } = createWriteActs({
    ...{ append, process, membersSpace: space.members },
    onWritten: () => noteHead(logKeys.of(space.members).publicKey),
  });
  const { take, takeRedactions, takeBranch, takeBeside, noteFork, isRedacted } = createReceive({
    ...{ entries, holes, graph, erasures, branches, keyring, space, me, clock },
    ...{ transact, process, noteHead, writeAct },
    silent: options.replay === true,
  });

  loadGraph();
  // The power failed after the commit.
  if (!db.inTransaction && compaction.isOwed()) compaction.afterDrop();
  return {
    db,
    me,
    person,
    device,
    teamRoot,
    space,
    entries,
    holes,
    records,
    spaces,
    snapshots,
    readModels,
    keyring,
    documents,
    graph,
    epochs,
    /** Inside `transact`: new keys for spaces; see `createRotate`. */
    rotate: rotate.rotate,
    rotationsDue: rotate.due,
    offer: rotate.offer,
    /** Whether this device may still write: false once the team has shut it or its person out. */
    isOut: (): boolean => isOut(graph.now(), me),
    logKeys,
    transact,
    write,
    writeAct,
    take,
    takeRedactions,
    takeBranch,
    takeBeside,
    noteFork,
    branches,
    isRedacted,
    erasures,
    /** Writes the file anew where an erasure is owed that; see `createCompaction`. */
    compactAtRest: compaction.atRest,
    contests,
    learn,
    unlock,
    process,
    retryDeferred,
    firstSpaces,
    /** Inside `transact`: before a rebuild; a rollback brings them back. */
    forgetMembers: (): void => {
      if (open !== undefined) open.members = true;
      graph.clear();
      contests.forget();
    },
    secrets,
    /** Calls back after every commit; returns how to stop. */
    onCommit: (listener: (commit: Commit) => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => documents.close(),
  };
};

export type Ledger = ReturnType<typeof createLedger>;

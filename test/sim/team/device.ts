import Database from 'better-sqlite3';
import { expectOk, type Clock, type Random, type Timers } from '#shared/std/index.ts';
import type { ObjectNote, ReplicaPort, SyncObject } from '#shared/sync/index.ts';
import { branchObjectsOf, createLedger, type Ledger } from '#engine/ledger/index.ts';
import { decodeSecrets, encodeSecrets } from '#engine/keys/index.ts';
import type { ProfileSecrets } from '#engine/keys/index.ts';
import { migrations } from '#engine/profile/migrations.ts';
import { createRedactionNews } from '#engine/network/redactions.ts';
import { bestChain } from '#engine/profile/grant-chain.ts';
import { createReplica } from '#engine/replica/index.ts';
import { createLocalTables, createObjectTable, openStore, type Db } from '#engine/store/index.ts';
import { createSteward, type Steward } from '#engine/stewardship/index.ts';
import { createVault } from '#engine/vault/index.ts';
import { quietLog } from '#test/support/sync/real-ports.ts';
import { createPower } from './power.ts';

const secretsName = 'profile';

/** Opens a copy of a disk, with what `openStore` sets for every connection. */
const openDisk = (file: Buffer): Db => {
  const db = new Database(file);
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  return db;
};

const madeEmpty = (): Buffer => {
  const db = expectOk(openStore(':memory:', migrations));
  const file = db.serialize();
  db.close();
  return file;
};
let emptyDisk: Buffer | undefined;

export const emptyStore = (): Db => openDisk((emptyDisk ??= madeEmpty()));

/** What lies on a machine's disk when it is switched off, with the key that opens its secrets. */
export interface Disk {
  readonly file: Buffer;
  readonly profileKey: Uint8Array;
}

/** A started engine: what a crash takes away. */
interface Running {
  readonly steward: Steward;
  readonly db: Db;
  readonly ledger: Ledger;
  readonly replica: ReplicaPort;
  readonly putObject: (object: SyncObject) => boolean;
  readonly objects: ReturnType<typeof createObjectTable>;
  readonly keep: (secrets?: ProfileSecrets) => void;
}

/**
 * One person's machine: a real ledger over SQLite in memory, which a crash reduces to what was committed. Its clock
 * is wrong by its own amount, and its power may fail at any write.
 */
export const createDevice = (name: string, now: () => number, seeded: Random) => {
  let skew = 0;
  let stored = false;
  let running: Running | undefined;
  let changed = true;
  let commits = 0;
  let tasks: { readonly ms: number; readonly run: () => void }[] = [];
  let profileKey = seeded.bytes(32);
  const power = createPower();

  const { burn } = power;
  const clock: Clock = {
    now: () => {
      burn();
      return now() + skew;
    },
  };
  const random: Random = {
    bytes: (length) => {
      burn();
      return seeded.bytes(length);
    },
  };

  const boot = (plain: Db, secrets: ProfileSecrets): void => {
    const db = power.wire(plain);
    const vault = createVault(db, profileKey, seeded);
    const ledger = createLedger({
      db,
      secrets,
      saveSecrets: (kept) => {
        if (stored) vault.write(secretsName, encodeSecrets(kept));
      },
      clock,
      random,
    });
    ledger.onCommit(() => {
      changed = true;
      commits += 1;
    });
    const objects = createObjectTable(db);
    const listeners = new Set<(note: ObjectNote) => void>();
    const putObject = (object: SyncObject): boolean => {
      const fresh = objects.put(object, 0);
      if (fresh) commits += 1;
      if (fresh) for (const listener of [...listeners]) listener({ id: object.id, version: object.version });
      return fresh;
    };
    const replica = createReplica(
      {
        holes: ledger.holes,
        entries: ledger.entries,
        objects,
        take: (received, via) => {
          const taken = ledger.take(received, via);
          if (!taken.ok) throw new Error(taken.error.sentence);
          return { refused: taken.value };
        },
        putObject,
        wire: ledger.erasures.wire,
        branches: branchObjectsOf(ledger, 'relay simulated'),
        takeRedactions: (list) => {
          const done = ledger.takeRedactions(list);
          if (!done.ok) throw new Error(done.error.sentence);
        },
        onStored: (listener) => ledger.onCommit((commit) => commit.stored !== null && listener(commit.stored)),
        onObject: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
      'relay simulated',
    );
    const tellRedactions = createRedactionNews(ledger, objects, putObject);
    ledger.onCommit((commit) => commit.redacted && tellRedactions());
    // A crash between the commit and the telling is made good here.
    tellRedactions();
    // A commit that nobody heard of is on the disk all the same.
    changed = true;
    tasks = [];
    const timers: Timers = {
      after: (ms, run) => {
        const task = { ms, run };
        tasks.push(task);
        return () => void (tasks = tasks.filter((one) => one !== task));
      },
    };
    const steward = createSteward({
      ledger,
      objects,
      putObject,
      grants: () => bestChain(ledger, ledger.secrets().grants),
      revokeKey: () => undefined,
      clock,
      timers,
      random,
      log: quietLog,
    });
    running = {
      steward,
      db,
      ledger,
      replica,
      putObject,
      objects,
      keep: (secrets) => vault.write(secretsName, encodeSecrets(secrets ?? ledger.secrets())),
    };
  };

  const engine = (): Running => {
    if (running === undefined) throw new Error(`${name} is not running.`);
    return running;
  };

  const switchOff = (): Buffer => {
    const { db, ledger } = engine();
    if (db.inTransaction) throw new Error('A transaction outlived what it was for.');
    const file = db.serialize();
    ledger.close();
    db.close();
    running = undefined;
    power.renew();
    return file;
  };

  /** A machine whose disk has no secrets yet belongs to nobody: whatever else was there, it begins anew. */
  const start = (file: Buffer): void => {
    const db = openDisk(file);
    const sealed = createVault(db, profileKey, seeded).read(secretsName);
    if (sealed === null || (stored && sealed === undefined)) throw new Error(`The secrets of ${name} did not survive.`);
    stored = sealed !== undefined;
    if (sealed === undefined) db.close();
    else boot(db, expectOk(decodeSecrets(sealed)));
  };

  return {
    name,
    power,
    clock,
    random,
    /** Starts on an empty disk. Nothing survives a crash until `settle` says that the secrets are kept. */
    install: (secrets: ProfileSecrets): void => {
      stored = false;
      boot(emptyStore(), secrets);
    },
    /** Inside the transaction that founds or joins the team. */
    settle: (): void => {
      engine().keep();
      stored = true;
    },
    /** Inside the transaction that makes a machine another one: these are the secrets it starts with the next time. */
    become: (secrets: ProfileSecrets): void => engine().keep(secrets),
    /** Starts again, with whatever lies on the disk now. */
    reopen: (): void => start(switchOff()),
    /** The machine is gone with everything on it. */
    lose: (): void => {
      if (running !== undefined) switchOff();
      stored = false;
    },
    objectTable: () => engine().objects,
    local: () => createLocalTables(engine().db),
    /** The transaction of `settle` did not happen. */
    unsettle: (): void => {
      stored = false;
    },
    isUp: (): boolean => running !== undefined,
    isSettled: (): boolean => stored,
    db: (): Db => engine().db,
    ledger: (): Ledger => engine().ledger,
    replica: (): ReplicaPort => engine().replica,
    putObject: (object: SyncObject): boolean => engine().putObject(object),
    objects: (): readonly SyncObject[] =>
      engine()
        .objects.list()
        .flatMap(({ id }) => engine().objects.get(id) ?? []),
    objectOf: (id: Uint8Array): SyncObject | undefined => engine().objects.get(id),
    /**
     * What it does for its team by itself: it looks, and some time later does what it found to do. Time passes for one
     * machine by itself here, so that several of them do the same, which is allowed.
     */
    tend: (): void => {
      engine().steward.look();
      for (const { run } of tasks.splice(0).sort((a, b) => a.ms - b.ms)) run();
    },
    /** Everything that is not committed is gone; the engine starts again from the file. Returns what was on the disk. */
    crash: (): Buffer => {
      const file = switchOff();
      start(file);
      return file;
    },
    /** What somebody would find who took the machine now. */
    disk: (): Disk => ({ file: engine().db.serialize(), profileKey }),
    /** Starts from a disk that was prepared before. */
    load: (disk: Disk): void => {
      profileKey = disk.profileKey;
      start(disk.file);
    },
    /** A second engine on a copy of the disk, as somebody who copies a profile would have. */
    twin: (): Ledger => {
      const db = openDisk(engine().db.serialize());
      return createLedger({
        db,
        secrets: engine().ledger.secrets(),
        saveSecrets: () => undefined,
        clock: { now },
        random: seeded,
      });
    },
    setSkew: (ms: number): void => {
      skew = ms;
    },
    /** Whether anything was committed since this was asked last. */
    hasChanged: (): boolean => {
      const was = changed;
      changed = false;
      return was;
    },
    /** How often it has committed anything, in all. */
    commits: (): number => commits,
    stop: (): void => {
      running?.ledger.close();
      running?.db.close();
      running = undefined;
    },
  };
};

export type Device = ReturnType<typeof createDevice>;

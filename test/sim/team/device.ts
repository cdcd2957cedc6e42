import Database from 'better-sqlite3';
import { expectOk, type Clock, type Random } from '#shared/std/index.ts';
import type { ObjectNote, ReplicaPort, SyncObject } from '#shared/sync/index.ts';
import { createLedger, type Ledger } from '#engine/ledger/index.ts';
import { decodeSecrets, encodeSecrets } from '#engine/keys/index.ts';
import type { ProfileSecrets } from '#engine/keys/index.ts';
import { migrations } from '#engine/profile/migrations.ts';
import { createReplica } from '#engine/replica/index.ts';
import { createObjectTable, openStore, type Db } from '#engine/store/index.ts';
import { createVault } from '#engine/vault/index.ts';

/** Thrown by the fuse of a device, in the middle of whatever it was doing. Never caught by the engine. */
export class PowerCut extends Error {}

const secretsName = 'profile';

export const emptyStore = (): Db => expectOk(openStore(':memory:', migrations));

/** A started engine: what a crash takes away. */
interface Running {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly replica: ReplicaPort;
  readonly putObject: (object: SyncObject) => boolean;
  readonly objects: ReturnType<typeof createObjectTable>;
  readonly keep: () => void;
}

/**
 * One person's machine: a real ledger over SQLite in memory, which a crash reduces to what was committed. Its clock
 * is wrong by its own amount, and a fuse lets the power fail at any use of clock or randomness.
 */
export const createDevice = (name: string, now: () => number, seeded: Random) => {
  let skew = 0;
  let fuse: number | null = null;
  let blown = false;
  let stored = false;
  let running: Running | undefined;
  const profileKey = seeded.bytes(32);

  const burn = (): void => {
    if (fuse === null) return;
    fuse -= 1;
    if (fuse > 0) return;
    fuse = null;
    blown = true;
    throw new PowerCut('The power failed.');
  };
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

  const boot = (db: Db, secrets: ProfileSecrets): void => {
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
    const objects = createObjectTable(db);
    const listeners = new Set<(note: ObjectNote) => void>();
    const putObject = (object: SyncObject): boolean => {
      const fresh = objects.put(object, 0);
      if (fresh) for (const listener of [...listeners]) listener({ id: object.id, version: object.version });
      return fresh;
    };
    const replica = createReplica(
      {
        entries: ledger.entries,
        objects,
        take: (received, via) => {
          const taken = ledger.take(received, via);
          if (!taken.ok) throw new Error(taken.error.sentence);
          return { refused: taken.value };
        },
        putObject,
        redactions: ledger.erasures.table,
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
    running = {
      db,
      ledger,
      replica,
      putObject,
      objects,
      keep: () => vault.write(secretsName, encodeSecrets(ledger.secrets())),
    };
  };

  const engine = (): Running => {
    if (running === undefined) throw new Error(`${name} is not running.`);
    return running;
  };

  return {
    name,
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
    objectOf: (id: Uint8Array): SyncObject | undefined => engine().objects.get(id),
    /** Everything that is not committed is gone; the engine starts again from the file. */
    crash: (): void => {
      const { db } = engine();
      if (db.inTransaction) throw new Error('A transaction outlived what it was for.');
      const file = db.serialize();
      engine().ledger.close();
      db.close();
      running = undefined;
      fuse = null;
      blown = false;
      if (!stored) return;
      const reopened = new Database(file);
      const sealed = createVault(reopened, profileKey, seeded).read(secretsName);
      if (sealed == null) throw new Error(`The secrets of ${name} did not survive.`);
      boot(reopened, expectOk(decodeSecrets(sealed)));
    },
    /** A second engine on a copy of the disk, as somebody who copies a profile would have. */
    twin: (): Ledger => {
      const db = new Database(engine().db.serialize());
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
    /** The power fails at the n-th use of clock or randomness. */
    setFuse: (uses: number | null): void => {
      fuse = uses;
      if (uses !== null) blown = false;
    },
    fuseBlew: (): boolean => blown,
    stop: (): void => {
      running?.ledger.close();
      running?.db.close();
      running = undefined;
    },
  };
};

export type Device = ReturnType<typeof createDevice>;

import { basename } from 'node:path';
import {
  err,
  ok,
  watchMinutes,
  type Clock,
  type Log,
  type Random,
  type Result,
  type Timers,
} from '#shared/std/index.ts';
import {
  failure,
  parseCommand,
  type CommandName,
  type EngineApi,
  type ProtocolError,
  type QueryResult,
  type SyncState,
} from '#shared/protocol/index.ts';
import { wipe as wipeBytes } from '../crypto/index.ts';
import { createWatchers } from '../api/index.ts';
import { decodeSecrets } from '../keys/index.ts';
import type { ProfileSecrets } from '../keys/index.ts';
import { createHolidayCalendar, loadHolidayLibrary } from '../holidays/index.ts';
import { createQueryHandlers, createSharing, type Topic } from '../queries/index.ts';
import { createLocalTables, openStore, writeFault, type Db, type RecordSealing } from '../store/index.ts';
import { createVault, type PassphraseCost, type ProfileKey, type SecretStore } from '../vault/index.ts';
import { projectAgain } from '../upkeep/index.ts';
import { commandTable } from './command-table.ts';
import { createPairingDesk, tendDevices } from './devices/index.ts';
import { endAll } from './end-all.ts';
import { wipeLeftovers } from './guards.ts';
import { keepHouse } from './household.ts';
import { createIntegrity } from './integrity.ts';
import { bringToLife, secretsName, type Live } from './live.ts';
import { migrations } from './migrations.ts';
import { createQueryContext } from './query-context.ts';
import { createRecovery } from './recovery.ts';
import { knownRelays } from './relay-commands.ts';
import { keepRetention } from './retention.ts';
import type { ProfileState } from './state.ts';

export interface OpenOptions {
  /** Folder of the profile; made when missing. */
  readonly directory: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly log: Log;
  /** False keeps relays and the local network out of it. */
  readonly network?: boolean;
  /** Relays to use beside those the profile knows. */
  readonly relays?: readonly string[];
  /** Switches the local network on or off for this run; otherwise the profile's own setting counts. */
  readonly lan?: boolean;
  /** The key that wraps the profile's secrets; a key file in the folder if the host has nothing better. */
  readonly profileKey?: ProfileKey;
  /** The system's keychain, where the host has one the key could be moved to or from. */
  readonly keychain?: SecretStore;
  /** Cost of new passphrases; measured on this machine where it is left out. */
  readonly passphraseCost?: PassphraseCost;
}

/** The file of a profile, open, with the key that opens what it holds. */
export interface OpenedFile {
  readonly db: Db;
  readonly file: string;
  readonly key: Uint8Array;
  /** Encrypts what records say on the disk; undefined where they are kept readable there. */
  readonly records: RecordSealing | undefined;
  /** Records to project again, because a crash left their search text behind. */
  readonly stale: ReadonlySet<string>;
  /** In plain words, for the list of devices. */
  readonly keysIn: () => string;
  readonly security: () => QueryResult<'security'>;
}

/** A profile in use, until it is locked or closed. */
export interface OpenedSession {
  readonly engine: EngineApi;
  readonly state: ProfileState;
  /** Leaves the file open: it is closed by whoever opened it. */
  readonly close: () => Promise<void>;
}

export const version = '0.1.0';

/** Public holidays are looked up so long after somebody first asks for them. */
const holidaysAfterMs = 700;

/**
 * Brings an open file to life: its keys and, if it belongs to a team, its ledger and network. Costs a few SQL queries
 * whatever the history (DESIGN 3). The file stays the caller's, also when this fails.
 */
export const openSession = async (
  options: OpenOptions,
  opened: OpenedFile,
): Promise<Result<OpenedSession, ProtocolError>> => {
  const { directory, clock, random, timers, log } = options;
  const { db, file } = opened;
  const vault = createVault(db, opened.key, random);
  const secrets = readSecrets(vault.read(secretsName));
  if (!secrets.ok) return secrets;
  const local = createLocalTables(db);

  let live: Live | null = null;
  let joining: string | null = null;
  let stopHouse: () => void = () => undefined;
  let devices: ReturnType<typeof tendDevices> | undefined;
  const pairing = createPairingDesk();
  const noSync: SyncState = {
    pending: 0,
    relays: [],
    lan: { enabled: false, port: null, addresses: [], peers: [] },
    peers: [],
  };
  const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  let stopLoading: () => void = () => undefined;
  const holidays = createHolidayCalendar({
    load: async () => {
      // Reading it holds everything up for a tenth of a second: the first screen comes first.
      await new Promise<void>((resolve) => {
        stopLoading = timers.after(holidaysAfterMs, resolve);
      });
      return loadHolidayLibrary();
    },
    breathe,
    changed: () => watchers.touch(['records:leave']),
    failed: (cause) => log.warn('holiday calendar unreadable', { cause: String(cause) }),
  });
  const sharing = createSharing();
  const handlers = createQueryHandlers(
    createQueryContext({
      db,
      file,
      directory,
      clock,
      random,
      keysIn: opened.keysIn,
      security: opened.security,
      live: () => live,
      local,
      pairing,
      holidays,
      sync: () => live?.network.state() ?? noSync,
      recovery: () => recovery.view(),
      profile: () => ({
        state: live !== null ? 'ready' : joining !== null ? 'joining' : 'empty',
        joining,
        sample: local.state('sample') === 'yes',
        version,
        name: basename(directory),
      }),
    }),
    sharing,
  );
  const watchers = createWatchers({ handlers, sharing, defer: setImmediate, log });

  const integrity = createIntegrity({
    live: () => live,
    clock,
    random,
    timers,
    log,
    breathe,
    onChange: () => watchers.touch(['local']),
  });
  const state: ProfileState = {
    integrity,
    db,
    directory,
    vault,
    local,
    clock,
    random,
    timers,
    log,
    networkOn: options.network ?? true,
    live: () => live,
    setLive: (next) => {
      stopHouse();
      stopHouse = () => undefined;
      devices?.close();
      devices = undefined;
      live = next;
      if (next !== null) {
        const stopKeeping = keepHouse(next, { clock, timers, random, log });
        const stopAttending = recovery.attend(next);
        const stopRetention = keepRetention({ live: next, local, clock, random, timers, log });
        stopHouse = () => {
          stopKeeping();
          stopAttending();
          stopRetention();
        };
        devices = tendDevices(state, next);
      }
      watchers.touchAll();
    },
    isJoining: () => joining !== null,
    setJoining: (sentence) => {
      joining = sentence;
      watchers.touchAll();
    },
    revive: (of, stored) =>
      bringToLife(
        of,
        {
          db,
          vault,
          clock,
          random,
          timers,
          log,
          ...(opened.records === undefined ? {} : { recordSealing: opened.records }),
          onCommit: (commit) => {
            const topics: Topic[] = ['entries', ...[...commit.kinds].map((kind) => `records:${kind}` as Topic)];
            watchers.touch(commit.members ? [...topics, 'members'] : topics);
          },
          onNetwork: () => watchers.touch(['sync']),
        },
        stored,
      ),
    breathe,
    emptyStore: () => emptyStore(),
    read: (name, params) => Promise.resolve(watchers.run(name, params)),
    touchLocal: () => watchers.touch(['local']),
    touchDrafts: () => watchers.touch(['drafts']),
    touchAll: () => watchers.touchAll(),
    pairing,
    shareNotes: () => devices?.share(),
  };
  const recovery = createRecovery(state);

  if (secrets.value === undefined) {
    wipeLeftovers(state);
  } else {
    const revived = state.revive(secrets.value, () => true);
    state.setLive(revived);
    if (opened.stale.size > 0) {
      const projected = projectAgain(revived.ledger, opened.stale);
      if (!projected.ok) log.warn('search could not be brought up to date', { sentence: projected.error.sentence });
    }
    const caughtUp = revived.ledger.retryDeferred();
    if (!caughtUp.ok)
      log.warn('entries of a newer version could not be looked at again', { sentence: caughtUp.error.sentence });
    if (state.networkOn) {
      for (const url of [...knownRelays(state), ...(options.relays ?? [])]) revived.network.addRelay(url);
      if (options.lan ?? local.state('lan') === 'on') await revived.network.setLan(true);
    }
  }

  const table = commandTable(state, recovery);
  const run = async (
    name: CommandName,
    params: unknown,
    once: string | undefined,
  ): Promise<Result<unknown, ProtocolError>> => {
    const request = parseCommand(name, params);
    if (!request.ok) return request;
    const kept = once === undefined ? null : local.once(`${name}:${once}`);
    if (kept !== null) return ok(JSON.parse(kept) as unknown);
    try {
      // The table pairs each name with its own handler; the compiler cannot follow that through a variable name.
      if (!(name in table)) return err(failure('invalid', 'This is not a command on what the profile holds.'));
      const handler = table[name as keyof typeof table] as (
        request: unknown,
        once: string | undefined,
      ) => Result<unknown, ProtocolError> | Promise<Result<unknown, ProtocolError>>;
      return await handler(request.value, once === undefined ? undefined : `${name}:${once}`);
    } catch (cause) {
      const fault = writeFault(cause);
      if (fault === undefined) throw cause;
      return err(fault);
    }
  };

  recovery.start();
  let closed = false;
  const minutes = watchMinutes({ clock, timers, onMinute: () => watchers.touch(['clock']) });

  const engine: EngineApi = {
    run: (name, params, once) => run(name, params, once) as ReturnType<EngineApi['run']> as never,
    read: state.read,
    watch: watchers.watch,
  };
  return ok({
    engine,
    state,
    close: async () => {
      if (closed) return;
      closed = true;
      minutes.stop();
      stopLoading();
      await endAll(log, [
        () => pairing.endOffer(),
        () => pairing.giveUp(),
        () => pairing.joining,
        () => stopHouse(),
        () => devices?.close(),
        () => recovery.close(),
        () => integrity.close(),
        () => watchers.close(),
        async () => {
          const forgotten = live?.ledger.secrets();
          try {
            await live?.close();
          } finally {
            live = null;
            if (forgotten !== undefined) forget(forgotten);
          }
        },
      ]);
    },
  });
};

const emptyStore = (): Db => {
  const opened = openStore(':memory:', migrations);
  if (!opened.ok) throw new Error(opened.error.sentence);
  return opened.value;
};

/** Overwrites what only a closed profile may lose. Best effort: the runtime may hold copies. */
const forget = ({ deviceSecret, personSecret, generations, logs, keys, lanKey }: ProfileSecrets): void =>
  wipeBytes(
    deviceSecret,
    personSecret,
    lanKey,
    ...[...generations, ...logs].map(({ seed }) => seed),
    ...keys.map(({ key }) => key),
  );

/** Undefined: no team yet. */
const readSecrets = (stored: Uint8Array | null | undefined): Result<ProfileSecrets | undefined, ProtocolError> => {
  if (stored === undefined) return ok(undefined);
  if (stored === null) {
    return err(
      failure(
        'corrupt',
        'The keys of this profile do not open with its profile key. Put back the key file that belongs to it; nothing was changed.',
      ),
    );
  }
  const secrets = decodeSecrets(stored);
  return secrets.ok ? secrets : err(failure('corrupt', secrets.error.sentence));
};

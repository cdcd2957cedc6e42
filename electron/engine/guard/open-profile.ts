import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  failure,
  parseCommand,
  parseQuery,
  type CommandName,
  type EngineApi,
  type KeyPlace,
  type ProtocolError,
  type QueryName,
  type QueryResult,
} from '#shared/protocol/index.ts';
import { equalBytes, err, ok, type Log, type Result } from '#shared/std/index.ts';
import { wipe } from '../crypto/index.ts';
import { endAll, openSession, version, type OpenedSession, type OpenOptions } from '../profile/index.ts';
import { createAttempts } from './attempts.ts';
import { findKey } from './find-key.ts';
import { createIdle } from './idle.ts';
import { createKeyPlaces, placeWords } from './key-places.ts';
import { openFile, rewriteFile, type ProfileFile } from './profile-file.ts';
import { isGuardCommand, runGuardCommand, type Guarded } from './commands.ts';
import { writeFault } from '../store/index.ts';
import { endDestroying } from '../vault/index.ts';
import { createWatches } from './watches.ts';

export interface OpenedProfile {
  readonly engine: EngineApi;
  readonly close: () => Promise<void>;
}

interface Open {
  readonly session: OpenedSession;
  readonly file: ProfileFile;
  readonly key: Uint8Array;
  readonly openMs: number;
}

/** How often an encrypted profile looks whether enough has changed to write its image anew. */
const tidyMs = 20_000;

const locked = failure('locked', 'This profile is locked. Unlock it with its passphrase.');

/** A file that SQLite opens and cannot read is refused like one that it does not open. */
const readable = async <T>(work: () => Promise<Result<T, ProtocolError>>): Promise<Result<T, ProtocolError>> => {
  try {
    return await work();
  } catch (cause) {
    const fault = writeFault(cause);
    if (fault === undefined) throw cause;
    return err(fault);
  }
};

/**
 * Opens a profile, or as much of it as is possible: a profile whose key lies under a passphrase starts locked, and
 * everything but unlocking answers `locked` until then. Locking closes ledger, network and file and forgets the keys;
 * windows keep their subscriptions. Locking the folder against other hosts is the host's part.
 */
export const openProfile = async (options: OpenOptions): Promise<Result<OpenedProfile, ProtocolError>> => {
  const { directory, clock, random, timers, log } = options;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch {
    return err(
      failure(
        'profile-read-only',
        `The folder ${directory} cannot be made. Check the permissions of the folder above it.`,
      ),
    );
  }
  const path = join(directory, 'profile.db');
  const keyPath = join(directory, 'profile.key');
  dropRemains(keyPath, log);
  const found = await findKey(keyPath, existsSync(path), options.profileKey, random);
  if (!found.ok) return found;

  let place: KeyPlace = found.value.place;
  let open: Open | undefined;
  let closed = false;
  /** While the file is written anew: whoever asks waits, and hears nothing of it. */
  let rewriting: Promise<void> | undefined;
  /** Locking, unlocking and rewriting, one after the other. */
  let changing: Promise<unknown> = Promise.resolve();
  /** Commands under way: the file is not closed under them. */
  const running = new Set<Promise<unknown>>();
  const attempts = createAttempts(clock);
  const places = createKeyPlaces({
    path: keyPath,
    keychain: options.keychain,
    cost: options.passphraseCost,
    clock,
    random,
    attempts,
  });

  const security = (): QueryResult<'security'> => ({
    keys: place,
    keychain: options.keychain !== undefined,
    locked: open === undefined && rewriting === undefined,
    waitUntil: attempts.waitUntil(),
    autoLockMinutes: minutes(),
    encrypted: open?.file.encrypted ?? false,
    openMs: open?.openMs ?? 0,
    damage: null,
    quickCheck: open?.session.state.integrity.quick() ?? null,
    verifying: open?.session.state.integrity.verifying() ?? null,
  });
  const minutes = (): number | null => {
    const set = Number(open?.session.state.local.state('auto_lock') ?? '');
    return Number.isInteger(set) && set > 0 ? set : null;
  };

  const securityListeners = new Set<() => void>();
  const tell = (): void => {
    open?.session.state.touchLocal();
    for (const listener of [...securityListeners]) listener();
  };

  const lockedSession = (): QueryResult<'session'> => ({
    state: 'locked',
    joining: null,
    sample: false,
    team: null,
    me: null,
    version,
    profileName: basename(directory),
    now: clock.now(),
  });

  /** What is known while nothing can be read; the cast is the compiler's blind spot for a name in a variable. */
  const answer = <N extends QueryName>(name: N, params: unknown): Result<QueryResult<N>, ProtocolError> => {
    const request = parseQuery(name, params);
    if (!request.ok) return request;
    if (name === 'security') return ok(security() as QueryResult<N>);
    if (name === 'session') return ok(lockedSession() as QueryResult<N>);
    return err(locked);
  };

  const subscribe: EngineApi['watch'] = (name, params, listener) => {
    if (open !== undefined) return open.session.engine.watch(name, params, listener);
    // Begun again when the file is there.
    if (rewriting !== undefined) return () => undefined;
    let live = true;
    const now = (): void => {
      if (live) listener(answer(name, params));
    };
    setImmediate(now);
    if (name === 'security') securityListeners.add(now);
    return () => {
      live = false;
      securityListeners.delete(now);
    };
  };
  const watches = createWatches(subscribe);

  const idle = createIdle({
    clock,
    timers,
    onIdle: () => {
      lock().catch((cause: unknown) => log.warn('The profile could not be locked', { reason: String(cause) }));
    },
  });
  const applyIdle = (): void => {
    const set = place === 'passphrase' ? minutes() : null;
    idle.setLimit(set === null ? null : set * 60_000);
  };

  /** What a full disk refuses is written at a later look; everything is in the file all the same, as changes. */
  const tidy = (): void => {
    try {
      open?.file.tidy();
    } catch (cause) {
      const fault = writeFault(cause);
      if (fault === undefined) throw cause;
      log.warn('The image of the encrypted profile could not be written', { sentence: fault.sentence });
    }
  };
  let stopTidying: () => void = () => undefined;
  const planTidying = (): void => {
    stopTidying = timers.after(tidyMs, () => {
      tidy();
      planTidying();
    });
  };

  const start = async (key: Uint8Array): Promise<Result<void, ProtocolError>> => {
    const started = clock.now();
    const file = openFile(path, key, random);
    if (!file.ok) return file;
    const { db, records, stale } = file.value;
    const session = await readable(() =>
      openSession(options, { db, file: path, key, records, stale, keysIn: () => placeWords[place], security }),
    );
    if (!session.ok) {
      file.value.close();
      return session;
    }
    file.value.settled();
    open = { session: session.value, file: file.value, key, openMs: clock.now() - started };
    applyIdle();
    stopTidying();
    planTidying();
    watches.resume();
    tell();
    return ok(undefined);
  };

  /** Lets go of everything that is open. From the first line on nothing new is taken. */
  const letGo = async (): Promise<void> => {
    const was = open;
    if (was === undefined) return;
    watches.pause();
    open = undefined;
    idle.setLimit(null);
    stopTidying();
    was.session.state.integrity.cancel();
    await endAll(log, [
      () => Promise.allSettled(running),
      () => was.session.close(),
      () => was.file.close(),
      () => wipe(was.key),
    ]);
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = changing.then(work);
    // Whoever asked hears of a failure; those who wait only need it to be over.
    changing = turn.catch(() => undefined);
    return turn;
  };

  const lock = (): Promise<Result<void, ProtocolError>> =>
    inTurn(async () => {
      if (open === undefined) return ok(undefined);
      if (place !== 'passphrase')
        return err(failure('not-allowed', 'Set a passphrase first: without one nothing could open the profile again.'));
      const going = letGo();
      watches.resume();
      tell();
      await going;
      return ok(undefined);
    });

  /** A move away from the keychain that was cut off before the keychain let go of the key. */
  const forgetLeftover = async (): Promise<void> => {
    if (open === undefined || place === 'keychain' || options.keychain === undefined) return;
    const held = await options.keychain.load();
    if (!held.ok || held.value === null) return;
    const same = equalBytes(held.value, open.key);
    wipe(held.value);
    if (!same) return;
    const gone = await options.keychain.destroy(open.key);
    if (!gone.ok) log.warn('A key that moved is still in the keychain', { sentence: gone.error.sentence });
  };

  const unlock = (passphrase: string): Promise<Result<void, ProtocolError>> =>
    inTurn(async () => {
      if (open !== undefined) return ok(undefined);
      if (closed) return err(failure('unavailable', 'Meridian is closing.'));
      const key = await places.unlock(passphrase);
      tell();
      if (!key.ok) return key;
      const started = await start(key.value);
      if (!started.ok) wipe(key.value);
      // Nobody waits for the keychain; what moves the key does, so that neither takes the other's.
      else
        inTurn(forgetLeftover).catch((cause: unknown) =>
          log.warn('The keychain could not be looked at', { reason: String(cause) }),
        );
      return started;
    });

  const guarded: Guarded = {
    lock,
    unlock,
    active: () => void idle.active(),
    moveKey: (target, current) =>
      inTurn(async () => {
        if (open === undefined) return err(locked);
        const proven = await places.prove(place, current);
        if (!proven.ok) return proven;
        const moved = await places.move(open.key, place, target);
        if (!moved.ok) return moved;
        place = target.place;
        applyIdle();
        tell();
        return ok(undefined);
      }),
    encrypt: (on) =>
      inTurn(async () => {
        if (open === undefined) return err(locked);
        if (open.file.encrypted === on) return ok(undefined);
        const key = open.key.slice();
        const over = Promise.withResolvers<undefined>();
        rewriting = over.promise;
        try {
          await letGo();
          const written = rewriteFile(path, key, random, on);
          const started = await start(key);
          return written.ok ? started : written;
        } finally {
          rewriting = undefined;
          if (open === undefined) wipe(key);
          watches.resume();
          tell();
          over.resolve(undefined);
        }
      }),
    setAutoLock: (set) => {
      if (open === undefined || !idle.active()) return err(locked);
      if (set !== null && place !== 'passphrase')
        return err(failure('not-allowed', 'Set a passphrase first: only a passphrase can open what was locked.'));
      open.session.state.local.setState('auto_lock', set === null ? '' : String(set));
      applyIdle();
      tell();
      return ok(undefined);
    },
  };

  const run = async (
    name: CommandName,
    params: unknown,
    once: string | undefined,
  ): Promise<Result<unknown, ProtocolError>> => {
    if (isGuardCommand(name)) {
      const request = parseCommand(name, params);
      return request.ok ? runGuardCommand(guarded, name, request.value) : request;
    }
    while (rewriting !== undefined) await rewriting;
    if (open === undefined) return err(locked);
    // Whoever comes to a machine that slept may be somebody else.
    if (!idle.active()) return err(locked);
    const work = open.session.engine.run(name, params as never, once);
    running.add(work);
    try {
      return await work;
    } finally {
      running.delete(work);
    }
  };

  if (found.value.key !== null) {
    const started = await start(found.value.key);
    if (!started.ok) return started;
    await forgetLeftover();
  }

  return ok({
    engine: {
      run: (name, params, once) => run(name, params, once) as ReturnType<EngineApi['run']> as never,
      read: async (name, params) => {
        while (rewriting !== undefined) await rewriting;
        return open !== undefined ? open.session.engine.read(name, params) : answer(name, params);
      },
      watch: watches.watch,
    },
    close: async () => {
      if (closed) return;
      closed = true;
      idle.stop();
      watches.close();
      securityListeners.clear();
      await inTurn(letGo);
    },
  });
};

/** A key file that was being destroyed when the machine went off. */
const dropRemains = (path: string, log: Log): void => {
  try {
    endDestroying(path);
  } catch (cause) {
    // Only what the file system says: the next opening tries again.
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    log.warn('What is left of a destroyed key file could not be removed', { reason: cause.message });
  }
};

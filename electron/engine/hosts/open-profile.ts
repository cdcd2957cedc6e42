import { existsSync } from 'node:fs';
import { failure, type EngineApi, type ProtocolError } from '#shared/protocol/index.ts';
import { err, type Log, type Result } from '#shared/std/index.ts';
import { openProfile, type ProfileKey, type SecretStore } from '../index.ts';
import { folderFault, lockProfile } from './profile-lock.ts';
import { fileLog, systemClock, systemRandom, systemTimers } from './system-ports.ts';

export interface HostProfileOptions {
  readonly directory: string;
  /** Refuse to make a new profile: for commands that only make sense on one that is there. */
  readonly mustExist?: boolean;
  /** False keeps relays and the local network out of it. */
  readonly network?: boolean;
  /** Relays to use beside those the profile knows. */
  readonly relays?: readonly string[];
  /** Switches the local network on or off for this run; otherwise the profile's own setting counts. */
  readonly lan?: boolean;
  /** The key that wraps the profile's secrets, where the host keeps it; otherwise a key file in the folder. */
  readonly profileKey?: ProfileKey;
  /** The system's keychain, where the host can reach one. */
  readonly keychain?: SecretStore;
}

export interface HostProfile {
  readonly engine: EngineApi;
  readonly directory: string;
  readonly log: Log;
  readonly close: () => Promise<void>;
}

/**
 * Opens a profile for one of the hosts: takes the lock that all of them share, gives the engine this machine's clock,
 * randomness and timers, and lets go of the lock after the engine has closed.
 */
export const openHostProfile = async (options: HostProfileOptions): Promise<Result<HostProfile, ProtocolError>> => {
  const { directory } = options;
  if (options.mustExist === true && !existsSync(directory)) {
    return err(failure('not-found', `There is no profile at ${directory}. Name another with --profile.`));
  }
  const lock = lockProfile(directory, systemClock);
  if (!lock.ok) return lock;
  const log = fileLog(directory, systemClock);
  try {
    const opened = await openProfile({
      directory,
      clock: systemClock,
      random: systemRandom,
      timers: systemTimers,
      log,
      network: options.network ?? true,
      ...(options.relays === undefined ? {} : { relays: options.relays }),
      ...(options.lan === undefined ? {} : { lan: options.lan }),
      ...(options.keychain === undefined ? {} : { keychain: options.keychain }),
      ...(options.profileKey === undefined ? {} : { profileKey: options.profileKey }),
    });
    if (!opened.ok) {
      lock.value.release();
      return opened;
    }
    const { engine, close } = opened.value;
    return {
      ok: true,
      value: {
        engine,
        directory,
        log,
        close: async () => {
          try {
            await close();
          } finally {
            lock.value.release();
          }
        },
      },
    };
  } catch (thrown) {
    lock.value.release();
    const fault = folderFault(directory, thrown);
    if (fault === undefined) throw thrown;
    return err(fault);
  }
};

import { failure, type KeyPlace, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Clock, type Random, type Result } from '#shared/std/index.ts';
import { wipe } from '../crypto/index.ts';
import {
  calibratedCost,
  moveKey,
  passphraseStore,
  plainFileStore,
  type PassphraseCost,
  type SecretStore,
} from '../vault/index.ts';
import type { Attempts } from './attempts.ts';

export interface KeyPlacesDeps {
  readonly path: string;
  readonly keychain: SecretStore | undefined;
  readonly cost: PassphraseCost | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly attempts: Attempts;
}

/** Where the key should go. */
export type Target =
  { readonly place: 'passphrase'; readonly passphrase: string } | { readonly place: 'key-file' | 'keychain' };

/** Words for the list of devices. */
export const placeWords: Readonly<Record<KeyPlace, string>> = {
  'key-file': 'key file',
  passphrase: 'a file under your passphrase',
  keychain: 'system keychain',
};

/** Opens the passphrase's wrapping, and moves the profile key between the places this machine has. */
export const createKeyPlaces = ({ path, keychain, cost, clock, random, attempts }: KeyPlacesDeps) => {
  const under = (passphrase: string): SecretStore =>
    passphraseStore({
      path,
      passphrase,
      random,
      cost: () => (cost === undefined ? calibratedCost(clock, random) : Promise.resolve(cost)),
    });

  /** The key under the passphrase; every wrong one makes the next attempt later. */
  const unlock = async (passphrase: string): Promise<Result<Uint8Array, ProtocolError>> => {
    const wait = attempts.waitUntil();
    if (wait !== null) {
      const seconds = Math.ceil((wait - clock.now()) / 1000);
      const sentence = `Too many wrong passphrases. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again.`;
      return err(failure('locked', sentence, 'passphrase'));
    }
    const key = await under(passphrase).load();
    if (!key.ok) {
      if (key.error.code === 'unauthorized') attempts.failed();
      return key;
    }
    attempts.succeeded();
    return key.value === null
      ? err(failure('corrupt', `The key file ${path} is not under a passphrase any more. Open Meridian again.`))
      : ok(key.value);
  };

  /** Proves the person where a passphrase guards the key; nothing to prove elsewhere. */
  const prove = async (place: KeyPlace, current: string | undefined): Promise<Result<void, ProtocolError>> => {
    if (place !== 'passphrase') return ok(undefined);
    if (current === undefined) return err(failure('unauthorized', 'Enter the current passphrase too.', 'current'));
    const key = await unlock(current);
    if (!key.ok) return err({ ...key.error, field: 'current' });
    wipe(key.value);
    return ok(undefined);
  };

  const storeOf = (target: Target): SecretStore | undefined => {
    if (target.place === 'passphrase') return under(target.passphrase);
    return target.place === 'key-file' ? plainFileStore(path) : keychain;
  };
  const stored = (place: KeyPlace): SecretStore | undefined =>
    place === 'passphrase' ? under('') : place === 'key-file' ? plainFileStore(path) : keychain;

  const move = async (key: Uint8Array, from: KeyPlace, target: Target): Promise<Result<void, ProtocolError>> => {
    const to = storeOf(target);
    const old = stored(from);
    if (to === undefined || old === undefined)
      return err(
        failure('unavailable', 'This system has no keychain that Meridian can use. The key stays where it is.'),
      );
    return moveKey(key, old, to);
  };

  return { unlock, prove, move };
};

export type KeyPlaces = ReturnType<typeof createKeyPlaces>;

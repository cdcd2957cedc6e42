import { toText } from '#shared/std/index.ts';
import type { Random } from '#shared/std/index.ts';
import { signKeyPair } from '../crypto/index.ts';
import type { SignKeys } from '../crypto/index.ts';
import type { LogSecret } from '../keys/index.ts';

/** Signing keys of this device's own log in each space; made when the device first writes there. */
export const createLogKeys = (initial: readonly LogSecret[], random: Random, onNew: () => void) => {
  const secrets = new Map(initial.map((secret) => [toText(secret.spaceId), secret]));
  const pairs = new Map<string, SignKeys>();
  return {
    of: (spaceId: Uint8Array): SignKeys => {
      const name = toText(spaceId);
      const held = pairs.get(name);
      if (held !== undefined) return held;
      let secret = secrets.get(name);
      if (secret === undefined) {
        secret = { spaceId, seed: random.bytes(32) };
        secrets.set(name, secret);
        onNew();
      }
      const pair = signKeyPair(secret.seed);
      pairs.set(name, pair);
      return pair;
    },
    all: (): LogSecret[] => [...secrets.values()],
    /** Public keys of the logs that are this device's own. */
    ids: (): Uint8Array[] => [...secrets.values()].map((secret) => signKeyPair(secret.seed).publicKey),
  };
};

export type LogKeys = ReturnType<typeof createLogKeys>;

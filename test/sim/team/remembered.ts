import sodium from 'sodium-native';

/** The functions of libsodium that are looked up here, as the engine calls them. */
interface Native {
  crypto_sign_verify_detached: (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;
  crypto_box_seal_open: (out: Uint8Array, sealed: Uint8Array, publicKey: Uint8Array, secretKey: Uint8Array) => boolean;
}

const most = 20_000;

const keyOf = (...parts: readonly Uint8Array[]): string =>
  parts.map((one) => Buffer.from(one.buffer, one.byteOffset, one.length).toString('latin1')).join('|');

/**
 * Every machine of a story checks the same signatures and tries the same seals, all in one process. Whether a signature
 * holds, and what a seal contains, follows from the bytes alone, so the answer of the first machine is that of all. Whoever
 * hands over other bytes gets another answer: nothing is taken on trust.
 */
export const rememberCrypto = (): void => {
  const native = sodium as unknown as Native;
  const { crypto_sign_verify_detached: verify, crypto_box_seal_open: openSeal } = native;
  const verified = new Map<string, boolean>();
  const opened = new Map<string, Uint8Array | null>();
  const keep = <T>(map: Map<string, T>, key: string, value: T): T => {
    if (map.size >= most) map.clear();
    map.set(key, value);
    return value;
  };
  native.crypto_sign_verify_detached = (signature, message, publicKey) => {
    const key = keyOf(signature, publicKey, message);
    return verified.get(key) ?? keep(verified, key, verify(signature, message, publicKey));
  };
  native.crypto_box_seal_open = (out, sealed, publicKey, secretKey) => {
    const key = keyOf(sealed, publicKey, secretKey);
    const held = opened.get(key);
    if (held !== undefined) {
      if (held !== null) out.set(held);
      return held !== null;
    }
    const done = openSeal(out, sealed, publicKey, secretKey);
    keep(opened, key, done ? Uint8Array.from(out) : null);
    return done;
  };
};

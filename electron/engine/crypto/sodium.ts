import sodiumNative from 'sodium-native';

/**
 * The libsodium calls used here, typed for plain Uint8Array: the published types ask for Buffer, the addon does not.
 * Output parameters come first, as in C.
 */
interface Sodium {
  readonly crypto_generichash: (out: Uint8Array, input: Uint8Array) => void;
  readonly crypto_sign_seed_keypair: (publicKey: Uint8Array, secretKey: Uint8Array, seed: Uint8Array) => void;
  readonly crypto_sign_detached: (out: Uint8Array, message: Uint8Array, secretKey: Uint8Array) => void;
  readonly crypto_sign_verify_detached: (sig: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;
  readonly crypto_box_seed_keypair: (publicKey: Uint8Array, secretKey: Uint8Array, seed: Uint8Array) => void;
  readonly crypto_box_easy: (
    out: Uint8Array,
    message: Uint8Array,
    nonce: Uint8Array,
    publicKey: Uint8Array,
    secretKey: Uint8Array,
  ) => void;
  readonly crypto_box_seal_open: (
    out: Uint8Array,
    sealed: Uint8Array,
    publicKey: Uint8Array,
    secretKey: Uint8Array,
  ) => boolean;
  readonly crypto_scalarmult: (out: Uint8Array, secretKey: Uint8Array, publicKey: Uint8Array) => void;
  readonly crypto_aead_xchacha20poly1305_ietf_encrypt: (
    out: Uint8Array,
    message: Uint8Array,
    additional: Uint8Array,
    secretNonce: null,
    nonce: Uint8Array,
    key: Uint8Array,
  ) => number;
  readonly crypto_aead_xchacha20poly1305_ietf_decrypt: (
    out: Uint8Array,
    secretNonce: null,
    sealed: Uint8Array,
    additional: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
  ) => number;
  readonly crypto_pwhash_ALG_ARGON2ID13: number;
  readonly crypto_pwhash_async: (
    out: Uint8Array,
    passphrase: Uint8Array,
    salt: Uint8Array,
    operations: number,
    memory: number,
    algorithm: number,
  ) => Promise<void>;
  readonly randombytes_buf: (out: Uint8Array) => void;
  readonly sodium_memzero: (bytes: Uint8Array) => void;
}

export const sodium = sodiumNative as unknown as Sodium;

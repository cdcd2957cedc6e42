import fc from 'fast-check';
import sodium from 'sodium-native';
import { describe, expect, it } from 'vitest';
import {
  boxKeyPair,
  decrypt,
  encrypt,
  hash,
  openSealed,
  seal,
  sharedSecret,
  sign,
  signKeyPair,
  systemRandom,
  unwrapSecret,
  verify,
  wipe,
  wrapSecret,
} from '#engine/crypto/index.ts';
import { expectOk } from '#shared/std/index.ts';

const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
const message = fc.uint8Array({ maxLength: 300 });
const flip = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));

describe('hash', () => {
  it('separates purposes and the borders between parts', () => {
    const [a, b] = [Uint8Array.of(1, 2), Uint8Array.of(3)];
    const all = [
      hash('entry', a, b),
      hash('body', a, b),
      hash('entry', Uint8Array.of(1), Uint8Array.of(2, 3)),
      hash('entry', Uint8Array.of(1, 2, 3)),
      hash('entry', a, b, new Uint8Array(0)),
    ];
    expect(new Set(all.map(String)).size).toBe(all.length);
  });
});

describe('signatures', () => {
  it('hold for exactly this key, purpose and message', () => {
    fc.assert(
      fc.property(seed, seed, message, (one, other, bytes) => {
        fc.pre(String(one) !== String(other));
        const keys = signKeyPair(one);
        const signature = sign(keys, 'entry', bytes);
        expect(verify(keys.publicKey, signature, 'entry', bytes)).toBe(true);
        expect(verify(keys.publicKey, signature, 'grant', bytes)).toBe(false);
        expect(verify(signKeyPair(other).publicKey, signature, 'entry', bytes)).toBe(false);
        expect(verify(keys.publicKey, signature, 'entry', bytes, bytes)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('fail after any single flipped bit position byte by byte', () => {
    const keys = signKeyPair(new Uint8Array(32).fill(7));
    const bytes = Uint8Array.of(1, 2, 3);
    const signature = sign(keys, 'entry', bytes);
    for (let at = 0; at < signature.length; at++)
      expect(verify(keys.publicKey, flip(signature, at), 'entry', bytes)).toBe(false);
  });

  it('of a wrong size are refused, not thrown at', () => {
    const keys = signKeyPair(new Uint8Array(32));
    expect(verify(keys.publicKey, new Uint8Array(63), 'entry')).toBe(false);
    expect(verify(new Uint8Array(31), new Uint8Array(64), 'entry')).toBe(false);
  });
});

describe('sealing', () => {
  it('opens for the recipient and the purpose only', () => {
    fc.assert(
      fc.property(seed, seed, message, (one, other, bytes) => {
        fc.pre(String(one) !== String(other));
        const keys = boxKeyPair(one);
        const sealed = seal(keys.publicKey, 'offer', bytes, systemRandom);
        expect(openSealed(keys, 'offer', sealed)).toEqual(bytes);
        expect(openSealed(keys, 'invite-package', sealed)).toBeUndefined();
        expect(openSealed(boxKeyPair(other), 'offer', sealed)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('refuses every truncation and every flipped byte', () => {
    const keys = boxKeyPair(new Uint8Array(32).fill(1));
    const sealed = seal(keys.publicKey, 'offer', Uint8Array.of(5, 6), systemRandom);
    for (let at = 0; at < sealed.length; at++) {
      expect(openSealed(keys, 'offer', sealed.subarray(0, at))).toBeUndefined();
      expect(openSealed(keys, 'offer', flip(sealed, at))).toBeUndefined();
    }
  });

  it('is the sealed box of libsodium, so other tools can open it', () => {
    const keys = boxKeyPair(new Uint8Array(32).fill(1));
    const sealed = Buffer.from(seal(keys.publicKey, 'offer', Uint8Array.of(5), systemRandom));
    const opened = Buffer.alloc(sealed.length - 48);
    const fits = sodium.crypto_box_seal_open(opened, sealed, Buffer.from(keys.publicKey), Buffer.from(keys.secretKey));
    expect(fits).toBe(true);
    expect(opened.includes('meridian/offer/1')).toBe(true);
  });
});

describe('encryption', () => {
  it('opens with the same key and additional data only', () => {
    fc.assert(
      fc.property(seed, seed, message, message, (key, other, bytes, additional) => {
        fc.pre(String(key) !== String(other));
        const sealed = encrypt(key, bytes, additional, systemRandom);
        expect(decrypt(key, sealed, additional)).toEqual(bytes);
        expect(decrypt(other, sealed, additional)).toBeUndefined();
        expect(decrypt(key, sealed, Uint8Array.of(...additional, 1))).toBeUndefined();
        expect(decrypt(key, sealed.subarray(0, -1), additional)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('never repeats a nonce for the same message', () => {
    const key = new Uint8Array(32);
    const sealed = [1, 2, 3].map(() => String(encrypt(key, key, key, systemRandom)));
    expect(new Set(sealed).size).toBe(3);
  });
});

describe('shared secrets', () => {
  it('are the same on both sides', () => {
    fc.assert(
      fc.property(seed, seed, (one, other) => {
        const [a, b] = [boxKeyPair(one), boxKeyPair(other)];
        expect(sharedSecret(a, b.publicKey)).toEqual(sharedSecret(b, a.publicKey));
      }),
      { numRuns: 20 },
    );
  });

  it('refuse public keys that make the result predictable', () => {
    expect(sharedSecret(boxKeyPair(new Uint8Array(32).fill(1)), new Uint8Array(32))).toBeUndefined();
  });
});

describe('a secret behind a passphrase', () => {
  const cheap = { operations: 1, memory: 8192 };
  const secret = Uint8Array.of(1, 2, 3);

  it('comes back with the passphrase, however its accents were typed', async () => {
    const wrapped = await wrapSecret(secret, 'cafe\u0301 au lait', systemRandom, cheap);
    expect(expectOk(await unwrapSecret(wrapped, 'caf\u00e9 au lait'))).toEqual(secret);
  });

  it('stays shut for another passphrase, and a damaged file is named as such', async () => {
    const wrapped = await wrapSecret(secret, 'right', systemRandom, cheap);
    expect(await unwrapSecret(wrapped, 'wrong')).toMatchObject({ ok: false, error: { code: 'passphrase-wrong' } });
    const torn = await unwrapSecret(wrapped.subarray(0, 20), 'right');
    expect(torn).toMatchObject({ ok: false, error: { code: 'wrapped-secret-malformed' } });
  });
});

it('wiping leaves zeros', () => {
  const secret = systemRandom.bytes(32);
  wipe(secret);
  expect(secret).toEqual(new Uint8Array(32));
});

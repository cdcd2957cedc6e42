import { readFileSync } from 'node:fs';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Random, type Result } from '#shared/std/index.ts';
import { unwrapSecret, wrapSecret, type PassphraseCost } from '../crypto/index.ts';
import { destroyFile, writeWhole } from './replace-file.ts';
import type { SecretStore } from './secret-store.ts';

/** What `profile.key` holds: the key itself (32 bytes) or the key under a passphrase (`wrapSecret`, always longer). */
export type KeyFileContent =
  | { readonly kind: 'none' }
  | { readonly kind: 'key-file'; readonly key: Uint8Array }
  | { readonly kind: 'passphrase'; readonly wrapped: Uint8Array };

const keyBytes = 32;
/** Nothing that `wrapSecret` makes of 32 bytes is shorter or starts differently (a CBOR array of five). */
const wrappedAtLeast = 90;
const arrayOfFive = 0x85;

const damaged = (path: string): ProtocolError =>
  failure(
    'corrupt',
    `The key file ${path} is damaged. Put back a copy; without it the private records cannot be opened.`,
  );

/** Reads the key file. One file for both forms, so that going from one to the other is one atomic replacement. */
export const readKeyFile = (path: string): Result<KeyFileContent, ProtocolError> => {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(path));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return ok({ kind: 'none' });
    return err(failure('profile-read-only', `The key file ${path} cannot be read. Check its permissions.`));
  }
  if (bytes.length === keyBytes) return ok({ kind: 'key-file', key: bytes });
  if (bytes.length >= wrappedAtLeast && bytes[0] === arrayOfFive) return ok({ kind: 'passphrase', wrapped: bytes });
  return err(damaged(path));
};

const written = (path: string, work: () => void): Result<void, ProtocolError> => {
  try {
    work();
    return ok(undefined);
  } catch (cause) {
    // Only what the file system says; anything else is a defect.
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    return err(
      failure('profile-read-only', `The key file ${path} cannot be written. Check the folder's permissions and space.`),
    );
  }
};

/** The key as it is, in a file that only its owner may read: no protection but the system's own. */
export const plainFileStore = (path: string): SecretStore => ({
  kind: 'key-file',
  load: () => {
    const content = readKeyFile(path);
    if (!content.ok) return Promise.resolve(content);
    return Promise.resolve(ok(content.value.kind === 'key-file' ? content.value.key : null));
  },
  save: (key) => Promise.resolve(written(path, () => writeWhole(path, key))),
  destroy: () => {
    const content = readKeyFile(path);
    const held = !content.ok || content.value.kind === 'key-file';
    return Promise.resolve(held ? written(path, () => destroyFile(path)) : ok(undefined));
  },
});

export interface PassphraseStoreDeps {
  readonly path: string;
  readonly passphrase: string;
  readonly random: Random;
  /** For new wrappings; what is there carries its own. */
  readonly cost: () => Promise<PassphraseCost>;
}

/** The key under a passphrase (Argon2id, its cost stored beside it). */
export const passphraseStore = ({ path, passphrase, random, cost }: PassphraseStoreDeps): SecretStore => ({
  kind: 'passphrase',
  load: async () => {
    const content = readKeyFile(path);
    if (!content.ok) return content;
    if (content.value.kind !== 'passphrase') return ok(null);
    const key = await unwrapSecret(content.value.wrapped, passphrase);
    if (key.ok) return key.value.length === keyBytes ? key : err(damaged(path));
    if (key.error.code === 'wrapped-secret-malformed') return err(damaged(path));
    return err(
      failure('unauthorized', 'This is not the passphrase of this profile. Nothing was changed.', 'passphrase'),
    );
  },
  save: async (key) => {
    const wrapped = await wrapSecret(key, passphrase, random, await cost());
    return written(path, () => writeWhole(path, wrapped));
  },
  destroy: () => {
    const content = readKeyFile(path);
    const held = content.ok && content.value.kind === 'passphrase';
    return Promise.resolve(held ? written(path, () => destroyFile(path)) : ok(undefined));
  },
});

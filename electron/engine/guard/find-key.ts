import { failure, type KeyPlace, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Random, type Result } from '#shared/std/index.ts';
import { plainFileStore, readKeyFile, type ProfileKey } from '../vault/index.ts';

export interface FoundKey {
  readonly place: KeyPlace;
  /** Null: only the passphrase gives it. */
  readonly key: Uint8Array | null;
}

/**
 * Where the key of this profile lies. A key file wins over what the host's keychain offers, whoever opens the profile:
 * it is where the key was put last, or the older place of a move that was cut off, and opens it either way. A profile
 * without its key is not opened with a new one: that would silently lose everything private.
 */
export const findKey = async (
  path: string,
  profileExists: boolean,
  fromHost: ProfileKey | undefined,
  random: Random,
): Promise<Result<FoundKey, ProtocolError>> => {
  const content = readKeyFile(path);
  if (!content.ok) return content;
  if (content.value.kind === 'passphrase') return ok({ place: 'passphrase', key: null });
  if (content.value.kind === 'key-file') return ok({ place: 'key-file', key: content.value.key });
  // A copy: the one here is wiped when the profile is locked or closed.
  if (fromHost !== undefined) return ok({ place: 'keychain', key: fromHost.key.slice() });
  if (profileExists)
    return err(
      failure('corrupt', `The key file ${path} is missing. Put it back; without it this profile cannot be opened.`),
    );
  const key = random.bytes(32);
  const saved = await plainFileStore(path).save(key);
  return saved.ok ? ok({ place: 'key-file', key }) : saved;
};

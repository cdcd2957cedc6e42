import type { ProtocolError } from '#shared/protocol/index.ts';
import { ok, type Result } from '#shared/std/index.ts';
import { migrations } from '../profile/index.ts';
import { openStore, type Db } from '../store/index.ts';

/** The one file of a profile, open. */
export interface ProfileFile {
  readonly db: Db;
  readonly encrypted: boolean;
  readonly close: () => void;
}

/** Opens the profile's file, in whichever form it is kept. */
export const openFile = (path: string, _key: Uint8Array): Result<ProfileFile, ProtocolError> => {
  const store = openStore(path, migrations);
  if (!store.ok) return store;
  return ok({ db: store.value, encrypted: false, close: () => void store.value.close() });
};

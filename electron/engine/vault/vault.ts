import type { Random } from '#shared/std/index.ts';
import { decrypt, encrypt, label } from '../crypto/index.ts';
import type { Db } from '../store/index.ts';

/** Named secrets of a profile, each encrypted under the profile key and bound to its name. */
export const createVault = (db: Db, profileKey: Uint8Array, random: Random) => {
  const get = db.prepare<unknown[], { sealed: Uint8Array }>('SELECT sealed FROM secrets WHERE name = ?');
  const put = db.prepare<unknown[]>('INSERT OR REPLACE INTO secrets (name, sealed) VALUES (?, ?)');
  const drop = db.prepare<unknown[]>('DELETE FROM secrets WHERE name = ?');
  return {
    /** Undefined when there is none; null when it does not open with this profile key. */
    read: (name: string): Uint8Array | undefined | null => {
      const row = get.get(name);
      if (row === undefined) return undefined;
      return decrypt(profileKey, row.sealed, label(name)) ?? null;
    },
    write: (name: string, secret: Uint8Array): void =>
      void put.run(name, encrypt(profileKey, secret, label(name), random)),
    drop: (name: string): void => void drop.run(name),
  };
};

export type Vault = ReturnType<typeof createVault>;

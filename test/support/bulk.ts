import { join } from 'node:path';
import { ownKey } from '#shared/schema/index.ts';
import { expectOk, ok, toText, type Result } from '#shared/std/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { systemRandom } from '#engine/crypto/index.ts';
import { systemClock } from '#engine/hosts/system-ports.ts';
import { decodeSecrets } from '#engine/keys/index.ts';
import { createLedger, type Ledger, type RecordWrite } from '#engine/ledger/index.ts';
import { migrations } from '#engine/profile/index.ts';
import { openStore } from '#engine/store/index.ts';
import { createVault, readKeyFile } from '#engine/vault/index.ts';

const perTransaction = 2_000;

/** Writes many entries into a profile that is not open. */
export interface Bulk {
  readonly me: string;
  readonly teamSpace: Uint8Array;
  readonly ownKey: () => Uint8Array;
  /** One entry; returns the id of its record. */
  readonly write: (record: Omit<RecordWrite, 'spaceId' | 'base'>) => string;
  /** Runs `task` for 0 to count - 1, thousands to a transaction: only that is unlike what a person does. */
  readonly each: (count: number, task: (nth: number) => void) => void;
  readonly close: () => void;
}

/** The ledger of a profile that is not open, and the disk it lies on. */
export const openAtRest = (directory: string): { readonly ledger: Ledger; readonly close: () => void } => {
  const db = expectOk(openStore(join(directory, 'profile.db'), migrations));
  const content = expectOk(readKeyFile(join(directory, 'profile.key')));
  if (content.kind !== 'key-file') throw new Error('Filling needs a profile with a key file.');
  const { key } = content;
  const vault = createVault(db, key, systemRandom);
  const stored = vault.read('profile');
  if (!(stored instanceof Uint8Array)) throw new Error('The profile has no secrets.');
  const ledger = createLedger({
    db,
    secrets: expectOk(decodeSecrets(stored)),
    // The logs that a profile writes to exist since it was founded.
    saveSecrets: () => undefined,
    clock: systemClock,
    random: systemRandom,
  });
  return {
    ledger,
    close: () => {
      ledger.close();
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
};

export const openBulk = (directory: string): Bulk => {
  const { ledger, close } = openAtRest(directory);
  const me = ledger.me.personId;
  return {
    me,
    teamSpace: ledger.space.team,
    ownKey: () => expectOk(ownKey(toText(systemRandom.bytes(16)), me)),
    write: (record) => expectOk(ledger.write({ ...record, spaceId: ledger.space.team, base: null })).recordId,
    each: (count, task) => {
      for (let at = 0; at < count; at += perTransaction) {
        expectOk(
          ledger.transact('local', (): Result<void, ProtocolError> => {
            for (let nth = at; nth < Math.min(count, at + perTransaction); nth++) task(nth);
            return ok(undefined);
          }),
        );
      }
    },
    close,
  };
};

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { systemRandom } from '#engine/crypto/index.ts';
import { decodeSecrets, type ProfileSecrets } from '#engine/keys/index.ts';
import { createLedger, openEntry, type Ledger } from '#engine/ledger/index.ts';
import { decodeAct } from '#engine/members/index.ts';
import { openHave } from '#engine/network/index.ts';
import { migrations } from '#engine/profile/index.ts';
import { openStore, type EntryRow } from '#engine/store/index.ts';
import { createVault, readKeyFile } from '#engine/vault/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';
import { decodeHeader, decodeWireEntry, type ReceivedEntry } from '#shared/sync/index.ts';

/** Every secret that a copied profile folder holds, opened with the key file beside it. */
export const secretsOn = (directory: string): ProfileSecrets => {
  const content = expectOk(readKeyFile(join(directory, 'profile.key')));
  if (content.kind !== 'key-file') throw new Error('The copied profile has no plain key file.');
  const { key } = content;
  const db = new Database(join(directory, 'profile.db'), { readonly: true });
  try {
    const stored = createVault(db, key, systemRandom).read('profile');
    if (!(stored instanceof Uint8Array)) throw new Error('The copied profile has no secrets.');
    return expectOk(decodeSecrets(stored));
  } finally {
    db.close();
  }
};

/** Everything that lies in a relay's database: entries as they travel, and objects beside the log. */
export const contentsOf = (relayFile: string) => {
  const db = new Database(relayFile, { readonly: true });
  try {
    const entries = db.prepare<unknown[], { bytes: Uint8Array }>('SELECT bytes FROM entries ORDER BY id').all();
    const objects = db
      .prepare<unknown[], { id: Uint8Array; bytes: Uint8Array | null }>('SELECT id, bytes FROM objects')
      .all();
    return { entries: entries.map((row) => receivedFrom(row.bytes)), objects };
  } finally {
    db.close();
  }
};

const receivedFrom = (bytes: Uint8Array): ReceivedEntry => {
  const wire = expectOk(decodeWireEntry(bytes));
  const header = expectOk(decodeHeader(wire.header));
  return { log: toText(header.logId), header, wire, bytes };
};

/** A ledger of somebody who holds these secrets and is handed everything a relay has: it opens all that they can open. */
export const attacker = (secrets: ProfileSecrets, entries: readonly ReceivedEntry[]): Ledger => {
  const ledger = createLedger({
    db: expectOk(openStore(':memory:', migrations)),
    secrets,
    saveSecrets: () => undefined,
    clock: { now: () => 0 },
    random: systemRandom,
  });
  ledger.firstSpaces();
  // By log and place: the relay's order does not matter, gaps would.
  const ordered = [...entries].sort((a, b) => (a.log < b.log ? -1 : a.log > b.log ? 1 : a.header.seq - b.header.seq));
  expectOk(ledger.take(ordered, 'relay'));
  return ledger;
};

export interface Opened {
  readonly kind: string;
  readonly time: number;
  /** What was written, as far as bytes can be searched: changes are Automerge chunks, partly deflated. */
  readonly bytes: Buffer;
}

/** All entries the attacker can open, with any key, by trying each. */
export const openedBy = (ledger: Ledger): Opened[] =>
  ledger.db
    .prepare<unknown[], EntryRow>('SELECT * FROM entries')
    .all()
    .flatMap((row) => {
      const { opened } = openEntry(row, ledger);
      if (opened === null) return [];
      const { body } = opened;
      const [change] = body.changes;
      const kind = body.kind === 'act' && change !== undefined ? `act ${decodeAct(change).kind}` : body.kind;
      return [{ kind, time: body.time, bytes: Buffer.concat(body.changes) }];
    });

/** When the lists of what devices hold, which this one can open, were made. */
export const listsReadBy = (ledger: Ledger, objects: ReturnType<typeof contentsOf>['objects']): number[] =>
  objects.flatMap(({ id, bytes }) => {
    const have = bytes === null ? undefined : openHave(id, bytes, ledger.keyring.epochs(ledger.space.members));
    return have === undefined ? [] : [have.at];
  });

export const filesBelow = (directory: string): { readonly path: string; readonly bytes: Buffer }[] =>
  readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));

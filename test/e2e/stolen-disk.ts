import { join } from 'node:path';
import Database from 'better-sqlite3';
import { systemRandom } from '#engine/crypto/index.ts';
import { decodeSecrets, type ProfileSecrets } from '#engine/keys/index.ts';
import { createLedger, openEntry } from '#engine/ledger/index.ts';
import { decodeAct } from '#engine/members/index.ts';
import { openNotes } from '#engine/profile/devices/notes.ts';
import { migrations } from '#engine/profile/index.ts';
import { openStore, type EntryRow } from '#engine/store/index.ts';
import { createVault, readKeyFile } from '#engine/vault/index.ts';
import { expectOk, toText } from '#shared/std/index.ts';
import { decodeHeader, decodeWireEntry, type ReceivedEntry } from '#shared/sync/index.ts';

/** Every secret in a profile folder, opened with the key file beside it: what whoever takes the machine has. */
const secretsOn = (directory: string): ProfileSecrets => {
  const content = expectOk(readKeyFile(join(directory, 'profile.key')));
  if (content.kind !== 'key-file') throw new Error('The profile has no plain key file.');
  const db = new Database(join(directory, 'profile.db'), { readonly: true });
  try {
    const stored = createVault(db, content.key, systemRandom).read('profile');
    if (!(stored instanceof Uint8Array)) throw new Error('The profile has no secrets.');
    return expectOk(decodeSecrets(stored));
  } finally {
    db.close();
  }
};

const onRelay = (file: string) => {
  const db = new Database(file, { readonly: true });
  try {
    const entries = db
      .prepare<unknown[], { bytes: Uint8Array }>('SELECT bytes FROM entries ORDER BY id')
      .all()
      .map(({ bytes }): ReceivedEntry => {
        const wire = expectOk(decodeWireEntry(bytes));
        const header = expectOk(decodeHeader(wire.header));
        return { log: toText(header.logId), header, wire, bytes };
      });
    const objects = db
      .prepare<unknown[], { id: Uint8Array; bytes: Uint8Array | null }>('SELECT id, bytes FROM objects')
      .all();
    return { entries, objects };
  } finally {
    db.close();
  }
};

/**
 * All that the secrets of a profile folder open of everything a relay ever stored, as if the relay handed it all over:
 * the thief plays the device and the person, derives what they could derive, and tries each key on each entry and object.
 */
export const openWith = (directory: string, relayFile: string) => {
  const { entries, objects } = onRelay(relayFile);
  const ledger = createLedger({
    db: expectOk(openStore(':memory:', migrations)),
    secrets: secretsOn(directory),
    saveSecrets: () => undefined,
    clock: { now: () => 0 },
    random: systemRandom,
  });
  ledger.firstSpaces();
  const inOrder = [...entries].sort((a, b) => (a.log < b.log ? -1 : a.log > b.log ? 1 : a.header.seq - b.header.seq));
  expectOk(ledger.take(inOrder, 'relay'));
  const opened = ledger.db
    .prepare<unknown[], EntryRow>('SELECT * FROM entries')
    .all()
    .flatMap((row) => {
      const { opened: entry } = openEntry(row, ledger);
      if (entry === null) return [];
      const [change] = entry.body.changes;
      const isAct = entry.body.kind === 'act' && change !== undefined;
      return [{ kind: isAct ? `act ${decodeAct(change).kind}` : entry.body.kind, time: entry.body.time }];
    });
  const notes = objects.flatMap(({ id, bytes }) =>
    bytes === null ? [] : (openNotes(id, bytes, ledger.keyring.epochs(ledger.space.self))?.drafts ?? []),
  );
  const find = ledger.db.prepare<unknown[], { n: number }>('SELECT count(*) AS n FROM search WHERE search MATCH ?');
  return {
    /** Kind and claimed time of each entry that opened. */
    opened,
    /** Half-written texts of the person's devices. */
    drafts: notes.map(({ value }) => value),
    /** Whether a word is in any record that this reader could put together. */
    finds: (word: string): boolean => (find.get(word)?.n ?? 0) > 0,
    close: () => ledger.close(),
  };
};

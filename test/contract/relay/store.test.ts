import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { createMemoryStore, openSqliteStore } from '#relay/index.ts';
import type { EntryWrite, RelayStore } from '#relay/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import type { LogWriter } from '#test/support/sync/log-writer.ts';

const random = seededRandom(70);
const root = random.bytes(32);
const device = random.bytes(32);
const all = { maxEntries: 1000, maxBytes: 10_000_000 };
const folders: string[] = [];
const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-relay-'));
  folders.push(folder);
  return join(folder, 'relay.sqlite');
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const teamOf = (store: RelayStore, team = root) => {
  const opened = store.openTeam(team, true);
  if (!opened) throw new Error('team not opened');
  return opened;
};
const writesOf = (team: number, writer: LogWriter, count: number): readonly EntryWrite[] =>
  Array.from({ length: count }, () => ({ team, device, ...writer.next() }));

const implementations: readonly (readonly [string, () => RelayStore])[] = [
  ['memory', createMemoryStore],
  ['SQLite', () => openSqliteStore(newFile())],
];

for (const [name, create] of implementations)
  describe(`a relay store in ${name}`, () => {
    test('keeps entries per team and log, and names the heads when a team is opened again', () => {
      const store = create();
      const team = teamOf(store);
      const other = teamOf(store, random.bytes(32));
      const [first, second] = [createLogWriter(random), createLogWriter(random)];
      const written = writesOf(team.id, first, 5);
      store.append([...written, ...writesOf(other.id, second, 2)]);
      expect([...teamOf(store).vector].map(([log, { seq }]) => [log, seq])).toEqual([[first.log, 5]]);
      expect(store.openTeam(random.bytes(32), false)).toBeUndefined();
      const { entries, damaged } = store.read(team.id, [{ log: first.log, from: 2, to: 4 }], all);
      expect(damaged).toBeUndefined();
      expect(entries.map(({ seq }) => seq)).toEqual([2, 3, 4]);
      expect(entries.map(({ bytes }) => Buffer.from(bytes))).toEqual(
        written.slice(1, 4).map((one) => Buffer.from(one.bytes)),
      );
      expect(store.read(team.id, [{ log: second.log, from: 1, to: 2 }], all).entries).toEqual([]);
      expect(Buffer.from(store.hashAt(team.id, first.log, 3) ?? [])).toEqual(Buffer.from(written[2]?.hash ?? []));
      expect(store.hashAt(team.id, first.log, 6)).toBeUndefined();
      store.close();
    });

    test('reads wants in order, within both limits, and a first entry that alone is larger', () => {
      const store = create();
      const { id } = teamOf(store);
      const [a, b] = [createLogWriter(random), createLogWriter(random)];
      store.append([
        ...writesOf(id, a, 3),
        { team: id, device, ...b.next(50_000) },
        { team: id, device, ...b.next(50_000) },
      ]);
      const wants = [
        { log: b.log, from: 1, to: 2 },
        { log: a.log, from: 1, to: 3 },
      ];
      const places = (limits: typeof all) =>
        store.read(id, wants, limits).entries.map((entry) => `${entry.log === a.log ? 'a' : 'b'}${entry.seq}`);
      expect(places(all)).toEqual(['b1', 'b2', 'a1', 'a2', 'a3']);
      expect(places({ ...all, maxEntries: 3 })).toEqual(['b1', 'b2', 'a1']);
      expect(places({ ...all, maxBytes: 10 })).toEqual(['b1']);
      expect(places({ ...all, maxBytes: 60_000 })).toEqual(['b1']);
      store.close();
    });

    test('counts the bytes of a team, also after a cut and after objects shrink', () => {
      const store = create();
      const { id } = teamOf(store);
      const writer = createLogWriter(random);
      const written = writesOf(id, writer, 4);
      const size = written.reduce((sum, { bytes }) => sum + bytes.length, 0);
      store.append(written);
      expect(teamOf(store).bytes).toBe(size);
      expect(store.cut(id, writer.log, 3)).toMatchObject({ seq: 3 });
      const object = random.bytes(32);
      store.putObject(id, { id: object, version: 1, bytes: new Uint8Array(100) });
      store.putObject(id, { id: object, version: 2, bytes: new Uint8Array(40) });
      expect(teamOf(store).bytes).toBe(size - (written[3]?.bytes.length ?? 0) + 40);
      expect(store.cut(id, writer.log, 0)).toBeUndefined();
      expect(teamOf(store).vector.size).toBe(0);
      store.append(writesOf(id, writer.fork(), 0));
      expect(store.counts()).toMatchObject({ teams: 1, bytes: 40 });
      store.close();
    });

    test('S58: puts shorter bytes in the place of an entry, counted, and only where the hash is the one named', () => {
      const store = create();
      const { id } = teamOf(store);
      const writer = createLogWriter(random);
      const written = writesOf(id, writer, 3);
      store.append(written);
      const size = teamOf(store).bytes;
      const [, second] = written;
      if (!second) throw new Error('nothing written');
      store.replace(id, writer.log, 2, random.bytes(32), Uint8Array.of(1));
      store.replace(id, writer.log, 9, second.hash, Uint8Array.of(1));
      expect(teamOf(store).bytes).toBe(size);
      store.replace(id, writer.log, 2, second.hash, Uint8Array.of(1, 2, 3));
      store.scrub();
      const { entries, damaged } = store.read(id, [{ log: writer.log, from: 1, to: 3 }], all);
      expect(damaged).toBeUndefined();
      expect(entries.map(({ bytes }) => bytes.length)[1]).toBe(3);
      expect(teamOf(store).bytes).toBe(size - second.bytes.length + 3);
      expect(teamOf(store).vector.get(writer.log)?.seq).toBe(3);
      store.close();
    });

    test('S43: keeps the higher version of an object, deletions too', () => {
      const store = create();
      const { id } = teamOf(store);
      const object = random.bytes(32);
      expect(store.putObject(id, { id: object, version: 2, bytes: Uint8Array.of(1) })).toBe('stored');
      expect(store.putObject(id, { id: object, version: 2, bytes: Uint8Array.of(2) })).toBe('held');
      expect(store.findObject(object, 4).map((bytes) => [...bytes])).toEqual([[1]]);
      expect(store.putObject(id, { id: object, version: 1, bytes: Uint8Array.of(3) })).toBe('held');
      expect([...(store.object(id, object)?.bytes ?? [])]).toEqual([1]);
      expect(store.putObject(id, { id: object, version: 3, bytes: null })).toBe('stored');
      expect(store.object(id, object)).toMatchObject({ version: 3, bytes: null });
      expect(store.objects(id).map(({ version }) => version)).toEqual([3]);
      expect(store.findObject(object, 4)).toEqual([]);
      store.close();
    });

    test('S52: remembers admissions, binds an invitation to one device, keeps revocations', () => {
      const store = create();
      const { id } = teamOf(store);
      const [invite, second] = [random.bytes(32), random.bytes(32)];
      expect(store.wasAdmitted(id, device)).toBe(false);
      store.admit(id, device);
      expect(store.wasAdmitted(id, device)).toBe(true);
      expect(store.wasAdmitted(teamOf(store, random.bytes(32)).id, device)).toBe(false);
      expect(Buffer.from(store.useInvite(id, invite, device))).toEqual(Buffer.from(device));
      expect(Buffer.from(store.useInvite(id, invite, second))).toEqual(Buffer.from(device));
      expect(store.isRevoked(id, device)).toBe(false);
      store.revoke(id, device, random.bytes(10));
      expect(store.isRevoked(id, device)).toBe(true);
      store.close();
    });
  });

describe('the SQLite file of a relay', () => {
  test('S54: holds everything after it was closed and opened again', () => {
    const file = newFile();
    const before = openSqliteStore(file);
    const writer = createLogWriter(random);
    before.append(writesOf(teamOf(before).id, writer, 3));
    before.admit(teamOf(before).id, device);
    before.close();
    const after = openSqliteStore(file);
    const team = teamOf(after);
    expect(team.vector.get(writer.log)?.seq).toBe(3);
    expect(after.wasAdmitted(team.id, device)).toBe(true);
    after.append(writesOf(team.id, writer, 2));
    expect(after.read(team.id, [{ log: writer.log, from: 1, to: 5 }], all).entries).toHaveLength(5);
    after.close();
  });

  test('S54: a batch that fails in the middle leaves nothing behind', () => {
    const store = openSqliteStore(newFile());
    const { id } = teamOf(store);
    const writer = createLogWriter(random);
    const [first, second] = writesOf(id, writer, 2);
    if (!first || !second) throw new Error('nothing written');
    expect(() => store.append([first, second, second])).toThrow();
    expect(teamOf(store).vector.size).toBe(0);
    expect(teamOf(store).bytes).toBe(0);
    store.append([first, second]);
    expect(teamOf(store).vector.get(writer.log)?.seq).toBe(2);
    store.close();
  });

  test('S56: a damaged row and a missing row are named, what lies before is served', () => {
    const file = newFile();
    const store = openSqliteStore(file);
    const { id } = teamOf(store);
    const [damaged, holed] = [createLogWriter(random), createLogWriter(random)];
    store.append([...writesOf(id, damaged, 6), ...writesOf(id, holed, 6)]);
    store.close();
    const raw = new Database(file);
    const ids = raw.prepare('SELECT id FROM entries ORDER BY id').pluck().all() as number[];
    raw.prepare('UPDATE entries SET bytes = zeroblob(length(bytes)) WHERE id = ?').run(ids[3]);
    raw.prepare('DELETE FROM entries WHERE id = ?').run(ids[8]);
    raw.close();
    const again = openSqliteStore(file);
    const team = teamOf(again);
    const read = (writer: LogWriter) => again.read(team.id, [{ log: writer.log, from: 1, to: 6 }], all);
    expect(read(damaged)).toMatchObject({ damaged: { log: damaged.log, seq: 4 } });
    expect(read(damaged).entries).toHaveLength(3);
    expect(read(holed)).toMatchObject({ damaged: { log: holed.log, seq: 3 } });
    again.close();
  });

  test('a file of a newer version is refused with a sentence and left alone', () => {
    const file = newFile();
    openSqliteStore(file).close();
    const raw = new Database(file);
    raw.pragma('user_version = 99');
    raw.close();
    expect(() => openSqliteStore(file)).toThrow('newer version');
  });
});

import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import type { Head, LogKey, StoredEntry } from '#shared/sync/index.ts';
import { createCompaction } from './compaction.ts';
import { migrations, seqSpan } from './schema.ts';
import { createSideTables } from './side-tables.ts';
import type { RelayStore, TeamId } from './store.ts';

interface LogRow {
  readonly id: number;
  readonly team: number;
  readonly key: LogKey;
  readonly seq: number;
  readonly hash: Buffer;
}
interface EntryRow {
  readonly id: number;
  /** CRC-32 of the bytes: finds damage on the disk, proves nothing to anybody. */
  readonly checksum: number;
  readonly bytes: Buffer;
}

const open = (file: string): Database.Database => {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  if (process.platform === 'darwin') {
    db.pragma('fullfsync = ON');
    db.pragma('checkpoint_fullfsync = ON');
  }
  db.pragma('secure_delete = ON');
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > migrations.length) {
    db.close();
    throw new Error(`The relay data in ${file} was written by a newer version of Meridian.`);
  }
  db.transaction(() => {
    for (const step of migrations.slice(version)) db.exec(step);
    db.pragma(`user_version = ${migrations.length}`);
  })();
  return db;
};

/**
 * The relay's one file: SQLite in WAL mode with synchronous FULL. A copy of the file made while the relay is stopped,
 * or by SQLite's own backup, is a complete backup.
 */
export const openSqliteStore = (file: string): RelayStore => {
  const db = open(file);
  const side = createSideTables(db);
  const compaction = createCompaction(db);
  const logIds = new Map<TeamId, Map<LogKey, number>>();
  const deviceIds = new Map<string, number>();

  const logRows = db.prepare<[number], LogRow>('SELECT * FROM logs WHERE team = ?');
  const addLog = db.prepare<[number, string, number, Uint8Array]>(
    'INSERT INTO logs (team, key, seq, hash) VALUES (?, ?, ?, ?)',
  );
  const moveHead = db.prepare<[number, Uint8Array, number]>('UPDATE logs SET seq = ?, hash = ? WHERE id = ?');
  const dropLog = db.prepare<[number]>('DELETE FROM logs WHERE id = ?');
  const addEntry = db.prepare<[number, Uint8Array, number, number, Uint8Array]>(
    'INSERT INTO entries (id, hash, checksum, device, bytes) VALUES (?, ?, ?, ?, ?)',
  );
  const run = db.prepare<[number, number, number], EntryRow>(
    'SELECT id, checksum, bytes FROM entries WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?',
  );
  const hashOf = db.prepare<[number], { hash: Buffer }>('SELECT hash FROM entries WHERE id = ?');
  const sizeAfter = db.prepare<[number, number], { size: number | null }>(
    'SELECT sum(length(bytes)) AS size FROM entries WHERE id BETWEEN ? AND ?',
  );
  const dropAfter = db.prepare<[number, number]>('DELETE FROM entries WHERE id BETWEEN ? AND ?');

  const sizeOf = db.prepare<[number, Uint8Array], { size: number }>(
    'SELECT length(bytes) AS size FROM entries WHERE id = ? AND hash = ?',
  );
  const setBytes = db.prepare<[Uint8Array, number, number]>('UPDATE entries SET bytes = ?, checksum = ? WHERE id = ?');

  const logsOf = (team: TeamId): Map<LogKey, number> => {
    const known = logIds.get(team);
    if (known) return known;
    const loaded = new Map(logRows.all(team).map((row) => [row.key, row.id]));
    logIds.set(team, loaded);
    return loaded;
  };

  const deviceId = (team: TeamId, device: Uint8Array): number => {
    const key = `${team}:${Buffer.from(device).toString('base64')}`;
    const id = deviceIds.get(key) ?? side.deviceId(team, device);
    deviceIds.set(key, id);
    return id;
  };

  const appendAll = db.transaction((entries: Parameters<RelayStore['append']>[0]) => {
    const heads = new Map<number, Head>();
    const sizes = new Map<TeamId, number>();
    for (const { team, log, seq, hash, bytes, device } of entries) {
      const logs = logsOf(team);
      let id = logs.get(log);
      if (id === undefined) {
        id = Number(addLog.run(team, log, seq, hash).lastInsertRowid);
        logs.set(log, id);
      }
      addEntry.run(id * seqSpan + seq, hash, crc32(bytes), deviceId(team, device), bytes);
      heads.set(id, { seq, hash });
      sizes.set(team, (sizes.get(team) ?? 0) + bytes.length);
    }
    for (const [id, head] of heads) moveHead.run(head.seq, head.hash, id);
    for (const [team, size] of sizes) side.addBytes(team, size);
  });

  const cutLog = db.transaction((team: TeamId, log: LogKey, lastSeq: number): Head | undefined => {
    const id = logsOf(team).get(log);
    if (id === undefined) return undefined;
    const base = id * seqSpan;
    side.addBytes(team, -(sizeAfter.get(base + lastSeq + 1, base + seqSpan - 1)?.size ?? 0));
    dropAfter.run(base + lastSeq + 1, base + seqSpan - 1);
    const left = lastSeq > 0 ? hashOf.get(base + lastSeq) : undefined;
    if (left) {
      moveHead.run(lastSeq, left.hash, id);
      return { seq: lastSeq, hash: left.hash };
    }
    dropLog.run(id);
    logsOf(team).delete(log);
    return undefined;
  });

  return {
    ...side.store,
    openTeam: (root, create) => {
      const team = side.team(root, create);
      if (!team) return undefined;
      const rows = logRows.all(team.id);
      logIds.set(team.id, new Map(rows.map((row) => [row.key, row.id])));
      return { root, ...team, vector: new Map(rows.map((row) => [row.key, { seq: row.seq, hash: row.hash }])) };
    },
    append: (entries) => {
      try {
        appendAll(entries);
      } catch (cause) {
        // Ids given inside the transaction are gone with it.
        for (const { team } of entries) logIds.delete(team);
        deviceIds.clear();
        throw cause;
      }
    },
    read: (team, wants, limits) => {
      const entries: StoredEntry[] = [];
      let size = 0;
      for (const { log, from, to } of wants) {
        const id = logsOf(team).get(log);
        if (id === undefined) continue;
        const base = id * seqSpan;
        let next = from;
        for (const row of run.iterate(base + from, base + to, limits.maxEntries - entries.length)) {
          const seq = row.id - base;
          if (seq !== next || crc32(row.bytes) !== row.checksum) return { entries, damaged: { log, seq: next } };
          if (entries.length > 0 && size + row.bytes.length > limits.maxBytes) return { entries };
          entries.push({ log, seq, bytes: row.bytes });
          size += row.bytes.length;
          next += 1;
        }
        if (entries.length >= limits.maxEntries) return { entries };
        if (next <= to) return { entries, damaged: { log, seq: next } };
      }
      return { entries };
    },
    hashAt: (team, log, seq) => {
      const id = logsOf(team).get(log);
      return id === undefined ? undefined : hashOf.get(id * seqSpan + seq)?.hash;
    },
    cut: cutLog,
    replace: db.transaction((team: TeamId, log: LogKey, seq: number, hash: Uint8Array, bytes: Uint8Array) => {
      const id = logsOf(team).get(log);
      const place = id === undefined ? undefined : id * seqSpan + seq;
      const before = place === undefined ? undefined : sizeOf.get(place, hash);
      if (place === undefined || before === undefined) return;
      compaction.owe();
      setBytes.run(bytes, crc32(bytes), place);
      side.addBytes(team, bytes.length - before.size);
    }),
    scrub: compaction.afterDrop,
    rest: compaction.atRest,
    close: () => {
      compaction.atRest();
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
};

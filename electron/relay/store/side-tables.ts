import type { Database } from 'better-sqlite3';
import type { ObjectNote, SyncObject } from '#shared/sync/index.ts';
import type { RelayStore, TeamId } from './store.ts';

interface ObjectRow {
  readonly id: Buffer;
  readonly version: number;
  readonly bytes: Buffer | null;
}

type SideStore = Pick<
  RelayStore,
  | 'objects'
  | 'object'
  | 'findObject'
  | 'putObject'
  | 'admit'
  | 'wasAdmitted'
  | 'useInvite'
  | 'revoke'
  | 'isRevoked'
  | 'counts'
>;

export interface SideTables {
  readonly store: SideStore;
  readonly team: (root: Uint8Array, create: boolean) => { readonly id: TeamId; readonly bytes: number } | undefined;
  readonly addBytes: (team: TeamId, bytes: number) => void;
  readonly deviceId: (team: TeamId, device: Uint8Array) => number;
}

/** The small tables of the relay's file: teams, devices, objects, invitations, revocations. */
export const createSideTables = (db: Database): SideTables => {
  const findTeam = db.prepare<[Uint8Array], { id: number; bytes: number }>(
    'SELECT id, bytes FROM teams WHERE root = ?',
  );
  const addTeam = db.prepare<[Uint8Array]>('INSERT INTO teams (root) VALUES (?)');
  const addBytes = db.prepare<[number, number]>('UPDATE teams SET bytes = bytes + ? WHERE id = ?');
  const findDevice = db.prepare<[number, Uint8Array], { id: number; admitted: number }>(
    'SELECT id, admitted FROM devices WHERE team = ? AND key = ?',
  );
  const addDevice = db.prepare<[number, Uint8Array]>('INSERT INTO devices (team, key) VALUES (?, ?)');
  const admitDevice = db.prepare<[number]>('UPDATE devices SET admitted = 1 WHERE id = ?');
  const notes = db.prepare<[number], ObjectNote>('SELECT id, version FROM objects WHERE team = ?');
  const findObject = db.prepare<[number, Uint8Array], ObjectRow>(
    'SELECT id, version, bytes FROM objects WHERE team = ? AND id = ?',
  );
  const findAnywhere = db.prepare<[Uint8Array, number], { bytes: Buffer }>(
    `SELECT o.bytes FROM teams t JOIN objects o ON o.team = t.id AND o.id = ? WHERE o.bytes IS NOT NULL
     ORDER BY o.version DESC LIMIT ?`,
  );
  const setObject = db.prepare<[number, Uint8Array, number, Uint8Array | null]>(
    'INSERT OR REPLACE INTO objects (team, id, version, bytes) VALUES (?, ?, ?, ?)',
  );
  const addInvite = db.prepare<[number, Uint8Array, Uint8Array]>('INSERT OR IGNORE INTO invites VALUES (?, ?, ?)');
  const findInvite = db.prepare<[number, Uint8Array], { device: Buffer }>(
    'SELECT device FROM invites WHERE team = ? AND key = ?',
  );
  const addRevocation = db.prepare<[number, Uint8Array, Uint8Array]>(
    'INSERT OR IGNORE INTO revocations VALUES (?, ?, ?)',
  );
  const findRevocation = db.prepare<[number, Uint8Array], { key: Buffer }>(
    'SELECT key FROM revocations WHERE team = ? AND key = ?',
  );
  const count = db.prepare<[], { teams: number; bytes: number | null }>(
    'SELECT count(*) AS teams, sum(bytes) AS bytes FROM teams',
  );

  const deviceId = (team: TeamId, device: Uint8Array): number =>
    findDevice.get(team, device)?.id ?? Number(addDevice.run(team, device).lastInsertRowid);

  const putObject = db.transaction((team: TeamId, object: SyncObject) => {
    const before = findObject.get(team, object.id);
    if (before && before.version >= object.version) return 'held' as const;
    setObject.run(team, object.id, object.version, object.bytes);
    addBytes.run((object.bytes?.length ?? 0) - (before?.bytes?.length ?? 0), team);
    return 'stored' as const;
  });

  return {
    team: (root, create) => {
      const found = findTeam.get(root);
      if (found || !create) return found;
      return { id: Number(addTeam.run(root).lastInsertRowid), bytes: 0 };
    },
    addBytes: (team, bytes) => {
      addBytes.run(bytes, team);
    },
    deviceId,
    store: {
      objects: (team) => notes.all(team),
      object: (team, id) => findObject.get(team, id),
      findObject: (id, most) => findAnywhere.all(id, most).map((row) => row.bytes),
      putObject,
      admit: (team, device) => {
        if (findDevice.get(team, device)?.admitted !== 1) admitDevice.run(deviceId(team, device));
      },
      wasAdmitted: (team, device) => findDevice.get(team, device)?.admitted === 1,
      useInvite: (team, invite, device) => {
        addInvite.run(team, invite, device);
        return findInvite.get(team, invite)?.device ?? device;
      },
      revoke: (team, key, revocation) => {
        addRevocation.run(team, key, revocation);
      },
      isRevoked: (team, key) => findRevocation.get(team, key) !== undefined,
      counts: () => {
        const row = count.get();
        return { teams: row?.teams ?? 0, bytes: row?.bytes ?? 0 };
      },
    },
  };
};

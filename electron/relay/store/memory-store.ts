import { equalBytes, toText } from '#shared/std/index.ts';
import type { Head, LogKey, StoredEntry, SyncObject } from '#shared/sync/index.ts';
import type { RelayStore, TeamId } from './store.ts';

interface Held extends StoredEntry {
  readonly hash: Uint8Array;
}

interface Team {
  readonly id: TeamId;
  bytes: number;
  readonly logs: Map<LogKey, Held[]>;
  readonly objects: Map<string, SyncObject>;
  readonly admitted: Set<string>;
  readonly invites: Map<string, Uint8Array>;
  readonly revoked: Set<string>;
}

/** A relay that forgets: for tests and for trying things out. Same contract as the SQLite store but durability. */
export const createMemoryStore = (): RelayStore => {
  const byRoot = new Map<string, Team>();
  const teams: Team[] = [];

  const teamOf = (id: TeamId): Team => {
    const team = teams[id];
    if (!team) throw new Error(`unknown team ${id}`);
    return team;
  };
  const endOf = (team: Team, log: LogKey): Head | undefined => {
    const end = team.logs.get(log)?.at(-1);
    return end && { seq: end.seq, hash: end.hash };
  };

  return {
    openTeam: (root, create) => {
      const key = toText(root);
      let team = byRoot.get(key);
      if (!team && !create) return undefined;
      if (!team) {
        team = {
          id: teams.length,
          bytes: 0,
          logs: new Map(),
          objects: new Map(),
          admitted: new Set(),
          invites: new Map(),
          revoked: new Set(),
        };
        teams.push(team);
        byRoot.set(key, team);
      }
      const vector = new Map<LogKey, Head>();
      for (const log of team.logs.keys()) {
        const end = endOf(team, log);
        if (end) vector.set(log, end);
      }
      return { root, id: team.id, bytes: team.bytes, vector };
    },
    append: (entries) => {
      for (const { team: id, log, seq, hash, bytes } of entries) {
        const team = teamOf(id);
        const held = team.logs.get(log);
        if (held) held.push({ log, seq, hash, bytes });
        else team.logs.set(log, [{ log, seq, hash, bytes }]);
        team.bytes += bytes.length;
      }
    },
    read: (id, wants, limits) => {
      const entries: StoredEntry[] = [];
      let size = 0;
      for (const { log, from, to } of wants) {
        for (const entry of (teamOf(id).logs.get(log) ?? []).slice(from - 1, to)) {
          const full = entries.length >= limits.maxEntries || size + entry.bytes.length > limits.maxBytes;
          if (entries.length > 0 && full) return { entries };
          entries.push(entry);
          size += entry.bytes.length;
        }
      }
      return { entries };
    },
    hashAt: (id, log, seq) => teamOf(id).logs.get(log)?.[seq - 1]?.hash,
    cut: (id, log, lastSeq) => {
      const team = teamOf(id);
      const gone = team.logs.get(log)?.splice(lastSeq) ?? [];
      team.bytes -= gone.reduce((sum, entry) => sum + entry.bytes.length, 0);
      return endOf(team, log);
    },
    replace: (id, log, seq, hash, bytes) => {
      const team = teamOf(id);
      const held = team.logs.get(log);
      const before = held?.[seq - 1];
      if (held === undefined || before === undefined || !equalBytes(before.hash, hash)) return;
      held[seq - 1] = { log, seq, hash: before.hash, bytes };
      team.bytes += bytes.length - before.bytes.length;
    },
    scrub: () => undefined,
    rest: () => undefined,
    objects: (id) => [...teamOf(id).objects.values()].map((object) => ({ id: object.id, version: object.version })),
    object: (id, object) => teamOf(id).objects.get(toText(object)),
    findObject: (object, most) =>
      teams
        .flatMap((team) => team.objects.get(toText(object)) ?? [])
        .sort((a, b) => b.version - a.version)
        .flatMap(({ bytes }) => (bytes === null ? [] : [bytes]))
        .slice(0, most),
    putObject: (id, object) => {
      const team = teamOf(id);
      const key = toText(object.id);
      const before = team.objects.get(key);
      if (before && before.version >= object.version) return 'held';
      team.objects.set(key, object);
      team.bytes += (object.bytes?.length ?? 0) - (before?.bytes?.length ?? 0);
      return 'stored';
    },
    admit: (id, device) => {
      teamOf(id).admitted.add(toText(device));
    },
    wasAdmitted: (id, device) => teamOf(id).admitted.has(toText(device)),
    useInvite: (id, invite, device) => {
      const { invites } = teamOf(id);
      const bound = invites.get(toText(invite)) ?? device;
      if (equalBytes(bound, device)) invites.set(toText(invite), device);
      return bound;
    },
    revoke: (id, key) => {
      teamOf(id).revoked.add(toText(key));
    },
    isRevoked: (id, key) => teamOf(id).revoked.has(toText(key)),
    counts: () => ({ teams: teams.length, bytes: teams.reduce((sum, team) => sum + team.bytes, 0) }),
    close: () => undefined,
  };
};

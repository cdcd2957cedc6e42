import { equalBytes, err, ok, toText } from '#shared/std/index.ts';
import type { Clock, Log, Random, Result, Timers } from '#shared/std/index.ts';
import { mostFound, refuseCodes } from '#shared/sync/index.ts';
import type { Admission, Proof, RevocationNotice } from '#shared/sync/index.ts';
import { admit, revoke } from './admission.ts';
import type { Refused } from './admission.ts';
import { createCommitter } from './committer.ts';
import { createConnection } from './connection.ts';
import type { Connection, RelaySocket } from './connection.ts';
import { defaultLimits } from './limits.ts';
import type { RelayLimits } from './limits.ts';
import type { RelayStore, StoredTeam } from './store/index.ts';
import { createTeam } from './team.ts';
import type { RelayReplica, RelayTeam } from './team.ts';

export interface RelayDeps {
  readonly store: RelayStore;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  /** Runs a task after the current turn of the event loop; groups commits. */
  readonly defer: (task: () => void) => void;
  readonly limits?: Partial<RelayLimits>;
  /** Origins under which this relay is reached, such as wss://relay.example. Empty: what connections show (S51). */
  readonly origins?: readonly string[];
  /** Team roots served. Undefined: any team (S57). */
  readonly allow?: readonly Uint8Array[];
}

export interface RelayHealth {
  readonly status: 'ok' | 'stopping';
  readonly connections: number;
  readonly devices: number;
  readonly teams: number;
  readonly bytes: number;
  readonly uptimeSeconds: number;
}

export interface Relay {
  /** Takes over an open socket; a socket above the limits is refused with a sentence. */
  readonly accept: (socket: RelaySocket) => void;
  readonly health: () => RelayHealth;
  readonly limits: RelayLimits;
  /** Says good-bye to everybody and commits what came in. The store stays open. */
  readonly stop: (sentence: string) => void;
}

interface OpenTeam {
  readonly stored: StoredTeam;
  readonly team: RelayTeam;
  /** Who is connected, with the keys whose revocation ends the connection. */
  readonly connections: Map<Connection, readonly string[]>;
}

/** A store-and-forward server for teams that it cannot read. Sockets, files and time are passed in. */
export const createRelay = (deps: RelayDeps): Relay => {
  const { store, clock, log } = deps;
  const limits: RelayLimits = { ...defaultLimits, ...deps.limits };
  const committer = createCommitter(store, deps.defer);
  const started = clock.now();
  const teams = new Map<string, OpenTeam>();
  const teamOf = new Map<Connection, string>();
  const addresses = new Map<string, number>();
  const connections = new Set<Connection>();
  let stopping = false;

  const refuse = (code: keyof typeof refuseCodes, sentence: string): Result<never, Refused> =>
    err({ code: refuseCodes[code], sentence });

  const openTeam = (root: Uint8Array): OpenTeam | undefined => {
    const key = toText(root);
    const known = teams.get(key);
    if (known) return known;
    const allowed = !deps.allow || deps.allow.some((one) => equalBytes(one, root));
    const stored = allowed ? store.openTeam(root, true) : undefined;
    if (!stored) return undefined;
    const opened: OpenTeam = { stored, team: createTeam({ store, committer, limits, stored }), connections: new Map() };
    teams.set(key, opened);
    return opened;
  };

  const closeIfEmpty = (key: string): void => {
    if (teams.get(key)?.connections.size !== 0) return;
    // What still waits belongs to the state that is given up here; the next opening must find it in the file.
    committer.flush();
    teams.delete(key);
  };

  const applyRevocation = (open: OpenTeam, notice: RevocationNotice): Result<void, Refused> => {
    const key = revoke(store, open.stored, notice);
    if (!key.ok) return key;
    const revoked = toText(key.value);
    for (const [one, rests] of [...open.connections])
      if (one.device() === revoked || rests.includes(revoked)) one.end('This device was removed from the team.');
    return ok(undefined);
  };

  /** What is owed to people who are not in this connection: it must not fail for its sake. */
  const orLogged = (message: string, work: () => void): void => {
    try {
      work();
    } catch (cause) {
      log.warn(message, { reason: String(cause) });
    }
  };

  const enter = (proof: Proof, admission: Admission, connection: Connection): Result<RelayReplica, Refused> => {
    const open = openTeam(proof.team);
    if (!open) return refuse('closedRelay', 'This relay does not serve this team.');
    const key = toText(proof.team);
    // A revocation that does not hold says nothing about who brings it: it is dropped, not answered.
    // One that the disk refuses comes again with the next proof; to keep its bearer out would keep out nobody else.
    for (const notice of proof.revocations)
      orLogged('a revocation could not be stored', () => {
        const applied = applyRevocation(open, notice);
        if (!applied.ok) log.info('a revocation was not accepted', { reason: applied.error.sentence });
      });
    try {
      const admitted =
        open.connections.size >= limits.connectionsPerTeam
          ? refuse('later', 'Too many devices of this team are connected to the relay.')
          : admit(store, open.stored.id, admission);
      if (!admitted.ok) return admitted;
      open.connections.set(connection, admission.vouchers.map(toText));
      teamOf.set(connection, key);
      return ok(open.team.replicaFor(proof.device));
    } finally {
      closeIfEmpty(key);
    }
  };

  const left = (address: string) => (connection: Connection) => {
    connections.delete(connection);
    const count = (addresses.get(address) ?? 1) - 1;
    if (count > 0) addresses.set(address, count);
    else addresses.delete(address);
    const key = teamOf.get(connection);
    teamOf.delete(connection);
    if (key === undefined) return;
    teams.get(key)?.connections.delete(connection);
    closeIfEmpty(key);
    // Stopping closes the store, which does the same.
    if (connections.size === 0 && !stopping) orLogged('the file could not be written anew', store.rest);
  };

  return {
    limits,
    accept: (socket) => {
      const count = addresses.get(socket.address) ?? 0;
      addresses.set(socket.address, count + 1);
      const connection = createConnection(socket, {
        limits,
        origins: deps.origins ?? [],
        clock,
        timers: deps.timers,
        random: deps.random,
        enter,
        revoke: (root, notice) => {
          const open = teams.get(toText(root));
          return open ? applyRevocation(open, notice) : refuse('closedRelay', 'This relay does not serve this team.');
        },
        left: left(socket.address),
        find: (id) => store.findObject(id, mostFound),
        failed: (cause) => log.warn('a connection failed inside the relay', { reason: String(cause) }),
      });
      connections.add(connection);
      if (stopping) connection.end('The relay is stopping.');
      else if (connections.size > limits.connections || count >= limits.connectionsPerAddress)
        connection.end('Too many devices are connected to the relay.');
    },
    health: () => ({
      status: stopping ? 'stopping' : 'ok',
      connections: connections.size,
      devices: teamOf.size,
      ...store.counts(),
      uptimeSeconds: Math.floor((clock.now() - started) / 1000),
    }),
    stop: (sentence) => {
      stopping = true;
      committer.flush();
      for (const connection of [...connections]) connection.end(sentence);
    },
  };
};

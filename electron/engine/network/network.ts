import { equalBytes, toText, type Clock, type Log, type Random, type Timers } from '#shared/std/index.ts';
import {
  createMdnsDiscovery,
  createRelayClient,
  readLanAddress,
  readRelayUrl,
  startLan,
  transportKeys,
} from '../transports/index.ts';
import type { ConnectionState, Identity, Lan, PeerInfo, RelayClient, SessionHost } from '../transports/index.ts';
import type { SyncState } from '#shared/protocol/index.ts';
import { refuseCodes } from '#shared/sync/index.ts';
import type {
  Admission,
  ObjectNote,
  RevocationNotice,
  ReplicaPort,
  SessionReport,
  SyncObject,
} from '#shared/sync/index.ts';
import { createReplica, gathered } from '../replica/index.ts';
import { branchObjectsOf, type Ledger } from '../ledger/index.ts';
import { createObjectTable, writeFault } from '../store/index.ts';
import { haveId, openHave, sealHave } from './have.ts';
import { createHoldings } from './holdings.ts';
import { createRedactionNews } from './redactions.ts';

export interface NetworkDeps {
  readonly ledger: Ledger;
  readonly identity: Identity;
  readonly lanKey: Uint8Array;
  readonly log: Log;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  /** Connections, holdings or counts have changed. */
  readonly onChange: () => void;
}

/** Pause between a change and telling others what this device holds now; grows with the team. */
const haveBaseMs = 400;
const havePerPersonMs = 50;
/** Pause between a change of the team and parting from devices that it shut out. */
const goodbyeMs = 1_500;

/**
 * All ways to other machines of the team at once: relays and, where switched on, the local network. Each connection
 * runs the same replication session over the same replica.
 */
export const createNetwork = (deps: NetworkDeps) => {
  const { ledger, clock, timers, random } = deps;
  const objects = createObjectTable(ledger.db);
  const holdings = createHoldings(ledger, clock);
  const objectListeners = new Set<(note: ObjectNote) => void>();
  const objectReaders = new Set<(object: SyncObject) => void>();
  /** Key of the pairing code that is open on this device. */
  let openPair: Uint8Array | null = null;
  const relays = new Map<string, { client: RelayClient; state: ConnectionState }>();
  let closed = false;

  const putObject = (object: SyncObject): boolean => {
    const stored = objects.put(object, clock.now());
    if (!stored) return false;
    readHave(object);
    for (const reader of [...objectReaders]) reader(object);
    for (const listener of [...objectListeners]) listener({ id: object.id, version: object.version });
    return true;
  };

  const readHave = (object: SyncObject): void => {
    if (object.bytes === null) return;
    const have = openHave(object.id, object.bytes, ledger.keyring.epochs(ledger.space.members));
    if (have === undefined || have.deviceId === ledger.me.deviceId) return;
    holdings.note(have.deviceId, have.heads, Math.min(have.at, clock.now()), 'relay');
    deps.onChange();
  };

  const replica = (peer: PeerInfo): ReplicaPort =>
    createReplica(
      {
        entries: ledger.entries,
        holes: ledger.holes,
        objects,
        take: (received, via) => {
          const taken = ledger.take(received, via);
          // Storage faults end the session with their sentence (S27).
          if (!taken.ok) throw new Error(taken.error.sentence);
          return { refused: taken.value };
        },
        putObject,
        wire: ledger.erasures.wire,
        branches: branchObjectsOf(ledger, peer.via),
        takeRedactions: (list) => {
          const done = ledger.takeRedactions(list);
          if (!done.ok) throw new Error(done.error.sentence);
        },
        onStored: (listener) => ledger.onCommit((commit) => commit.stored !== null && listener(commit.stored)),
        onObject: (listener) => {
          objectListeners.add(listener);
          return () => void objectListeners.delete(listener);
        },
      },
      peer.via,
    );

  const onReport = (peer: PeerInfo, report: SessionReport): void => {
    if (report.type === 'peer-holds') {
      const heads = new Map([...report.heads].map(([log, head]): [string, number] => [log, head.seq]));
      const source = peer.device === null ? peer.via : toText(peer.device);
      holdings.note(source, heads, clock.now(), peer.kind === 'relay' ? 'relay' : 'lan');
    }
    if (report.type === 'fork') ledger.noteFork(report.proof);
    if (report.type === 'synced') planHave();
    deps.onChange();
  };

  // After the reading of sockets, which hands over everything that has arrived by then.
  const host: SessionHost = {
    replica: (peer) => gathered(replica(peer), setImmediate),
    onReport,
    onEnd: () => deps.onChange(),
  };

  /** What is held is noted again after the next change: a full disk must not end the engine, nor keep it from closing. */
  const unlessDiskFails = (task: () => void): void => {
    try {
      task();
    } catch (cause) {
      const fault = writeFault(cause);
      if (fault === undefined) throw cause;
      deps.log.warn('What devices hold could not be noted', { sentence: fault.sentence });
    }
  };

  let havePlanned = false;
  let haveVersion = 0;
  const planHave = (): void => {
    if (havePlanned || closed) return;
    havePlanned = true;
    timers.after(haveBaseMs + havePerPersonMs * ledger.graph.now().people.size, () => {
      havePlanned = false;
      if (closed) return;
      unlessDiskFails(publishHave);
    });
  };
  const publishHave = (): void => {
    // Under a key that somebody who was shut out holds too, nothing is told; the next change of keys plans it anew. Who is
    // still joining is nobody yet.
    const isIn = !ledger.isOut() && ledger.graph.now().devices.has(ledger.me.deviceId);
    const epoch = isIn ? ledger.epochs.writing(ledger.space.members) : undefined;
    if (epoch === undefined) return;
    const heads = new Map(ledger.entries.logs().map((row): [string, number] => [toText(row.log), row.head_seq]));
    const now = clock.now();
    const id = haveId(epoch.key, ledger.device.id);
    haveVersion = Math.max(now, haveVersion + 1, (objects.get(id)?.version ?? 0) + 1);
    putObject({ id, version: haveVersion, bytes: sealHave(ledger.device, now, heads, epoch, random) });
    holdings.save();
  };
  const tellRedactions = createRedactionNews(ledger, objects, putObject);
  const stopWatching = ledger.onCommit((commit) => {
    if (commit.stored !== null) planHave();
    if (commit.redacted) unlessDiskFails(tellRedactions);
    // After a moment: the act that shuts a device out should reach it first, it says by whom.
    if (commit.members) timers.after(goodbyeMs, () => lanNow?.recheck(mayStay));
  });
  // A crash between the commit and the telling is made good here.
  unlessDiskFails(tellRedactions);

  const addRelay = (text: string): string | undefined => {
    const url = readRelayUrl(text);
    if (!url.ok) return url.error;
    if (relays.has(url.value)) return undefined;
    const client = createRelayClient({
      url: url.value,
      identity: deps.identity,
      clock,
      timers,
      random,
      host,
      onState: (state) => {
        const held = relays.get(url.value);
        if (held !== undefined) held.state = state;
        deps.onChange();
      },
    });
    relays.set(url.value, { client, state: client.state() });
    deps.onChange();
    return undefined;
  };

  let lan: Promise<Lan> | undefined;
  let lanNow: Lan | undefined;
  /** Whether a connected device is still one to talk to; of a newcomer nothing is known yet. */
  const mayStay = (deviceId: string): boolean =>
    (ledger.graph.now().devices.get(deviceId)?.state ?? 'active') === 'active';
  /** Members' devices and, by an invitation that is open, a newcomer. While joining, whoever the grants admit. */
  const admits = ({ subject, invites, pairs }: Admission): boolean => {
    const members = ledger.graph.now();
    const device = members.devices.get(toText(subject));
    if (device !== undefined) return device.state === 'active';
    if (members.people.size === 0) return true;
    if (pairs.some(({ pair }) => openPair !== null && equalBytes(pair, openPair))) return true;
    return invites.some(({ invite }) =>
      members.invitations.some((one) => one.id === toText(invite) && one.state === 'open'),
    );
  };
  /** `listening` false dials only, announces nothing and finds nobody by itself. */
  const openLan = (listening: boolean): Promise<Lan> =>
    startLan({
      identity: deps.identity,
      clock,
      timers,
      random,
      lanKey: deps.lanKey,
      keys: transportKeys(random.bytes(32)),
      admits,
      host,
      log: deps.log,
      port: listening ? 0 : null,
      ...(listening ? { discovery: createMdnsDiscovery(deps.log) } : {}),
      onChange: deps.onChange,
    }).then((opened) => {
      lanNow = opened;
      if (closed) void opened.close();
      deps.onChange();
      return opened;
    });
  let lanOn = false;
  const setLan = async (on: boolean): Promise<string | undefined> => {
    if (lanOn === on) return undefined;
    lanOn = on;
    const before = lan;
    lan = undefined;
    lanNow = undefined;
    if (before !== undefined) await (await before).close();
    if (!on) return undefined;
    try {
      lan = openLan(true);
      await lan;
      return undefined;
    } catch (cause) {
      lan = undefined;
      lanOn = false;
      deps.log.warn('the local network could not be opened', {
        reason: cause instanceof Error ? cause.message : String(cause),
      });
      return 'This machine does not let Meridian listen on the local network.';
    }
  };
  const connectLan = async (address: string): Promise<string | undefined> => {
    const read = readLanAddress(address);
    if (!read.ok) return read.error;
    lan ??= openLan(false);
    const done = await (await lan).connect(address);
    return done.ok ? undefined : done.error;
  };

  return {
    objects,
    putObject,
    /** Calls back with each object that was stored, from here or from elsewhere; returns how to stop. */
    onObject: (reader: (object: SyncObject) => void): (() => void) => {
      objectReaders.add(reader);
      return () => void objectReaders.delete(reader);
    },
    /** Lets a device in over the local network that comes with this pairing code; null: none any more. */
    admitPairing: (pair: Uint8Array | null): void => {
      openPair = pair;
    },
    /** When a device was last heard of; null if never. */
    heardAt: holdings.heardAt,
    addRelay,
    setLan,
    connectLan,
    /** Tells connected relays of a revocation at once. */
    revoke: (notice: RevocationNotice): void => {
      for (const { client } of relays.values()) client.revoke(notice);
    },
    /** True when a session with somebody has exchanged everything. */
    synced: (): boolean =>
      [...relays.values()].some(({ client }) => client.session()?.status().synced === true) ||
      (lanNow?.peers() ?? []).some((peer) => peer.session.status().synced),
    /** Whether a session with anybody runs. */
    reached: (): boolean =>
      [...relays.values()].some(({ client }) => client.session() !== undefined) || (lanNow?.peers() ?? []).length > 0,
    /** The refusal of a relay, if all of them refuse. */
    refusal: (): { readonly used: boolean; readonly sentence: string } | undefined => {
      const states = [...relays.values()].map((one) => one.state);
      const [first] = states;
      if (first === undefined || lanNow !== undefined || !states.every((one) => one.state === 'refused'))
        return undefined;
      return { used: states.some((one) => one.refusal === refuseCodes.inviteUsed), sentence: first.sentence };
    },
    /** Whether a relay says that this device was shut out. */
    isShutOut: (): boolean => [...relays.values()].some((one) => one.state.refusal === refuseCodes.revoked),
    /** Why nobody is reached, in the words of the first relay. */
    trouble: (): string => [...relays.values()][0]?.state.sentence ?? 'no relay is known.',
    removeRelay: (text: string): void => {
      const url = readRelayUrl(text);
      const key = url.ok ? url.value : text;
      relays.get(key)?.client.close();
      relays.delete(key);
      deps.onChange();
    },
    retry: (): void => {
      for (const { client } of relays.values()) client.retryNow();
    },
    relays: (): readonly RelayClient[] => [...relays.values()].map((one) => one.client),
    state: (): SyncState => ({
      pending: holdings.pending(),
      relays: [...relays].map(
        ([
          url,
          {
            state: { state, since, nextTryAt, sentence },
          },
        ]) => ({ url, state, since, nextTryAt, sentence }),
      ),
      lan: {
        enabled: lanOn,
        port: lanNow?.port ?? null,
        addresses: [...(lanNow?.addresses() ?? [])],
        peers: (lanNow?.peers() ?? []).map((peer) => ({
          deviceId: peer.deviceId,
          personId: ledger.graph.now().personOfDevice(peer.deviceId) ?? null,
          since: peer.since,
        })),
      },
      peers: holdings.peers(),
    }),
    close: async (): Promise<void> => {
      closed = true;
      stopWatching();
      unlessDiskFails(holdings.save);
      for (const { client } of relays.values()) client.close();
      if (lan !== undefined) await (await lan).close();
    },
  };
};

export type Network = ReturnType<typeof createNetwork>;

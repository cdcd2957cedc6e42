import type { Clock, Random, Timers } from '#shared/std/index.ts';
import type { ReplicaPort, RevocationNotice, SessionReport, SignBytes } from '#shared/sync/index.ts';

/** Who this device is towards relays and other devices of its team. Asked anew for every connection. */
export interface Identity {
  /** Team root key. */
  readonly team: Uint8Array;
  /** The device's signing key. */
  readonly device: Uint8Array;
  /** Signs plain bytes with it. */
  readonly sign: SignBytes;
  /** Grants from the team root to the device, root first. */
  readonly chain: () => readonly Uint8Array[];
  /** Revocations that every relay should know. */
  readonly revocations: () => readonly RevocationNotice[];
}

/** The outside world of a transport. */
export interface TransportDeps {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
}

/** How a connection is doing, in the words of the `sync` query. Times in ms since the epoch. */
export interface ConnectionState {
  readonly state: 'connecting' | 'syncing' | 'synced' | 'offline' | 'refused';
  /** Since when it is in this state. */
  readonly since: number;
  readonly nextTryAt: number | null;
  /** What is going on, for people. */
  readonly sentence: string;
  /** The relay's RefuseCode while it refuses this device. */
  readonly refusal?: number;
}

/** One other end while a session with it runs. */
export interface PeerInfo {
  readonly kind: 'relay' | 'device';
  /** Device key, for devices. */
  readonly device: Uint8Array | null;
  /** As entries are labelled in the history: `relay <url>` or `lan <device id>`. */
  readonly via: string;
}

/** What the engine gives a transport for each session. */
export interface SessionHost {
  readonly replica: (peer: PeerInfo) => ReplicaPort;
  readonly onReport: (peer: PeerInfo, report: SessionReport) => void;
  /** The session with this peer is over. */
  readonly onEnd?: (peer: PeerInfo, sentence: string) => void;
}

import { err } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { createSession, driveSession, encodeControl, limits, refuseCodes } from '#shared/sync/index.ts';
import type { Channel, DrivenSession, PutOutcome, RevocationNotice, SyncObject } from '#shared/sync/index.ts';
import { hash } from '../crypto/index.ts';
import { createBackoff } from './backoff.ts';
import { createRelayHandshake } from './handshake.ts';
import type { ConnectionState, PeerInfo, SessionHost, TransportDeps } from './ports.ts';
import { dialWebSocket } from './ws-channel.ts';

export interface RelayClientOptions extends TransportDeps {
  /** From `readRelayUrl`. */
  readonly url: string;
  readonly host: SessionHost;
  readonly onState: (state: ConnectionState) => void;
  /** Opens the socket; a test may put something in between. */
  readonly dial?: (url: string) => Channel;
}

export interface RelayClient {
  readonly url: string;
  readonly state: () => ConnectionState;
  /** The running session, if there is one. */
  readonly session: () => DrivenSession | undefined;
  /** Asks the relay for an object; an error sentence while not connected. */
  readonly getObject: (id: Uint8Array) => Promise<Result<SyncObject | undefined, string>>;
  /** Hands the relay an object; resolves when it is durable there. */
  readonly putObject: (object: SyncObject) => Promise<Result<PutOutcome, string>>;
  /** Tells a connected relay of a revocation at once; it is told again with every proof. */
  readonly revoke: (notice: RevocationNotice) => void;
  /** Tries now instead of when the pause is over: the network came back, or somebody asked. */
  readonly retryNow: () => void;
  /** Says good-bye and stays away. */
  readonly close: () => void;
}

/** Refusals that only people can change: try again rarely. */
const lasting: readonly number[] = [
  refuseCodes.origin,
  refuseCodes.grant,
  refuseCodes.revoked,
  refuseCodes.inviteUsed,
  refuseCodes.closedRelay,
  refuseCodes.version,
];
const refusedPauseMs = 5 * 60_000;

/** Keeps one relay connected for as long as the profile is open: dial, prove, replicate, and again after a pause. */
export const createRelayClient = (options: RelayClientOptions): RelayClient => {
  const { url, identity, clock, timers, random, host } = options;
  const dial = options.dial ?? ((address) => dialWebSocket(address, timers));
  const backoff = createBackoff(random);
  const peer: PeerInfo = { kind: 'relay', device: null, via: `relay ${url}` };
  let state: ConnectionState = { state: 'connecting', since: clock.now(), nextTryAt: null, sentence: 'Connecting.' };
  let session: DrivenSession | undefined;
  let channel: Channel | undefined;
  let cancelRetry: () => void = () => undefined;
  /** Why the last session ended, whoever ended it. */
  let farewell: string | undefined;
  let closed = false;

  const setState = (
    next: ConnectionState['state'],
    sentence: string,
    nextTryAt: number | null = null,
    code?: number,
  ): void => {
    const same = state.state === next;
    if (same && state.sentence === sentence && state.nextTryAt === nextTryAt) return;
    const since = same ? state.since : clock.now();
    state = { state: next, since, nextTryAt, sentence, ...(code === undefined ? {} : { refusal: code }) };
    options.onState(state);
  };

  const refreshSession = (): void => {
    if (!session) return;
    const { synced } = session.status();
    setState(synced ? 'synced' : 'syncing', synced ? 'Everything is on the relay.' : 'Exchanging updates.');
  };

  const pause = (kind: 'offline' | 'refused', sentence: string, ms: number, code?: number): void => {
    channel = undefined;
    session = undefined;
    if (closed) return;
    setState(kind, sentence, clock.now() + ms, code);
    cancelRetry = timers.after(ms, connect);
  };

  const start = (over: Channel, receive: (listener: (bytes: Uint8Array) => void) => void): void => {
    setState('syncing', 'Comparing with the relay.');
    session = driveSession({
      session: createSession({ team: identity.team, role: 'device', hash, window: limits.deviceWindow }),
      channel: { ...over, onMessage: receive },
      replica: host.replica(peer),
      onReport: (report) => {
        if (report.type === 'synced') backoff.reset();
        if (report.type === 'bye') farewell = report.sentence;
        host.onReport(peer, report);
        refreshSession();
      },
    });
    void session.ended.then((sentence) => {
      farewell ??= sentence;
      host.onEnd?.(peer, sentence);
    });
  };

  const connect = (): void => {
    if (closed) return;
    setState('connecting', state.state === 'connecting' ? state.sentence : 'Connecting.');
    farewell = undefined;
    const over = dial(url);
    channel = over;
    let refusal: { readonly code: number; readonly sentence: string } | undefined;
    let deliver: ((bytes: Uint8Array) => void) | undefined;
    const closeListeners: ((sentence: string) => void)[] = [];
    const handshake = createRelayHandshake(identity, url, over, (result) => {
      if (result.ok) {
        start({ ...over, onClose: (listener) => void closeListeners.push(listener) }, (listener) => {
          deliver = listener;
        });
      } else {
        refusal = result.error;
        over.close(result.error.sentence);
      }
    });
    over.onMessage((bytes) => {
      if (deliver) {
        deliver(bytes);
        refreshSession();
      } else if (!refusal) handshake(bytes);
    });
    over.onClose((sentence) => {
      for (const listener of closeListeners) listener(sentence);
      if (channel !== over) return;
      if (refusal && lasting.includes(refusal.code)) pause('refused', refusal.sentence, refusedPauseMs, refusal.code);
      else pause('offline', refusal?.sentence ?? farewell ?? sentence, backoff.next());
    });
  };

  const notConnected = (): Promise<Result<never, string>> => Promise.resolve(err('The relay is not connected.'));

  connect();
  return {
    url,
    state: () => state,
    session: () => session,
    getObject: (id) => session?.getObject(id) ?? notConnected(),
    putObject: (object) => session?.putObject(object) ?? notConnected(),
    revoke: (notice) => {
      if (session) channel?.send(encodeControl({ type: 'revoke', ...notice }));
    },
    retryNow: () => {
      if (closed || channel) return;
      cancelRetry();
      connect();
    },
    close: () => {
      if (closed) return;
      closed = true;
      cancelRetry();
      setState('offline', 'Disconnected.');
      if (session) session.leave('The device disconnects.');
      else channel?.close('The device disconnects.');
    },
  };
};

import { createConnection } from 'node:net';
import type { Socket } from 'node:net';
import { err, ok } from '#shared/std/index.ts';
import type { Log, Random, Result, Timers } from '#shared/std/index.ts';
import { createBackoff } from '../backoff.ts';
import type { LanAddress } from './address.ts';
import { connectLan, openSocket } from './connect.ts';
import type { LanConnectDeps } from './connect.ts';
import type { LanPeer, LanPeers } from './peers.ts';

export interface Dialer {
  /** One try. The error is a sentence. */
  readonly dial: (address: LanAddress) => Promise<Result<LanPeer, string>>;
  /** Keeps a device connected, with growing pauses after failures, until stopped. `running`: the session there is already. */
  readonly keep: (addresses: readonly LanAddress[], running?: LanPeer) => () => void;
  /** Stops dialling and tears what is open. Sessions should have said good-bye before. */
  readonly close: () => void;
}

/** Opens connections to teammates' devices and opens them again when they end. */
export const createDialer = (
  deps: LanConnectDeps & { readonly timers: Timers; readonly random: Random; readonly log: Log },
  peers: LanPeers,
): Dialer => {
  let closed = false;
  const kept = new Set<() => void>();
  const sockets = new Set<Socket>();

  const dial = async (address: LanAddress): Promise<Result<LanPeer, string>> => {
    if (closed) return err('The local network is switched off.');
    const raw = createConnection({ host: address.host, port: address.port });
    sockets.add(raw);
    raw.once('close', () => sockets.delete(raw));
    const socket = await openSocket(raw, deps.timers);
    if (!socket.ok) return socket;
    const link = await connectLan(socket.value, true, deps);
    return link.ok ? ok(peers.add(link.value)) : link;
  };

  /** Two addresses may lead to one device: whoever dialled the connection that gave way waits for the one that stays. */
  const untilGone = async (peer: LanPeer): Promise<void> => {
    for (let current: LanPeer | undefined = peer; current;) {
      await current.session.ended;
      current = peers.list().find(({ deviceId }) => deviceId === peer.deviceId);
    }
  };

  const keep = (addresses: readonly LanAddress[], running?: LanPeer): (() => void) => {
    const backoff = createBackoff(deps.random);
    let stopped = false;
    let cancel: () => void = () => undefined;

    const firstThatAnswers = async (): Promise<LanPeer | undefined> => {
      for (const address of addresses) {
        const result = await dial(address);
        if (result.ok) return result.value;
      }
      return undefined;
    };
    const meet = async (already?: LanPeer): Promise<void> => {
      const peer = already ?? (await firstThatAnswers());
      if (!peer) return;
      backoff.reset();
      await untilGone(peer);
    };
    const round = async (already?: LanPeer): Promise<void> => {
      await meet(already).catch((cause: unknown) =>
        deps.log.warn('a device on the local network could not be met', { reason: String(cause) }),
      );
      if (!stopped && !closed) cancel = deps.timers.after(backoff.next(), () => void round());
    };
    const stop = (): void => {
      stopped = true;
      cancel();
      kept.delete(stop);
    };
    kept.add(stop);
    void round(running);
    return stop;
  };

  return {
    dial,
    keep,
    close: () => {
      closed = true;
      for (const stop of [...kept]) stop();
      for (const socket of sockets) socket.destroy();
    },
  };
};

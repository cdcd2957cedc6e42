import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { err } from '#shared/std/index.ts';
import type { Log, Result } from '#shared/std/index.ts';
import type { SessionHost, TransportDeps } from '../ports.ts';
import { ownAddresses, readLanAddress } from './address.ts';
import { startAnnouncing } from './announcing.ts';
import { connectLan } from './connect.ts';
import type { Admits, TransportKeys } from './connect.ts';
import { createDialer } from './dialer.ts';
import type { Discovery } from './discovery.ts';
import { createLanPeers } from './peers.ts';
import type { LanPeer } from './peers.ts';

export interface LanOptions extends TransportDeps {
  readonly lanKey: Uint8Array;
  readonly keys: TransportKeys;
  readonly admits: Admits;
  readonly host: SessionHost;
  readonly log: Log;
  /** Address to listen on; all by default. */
  readonly bind?: string;
  /** Port to listen on; 0 takes a free one; null: dial only. */
  readonly port: number | null;
  /** Finds teammates by itself; without it only given addresses are dialled. */
  readonly discovery?: Discovery;
  /** Peers came or went. */
  readonly onChange: () => void;
}

export interface Lan {
  /** Port listened on, null if none. */
  readonly port: number | null;
  /** What to tell a teammate to connect to by hand. */
  readonly addresses: () => readonly string[];
  readonly peers: () => readonly LanPeer[];
  /** Dials `host:port`; once it worked, the address is kept connected. */
  readonly connect: (address: string) => Promise<Result<LanPeer, string>>;
  /** Keeps `host:port` connected until the returned function is called; an error sentence if it is no address. */
  readonly keep: (address: string) => Result<() => void, string>;
  /** Ends sessions with devices that are not admitted any more. */
  readonly recheck: (admitted: (deviceId: string) => boolean) => void;
  readonly close: () => Promise<void>;
}

/** Sockets that did not prove anything yet: a port scan must not take the memory of the app. */
const maxUnproven = 64;
const goodbyeMs = 50;

const listen = (port: number, bind: string | undefined, onSocket: (socket: Socket) => void) =>
  new Promise<{ readonly port: number; readonly close: () => Promise<void> }>((resolve, reject) => {
    const server = createServer(onSocket);
    server.once('error', reject);
    server.listen({ port, ...(bind === undefined ? {} : { host: bind }) }, () => {
      server.off('error', reject);
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });

/**
 * Direct connections in the same office or home: listens, announces, finds, dials. Every connection proves the team's LAN
 * key, then runs Noise, then both devices prove who they are. Rejects if the port cannot be had.
 */
export const startLan = async (options: LanOptions): Promise<Lan> => {
  const { timers, random, lanKey } = options;
  const peers = createLanPeers(options);
  const dialer = createDialer(options, peers);
  const sockets = new Set<Socket>();
  let unproven = 0;
  let closed = false;

  const incoming = async (socket: Socket): Promise<void> => {
    unproven += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const link = await connectLan(socket, false, options).finally(() => {
      unproven -= 1;
    });
    if (!link.ok) return;
    if (closed) link.value.channel.close('The local network is switched off.');
    else peers.add(link.value);
  };

  const take = (socket: Socket): void => {
    // Anybody on the network may connect: whatever goes wrong is the end of this connection, not of the app.
    incoming(socket).catch((cause: unknown) => {
      options.log.warn('a connection from the local network failed', { reason: String(cause) });
      socket.destroy();
    });
  };

  const server =
    options.port === null
      ? undefined
      : await listen(options.port, options.bind, (socket) => {
          if (unproven >= maxUnproven) socket.destroy();
          else take(socket);
        });

  const kept = new Map<string, () => void>();
  const forget = (name: string): void => {
    kept.get(name)?.();
    kept.delete(name);
  };
  const announcing =
    server && options.discovery
      ? startAnnouncing({
          discovery: options.discovery,
          lanKey,
          port: server.port,
          timers,
          random,
          onFound: ({ name, addresses, port }) => {
            forget(name);
            kept.set(name, dialer.keep(addresses.map((host) => ({ host, port }))));
          },
          onLost: forget,
        })
      : undefined;

  return {
    port: server?.port ?? null,
    addresses: () => (server ? ownAddresses(server.port) : []),
    peers: peers.list,
    connect: async (text) => {
      const address = readLanAddress(text);
      if (!address.ok) return err(address.error);
      const peer = await dialer.dial(address.value);
      if (peer.ok) dialer.keep([address.value], peer.value);
      return peer;
    },
    keep: (text) => {
      const address = readLanAddress(text);
      return address.ok ? { ok: true, value: dialer.keep([address.value]) } : address;
    },
    recheck: peers.dropUnless,
    close: async () => {
      closed = true;
      announcing?.close();
      options.discovery?.close();
      peers.closeAll();
      // A turn for the good-byes to leave, then nothing holds the process any longer.
      await new Promise<void>((resolve) => timers.after(goodbyeMs, resolve));
      dialer.close();
      for (const socket of sockets) socket.destroy();
      await server?.close();
    },
  };
};

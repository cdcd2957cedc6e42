import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/** Which way a message goes. */
export type Direction = 'to-relay' | 'to-client';

export interface FaultProxy {
  /** Where clients connect instead of the relay. Note S51: the relay behind must be told of this origin. */
  readonly url: string;
  readonly port: number;
  /**
   * Decides over every message: what it answers is forwarded instead, in order. `[bytes]` passes it on, `[]` withholds it,
   * several repeat or invent.
   */
  readonly tamper: (
    decide: (bytes: Uint8Array, direction: Direction, connection: number) => readonly Uint8Array[],
  ) => void;
  /** Closes every connection without a word. */
  readonly drop: () => void;
  /** While down nobody gets through. */
  readonly setDown: (down: boolean) => void;
  /** Sends new connections to another relay: one restored from an old backup, or of somebody else. */
  readonly retarget: (url: string) => void;
  /** Every message that passed, for looking through the bytes on the wire. */
  readonly traffic: readonly Uint8Array[];
  readonly close: () => Promise<void>;
}

/** A relay operator or network with bad intentions, between clients and a real relay. */
export const startFaultProxy = async (target: string): Promise<FaultProxy> => {
  let upstream = target;
  let down = false;
  let decide: (bytes: Uint8Array, direction: Direction, connection: number) => readonly Uint8Array[] = (bytes) => [
    bytes,
  ];
  let connections = 0;
  const sockets = new Set<WebSocket>();
  const traffic: Uint8Array[] = [];
  const http = createServer();
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });

  server.on('connection', (client) => {
    if (down) return client.terminate();
    connections += 1;
    const connection = connections;
    const relay = new WebSocket(upstream, { perMessageDeflate: false });
    const early: Uint8Array[] = [];
    const pass = (from: WebSocket, to: WebSocket, direction: Direction): void => {
      from.on('message', (data: Buffer) => {
        const bytes = new Uint8Array(data);
        for (const message of decide(bytes, direction, connection)) {
          traffic.push(message);
          if (to.readyState === to.CONNECTING) early.push(message);
          else if (to.readyState === to.OPEN) to.send(message);
        }
      });
      from.on('error', () => to.terminate());
      from.on('close', () => to.close());
    };
    relay.on('open', () => {
      for (const message of early.splice(0)) relay.send(message);
    });
    pass(client, relay, 'to-relay');
    pass(relay, client, 'to-client');
    for (const one of [client, relay]) {
      sockets.add(one);
      one.on('close', () => sockets.delete(one));
    }
  });

  const drop = (): void => {
    for (const socket of sockets) socket.terminate();
  };
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    port,
    tamper: (next) => {
      decide = next;
    },
    drop,
    setDown: (isDown) => {
      down = isDown;
      if (isDown) drop();
    },
    retarget: (url) => {
      upstream = url;
      drop();
    },
    traffic,
    close: () => {
      drop();
      server.close();
      return new Promise((resolve) => http.close(() => resolve()));
    },
  };
};

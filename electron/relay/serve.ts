import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Timers } from '#shared/std/index.ts';
import { limits as frameLimits } from '#shared/sync/index.ts';
import type { RelaySocket } from './connection.ts';
import type { LocalEnd } from './origin.ts';
import type { Relay } from './relay.ts';

export interface ServeOptions {
  readonly relay: Relay;
  readonly timers: Timers;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Take the client's address from X-Forwarded-For: only behind a proxy that sets it. */
  readonly trustProxy?: boolean;
}

export interface ServedRelay {
  readonly port: number;
  /** Stops accepting, says good-bye, closes every socket with 1001. */
  readonly close: () => Promise<void>;
}

const goingAway = 1001;
const tooSlow = 1013;
const closeGraceMs = 2000;

const addressOf = (request: IncomingMessage, trustProxy: boolean): string => {
  const forwarded = request.headers['x-forwarded-for'];
  const first = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim();
  return (trustProxy ? first : undefined) ?? request.socket.remoteAddress ?? 'unknown';
};

/** The proxy dialled what is seen here, and the device something else. */
const localEnd = (
  { socket: { localAddress, localPort } }: IncomingMessage,
  trustProxy: boolean,
): LocalEnd | undefined =>
  trustProxy || localAddress === undefined || localPort === undefined
    ? undefined
    : { address: localAddress, port: localPort };

const plainBytes = (data: unknown): Uint8Array | undefined =>
  data instanceof Uint8Array ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : undefined;

const socketOf = (ws: WebSocket, request: IncomingMessage, options: ServeOptions): RelaySocket => {
  let closing = false;
  return {
    local: localEnd(request, options.trustProxy ?? false),
    address: addressOf(request, options.trustProxy ?? false),
    send: (bytes) => {
      if (closing || ws.readyState !== ws.OPEN) return;
      // A reader that takes nothing in would fill the memory of everybody's relay.
      if (ws.bufferedAmount > options.relay.limits.bufferedBytes) {
        closing = true;
        ws.close(tooSlow, 'too slow');
        return;
      }
      ws.send(bytes);
    },
    onMessage: (listener) => {
      ws.on('message', (data, isBinary) => {
        const bytes = isBinary ? plainBytes(data) : undefined;
        if (bytes) listener(bytes);
        else ws.close(1003, 'binary messages only');
      });
    },
    onClose: (listener) => {
      ws.on('close', () => listener('The connection was closed.'));
    },
    close: () => {
      closing = true;
      ws.close(goingAway);
    },
  };
};

/** Pings every socket; one that did not answer the last ping is gone without having said so. */
const keepAlive = (server: WebSocketServer, timers: Timers, ms: number): (() => void) => {
  const answered = new WeakSet<WebSocket>();
  server.on('connection', (ws) => {
    answered.add(ws);
    ws.on('pong', () => answered.add(ws));
  });
  let cancel: () => void = () => undefined;
  const round = (): void => {
    for (const ws of server.clients) {
      if (!answered.delete(ws)) ws.terminate();
      else ws.ping();
    }
    cancel = timers.after(ms, round);
  };
  cancel = timers.after(ms, round);
  return () => cancel();
};

/** For whoever watches over the relay; undefined while its file cannot be read. */
const healthText = (relay: Relay): string | undefined => {
  try {
    return JSON.stringify(relay.health());
  } catch {
    return undefined;
  }
};

/** Puts a relay on a port: WebSocket for devices, `GET /health` for whoever watches over it. */
export const serveRelay = async (options: ServeOptions): Promise<ServedRelay> => {
  const { relay, timers } = options;
  const http = createServer((request, response) => {
    const isHealth = request.url === '/health' && (request.method === 'GET' || request.method === 'HEAD');
    const health = isHealth ? healthText(relay) : undefined;
    const otherwise = isHealth
      ? 'The relay cannot read its data.\n'
      : 'This is a Meridian relay. Devices connect to it by WebSocket.\n';
    response.writeHead(health !== undefined ? 200 : isHealth ? 503 : 404, {
      'content-type': health === undefined ? 'text/plain; charset=utf-8' : 'application/json',
      'cache-control': 'no-store',
    });
    response.end(health ?? otherwise);
  });
  // Entries are ciphertext: compression costs memory for each socket and gains nothing.
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false, maxPayload: frameLimits.frameBytes });
  // ws repeats the errors of the http server, which is listened to below; unheard repeats would end the process.
  sockets.on('error', () => undefined);
  sockets.on('connection', (ws, request) => {
    // A broken socket also emits 'close', where it is handled.
    ws.on('error', () => ws.terminate());
    relay.accept(socketOf(ws, request, options));
  });

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port, options.host, () => {
      http.off('error', reject);
      resolve();
    });
  });
  const stopPinging = keepAlive(sockets, timers, relay.limits.pingMs);
  const { port } = http.address() as AddressInfo;

  const close = async (): Promise<void> => {
    stopPinging();
    const closed = new Promise<void>((resolve) => http.close(() => resolve()));
    relay.stop('The relay is stopping.');
    for (const ws of sockets.clients) ws.close(goingAway, 'stopping');
    const cancel = timers.after(closeGraceMs, () => {
      for (const ws of sockets.clients) ws.terminate();
      http.closeAllConnections();
    });
    http.closeIdleConnections();
    sockets.close();
    await closed;
    cancel();
  };
  return { port, close };
};

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import {
  admitWindow,
  closeCodes,
  loopbackPath,
  maxRequestLength,
  servePort,
  type EngineApi,
} from '#shared/protocol/index.ts';
import type { Log, Timers } from '#shared/std/index.ts';
import { nodeProof, socketPort } from '../../client/index.ts';
import { isOwnHost, isOwnOrigin } from './security.ts';

export interface SocketOptions {
  readonly authority: string;
  readonly token: string;
  readonly engine: EngineApi;
  readonly timers: Timers;
  readonly log: Log;
}

export interface Sockets {
  readonly upgrade: (request: IncomingMessage, stream: Duplex, head: Buffer) => void;
  /** Says goodbye to every window and takes no more. */
  readonly close: () => void;
  /** Drops whoever has not answered the goodbye. */
  readonly terminate: () => void;
}

/** How long a connection may take to prove itself, in milliseconds. */
const patience = 10_000;

const refuse = (stream: Duplex, status: string): void => {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** Lets windows and scripts that hold the session's secret speak with the engine; turns everybody else away. */
export const createSockets = ({ authority, token, engine, timers, log }: SocketOptions): Sockets => {
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    // In UTF-8 a character of a request takes up to three bytes.
    maxPayload: maxRequestLength * 3,
  });

  const admit = async (socket: WebSocket): Promise<void> => {
    const port = socketPort(socket);
    const cancel = timers.after(patience, () => socket.close(closeCodes.refused, 'too slow'));
    const admitted = await admitWindow(port, { secret: token, authority }, nodeProof);
    cancel();
    if (admitted.ok) {
      servePort(admitted.value, engine, { log, defer: (task) => void setImmediate(task) });
      return;
    }
    log.warn('A connection that could not prove the session’s secret was refused');
    socket.close(closeCodes.refused, 'not opened by Meridian');
  };

  return {
    upgrade: (request, stream, head) => {
      stream.on('error', () => stream.destroy());
      if (!isOwnHost(request.headers.host, authority)) {
        refuse(stream, '421 Misdirected Request');
        return;
      }
      if (!isOwnOrigin(request.headers.origin, authority)) {
        refuse(stream, '403 Forbidden');
        return;
      }
      if (request.url !== loopbackPath) {
        refuse(stream, '404 Not Found');
        return;
      }
      server.handleUpgrade(request, stream, head, (socket) => {
        admit(socket).catch((thrown: unknown) => {
          log.warn('A connection failed while it was being let in', { error: String(thrown) });
          socket.terminate();
        });
      });
    },
    close: () => {
      for (const socket of server.clients) socket.close(closeCodes.stopping, 'Meridian was closed');
      server.close();
    },
    terminate: () => {
      for (const socket of server.clients) socket.terminate();
    },
  };
};

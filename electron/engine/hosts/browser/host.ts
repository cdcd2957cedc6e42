import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure, type EngineApi, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Log, type Result, type Timers } from '#shared/std/index.ts';
import { answer } from './answer.ts';
import { readContent } from './content.ts';
import { createSockets } from './sockets.ts';

export interface BrowserHostOptions {
  readonly engine: EngineApi;
  /** Folder of the built interface. */
  readonly contentDirectory: string;
  /** Wanted port; 0 takes any free one. */
  readonly port: number;
  /** Take any free port where the wanted one is taken, because nobody insisted on it. */
  readonly otherPortIfTaken: boolean;
  readonly timers: Timers;
  readonly log: Log;
}

export interface BrowserHost {
  readonly url: string;
  /** Secret of this session: who has it can do everything the user can. Never part of `url`. */
  readonly token: string;
  /** False where the interface has not been built. */
  readonly hasInterface: boolean;
  readonly close: () => Promise<void>;
}

/** Only this machine can connect: never a name, never another address. */
const address = '127.0.0.1';

const listen = (server: Server, port: number): Promise<Result<number, NodeJS.ErrnoException>> =>
  new Promise((resolve) => {
    const failed = (error: Error): void => resolve(err(error));
    server.once('error', failed);
    server.listen(port, address, () => {
      server.off('error', failed);
      resolve(ok((server.address() as AddressInfo).port));
    });
  });

const whyNot = (error: NodeJS.ErrnoException, port: number): ProtocolError => {
  if (error.code === 'EADDRINUSE') {
    return failure('unavailable', `Port ${port} is taken by another program. Choose another with --port.`, 'port');
  }
  if (error.code === 'EACCES') return failure('not-allowed', `This user may not listen on port ${port}.`, 'port');
  return failure('unavailable', `Meridian cannot listen on port ${port}: ${error.message}.`, 'port');
};

/**
 * Serves the built interface and the engine to the user's own browser, over loopback. Pages are public, everything else
 * needs the session's secret proven on the socket (FORMATS 9).
 */
export const startBrowserHost = async (options: BrowserHostOptions): Promise<Result<BrowserHost, ProtocolError>> => {
  const { engine, timers, log } = options;
  const server = createServer();
  let listening = await listen(server, options.port);
  if (!listening.ok && listening.error.code === 'EADDRINUSE' && options.otherPortIfTaken) {
    listening = await listen(server, 0);
  }
  if (!listening.ok) return err(whyNot(listening.error, options.port));

  const authority = `${address}:${listening.value}`;
  const token = randomBytes(32).toString('base64url');
  const content = readContent(options.contentDirectory);
  const sockets = createSockets({ authority, token, engine, timers, log });
  server.on('request', (request, response) => answer(request, response, { authority, content, log }));
  server.on('upgrade', sockets.upgrade);

  return ok({
    url: `http://${authority}/`,
    token,
    hasInterface: !content.isEmpty(),
    close: () =>
      new Promise((resolve) => {
        sockets.close();
        // A window that does not answer must not keep the profile from closing.
        const cancel = timers.after(1000, () => {
          sockets.terminate();
          server.closeAllConnections();
        });
        server.close(() => {
          cancel();
          resolve();
        });
        server.closeIdleConnections();
      }),
  });
};

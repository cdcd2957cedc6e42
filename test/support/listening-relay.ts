import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

export interface ListeningRelay {
  readonly url: string;
  /** Everything that passed, in either direction, as the bytes that were sent. */
  readonly heard: readonly Buffer[];
  readonly close: () => Promise<void>;
}

const bytesOf = (data: Buffer | ArrayBuffer | Buffer[]): Buffer => {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
};

/**
 * Somebody between the devices and their relay who keeps every message, unmasked. The relay has to be told that it is
 * reached under this address.
 *
 * @param target resolves to where the relay really is, asked for each connection
 */
export const createListeningRelay = async (target: () => string): Promise<ListeningRelay> => {
  const http = createServer();
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  const heard: Buffer[] = [];
  server.on('connection', (near, request) => {
    const protocols = request.headers['sec-websocket-protocol'];
    const far = new WebSocket(new URL(request.url ?? '/', target()), protocols?.split(/, */) ?? [], {
      perMessageDeflate: false,
    });
    const early: Buffer[] = [];
    near.on('message', (data) => {
      const bytes = bytesOf(data);
      heard.push(bytes);
      if (far.readyState === far.OPEN) far.send(bytes);
      else early.push(bytes);
    });
    far.on('open', () => {
      for (const bytes of early.splice(0)) far.send(bytes);
    });
    far.on('message', (data) => {
      const bytes = bytesOf(data);
      heard.push(bytes);
      near.send(bytes);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => other.close());
    }
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    heard,
    close: () =>
      new Promise((resolve) => {
        for (const socket of server.clients) socket.terminate();
        server.close();
        http.close(() => resolve());
      }),
  };
};

import { WebSocket } from 'ws';
import type { Timers } from '#shared/std/index.ts';
import { limits } from '#shared/sync/index.ts';
import type { Channel } from '#shared/sync/index.ts';

const openTimeoutMs = 15_000;
/** Relays ping every 30 s; a socket silent for three of them is dead without having said so (sleep, changed network). */
const silentMs = 95_000;

const reasonOf = (cause: unknown): string => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ECONNREFUSED':
      return 'Nothing answers at this address.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'The name of the relay was not found. This device may be offline.';
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
      return 'The network cannot be reached.';
    case 'ETIMEDOUT':
      return 'The relay did not answer in time.';
    default:
      return `The relay cannot be reached (${cause instanceof Error ? cause.message : String(cause)}).`;
  }
};

/** Dials a relay. The channel may be used at once: what is sent before it is open waits. */
export const dialWebSocket = (url: string, timers: Timers): Channel => {
  const ws = new WebSocket(url, {
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    handshakeTimeout: openTimeoutMs,
  });
  let sentence = 'The connection to the relay was closed.';
  const early: Uint8Array[] = [];
  let silence = timers.after(silentMs, () => ws.terminate());
  const heard = (): void => {
    silence();
    silence = timers.after(silentMs, () => {
      sentence = 'The relay went silent.';
      ws.terminate();
    });
  };
  ws.on('open', () => {
    heard();
    for (const bytes of early.splice(0)) ws.send(bytes);
  });
  ws.on('ping', heard);
  // A failed socket also emits 'close', where it is handled.
  ws.on('error', (cause) => {
    sentence = reasonOf(cause);
  });
  return {
    send: (bytes) => {
      if (ws.readyState === ws.OPEN) ws.send(bytes);
      else if (ws.readyState === ws.CONNECTING) early.push(bytes);
    },
    onMessage: (listener) => {
      ws.on('message', (data, isBinary) => {
        heard();
        if (!isBinary || !(data instanceof Uint8Array)) return ws.close(1003);
        listener(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
      });
    },
    onClose: (listener) => {
      ws.on('close', () => {
        silence();
        listener(sentence);
      });
    },
    close: () => {
      if (ws.readyState === ws.CONNECTING) ws.terminate();
      else ws.close(1000);
    },
  };
};

import {
  failure,
  loopbackPath,
  proveToEngine,
  secretName,
  type PortLike,
  type ProofPorts,
  type ProtocolError,
} from '#shared/protocol/index.ts';
import { err, fromText, toText, type Result } from '#shared/std/index.ts';
import { webSocketPort } from './web-socket-port.ts';

/** How long the engine may take to answer, in milliseconds. */
const patience = 10_000;

const proofPorts = (): ProofPorts => ({
  mac: async (secret, text) => {
    const bytes = fromText(secret) ?? new Uint8Array();
    const key = await crypto.subtle.importKey(
      'raw',
      // A secret of the wrong form proves nothing, and an empty key cannot be imported.
      new Uint8Array(bytes.length === 0 ? [0] : bytes),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    return toText(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))));
  },
  nonce: () => toText(crypto.getRandomValues(new Uint8Array(32))),
});

/**
 * The session's secret: from the fragment of the address Meridian opened, which is taken out of the address and the
 * history at once, or from this tab's own storage after a reload. Cookies would be sent to every port of this machine.
 */
const takeSecret = ({ location, history, sessionStorage }: Window): string | null => {
  const parts = new URLSearchParams(location.hash.slice(1));
  const given = parts.get(secretName);
  if (given === null) return sessionStorage.getItem(secretName);
  sessionStorage.setItem(secretName, given);
  parts.delete(secretName);
  const rest = parts.toString();
  history.replaceState(history.state, '', `${location.pathname}${location.search}${rest === '' ? '' : `#${rest}`}`);
  return given;
};

const opened = (socket: WebSocket): Promise<boolean> =>
  new Promise((resolve) => {
    socket.addEventListener('open', () => resolve(true), { once: true });
    socket.addEventListener('close', () => resolve(false), { once: true });
  });

/**
 * The port to the engine that serves this page, after both have proven that they hold the session's secret. Fails with
 * `unauthorized` where the page was not opened by Meridian (or by one that has ended), and with `unreachable` where
 * nothing answers; only the latter is worth another try.
 */
export const openLoopback = async (page: Window): Promise<Result<PortLike, ProtocolError>> => {
  const secret = takeSecret(page);
  if (secret === null) {
    return err(failure('unauthorized', 'This page was not opened by Meridian. Open Meridian from the terminal again.'));
  }
  const authority = page.location.host;
  const socket = new WebSocket(`ws://${authority}${loopbackPath}`);
  if (!(await opened(socket))) {
    return err(failure('unreachable', 'Meridian is not running any more. Open it from the terminal again.'));
  }
  const port = webSocketPort(socket);
  const timer = page.setTimeout(() => port.close(), patience);
  try {
    return await proveToEngine(port, { secret, authority }, proofPorts());
  } finally {
    page.clearTimeout(timer);
  }
};

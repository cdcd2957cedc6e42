import { err, ok, type Result } from '../std/index.ts';
import { failure, type ProtocolError } from './errors.ts';
import type { PortLike } from './port.ts';

// How a window in the user's browser, or a script, proves to the engine on this machine that it was let in, and the
// engine to it (FORMATS 9). Any process can connect to a loopback port and any can listen on one; cookies are shared
// across ports. So both sides prove that they hold the session's secret, which itself is never sent.

/** Where the socket is, below the page. */
export const loopbackPath = '/engine';
/** Name of the secret in the address's fragment (which browsers do not send) and in the tab's session storage. */
export const secretName = 'meridian-secret';
/** Close codes of the socket. */
export const closeCodes = { refused: 4401, stopping: 4000 } as const;

export interface ProofPorts {
  /** HMAC-SHA-256 of `text` (UTF-8) under the secret's bytes; both in base64url. */
  readonly mac: (secret: string, text: string) => Promise<string>;
  /** A fresh random text of at least 128 bits. */
  readonly nonce: () => string;
}

export interface ProofContext {
  readonly secret: string;
  /** Host and port that the connection is believed to lead to; in the proof, so that it is worth nothing elsewhere. */
  readonly authority: string;
}

type Role = 'engine' | 'window';

const proofText = (role: Role, context: ProofContext, windowNonce: string, engineNonce: string): string =>
  ['meridian/loopback/1', role, context.authority, windowNonce, engineNonce].join('\n');

const text = (message: unknown, type: string, key: string): string | undefined => {
  if (typeof message !== 'object' || message === null) return undefined;
  const fields = message as Readonly<Record<string, unknown>>;
  const value = fields['type'] === type ? fields[key] : undefined;
  return typeof value === 'string' && value.length >= 16 && value.length <= 128 ? value : undefined;
};

const isOpen = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'open';

/** Equal in a time that does not depend on where they differ. */
const sameText = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(1, b.length));
  return difference === 0;
};

const notOpened = failure(
  'unauthorized',
  'This page was not opened by Meridian. Open Meridian from the terminal again.',
);
const stranger = failure(
  'unauthorized',
  'What answers at this address is not the Meridian that opened this page. Open Meridian from the terminal again.',
);

/** One message at a time, for as long as the handshake lasts; closed or silent ends it. */
const turns = (port: PortLike) => {
  const held: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  let handler = (message: unknown): void => {
    const next = waiting.shift();
    if (next === undefined) held.push(message);
    else next(message);
  };
  let closed = false;
  port.onMessage((message) => handler(message));
  port.onClose(() => {
    closed = true;
    for (const next of waiting.splice(0)) next(undefined);
  });
  return {
    next: (): Promise<unknown> =>
      new Promise((resolve) => {
        if (held.length > 0) resolve(held.shift());
        else if (closed) resolve(undefined);
        else waiting.push(resolve);
      }),
    /** The same port for the protocol proper, starting with whatever arrived meanwhile. */
    rest: (): PortLike => ({
      ...port,
      onMessage: (listener) => {
        handler = listener;
        for (const message of held.splice(0)) listener(message);
      },
      onClose: (listener) => {
        if (closed) listener();
        else port.onClose(listener);
      },
    }),
  };
};

/**
 * The window's side: proves the secret and checks that the engine holds it too. A stranger who listens on the port
 * learns a nonce and nothing else, because the engine proves itself first.
 */
export const proveToEngine = async (
  port: PortLike,
  context: ProofContext,
  { mac, nonce }: ProofPorts,
): Promise<Result<PortLike, ProtocolError>> => {
  const exchange = turns(port);
  const mine = nonce();
  port.post({ type: 'knock', nonce: mine });
  const reply = await exchange.next();
  const theirs = text(reply, 'answer', 'nonce');
  const proof = text(reply, 'answer', 'proof');
  const expected =
    theirs === undefined ? undefined : await mac(context.secret, proofText('engine', context, mine, theirs));
  if (theirs === undefined || proof === undefined || expected === undefined || !sameText(proof, expected)) {
    port.close();
    return err(reply === undefined ? notOpened : stranger);
  }
  port.post({ type: 'prove', proof: await mac(context.secret, proofText('window', context, mine, theirs)) });
  const opened = await exchange.next();
  if (!isOpen(opened)) {
    port.close();
    return err(notOpened);
  }
  return ok(exchange.rest());
};

/** The engine's side. The caller closes the port when this fails or takes too long. */
export const admitWindow = async (
  port: PortLike,
  context: ProofContext,
  { mac, nonce }: ProofPorts,
): Promise<Result<PortLike, ProtocolError>> => {
  const exchange = turns(port);
  const theirs = text(await exchange.next(), 'knock', 'nonce');
  if (theirs === undefined) return err(notOpened);
  const mine = nonce();
  port.post({
    type: 'answer',
    nonce: mine,
    proof: await mac(context.secret, proofText('engine', context, theirs, mine)),
  });
  const proof = text(await exchange.next(), 'prove', 'proof');
  const expected = await mac(context.secret, proofText('window', context, theirs, mine));
  if (proof === undefined || !sameText(proof, expected)) return err(notOpened);
  port.post({ type: 'open' });
  return ok(exchange.rest());
};

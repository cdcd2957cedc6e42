import { once } from 'node:events';
import type { Socket } from 'node:net';
import SecretStream from '@hyperswarm/secret-stream';
import { equalBytes, err, ok, toText } from '#shared/std/index.ts';
import type { Random, Result, Timers } from '#shared/std/index.ts';
import { checkGrantChain, decodeControl, encodeControl, proofMessage } from '#shared/sync/index.ts';
import type { Admission, Channel, Proof } from '#shared/sync/index.ts';
import { verifyBytes } from '../../crypto/index.ts';
import { buildProof } from '../handshake.ts';
import type { Identity } from '../ports.ts';
import { maskSocket } from './mask.ts';

/** Noise keys of this device: Ed25519, never its signing keys. `NoiseSecretStream.keyPair(seed)` makes them. */
export interface TransportKeys {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** Whether a device with a valid chain of grants may talk to this one: a member, or somebody who joins by invitation. */
export type Admits = (admission: Admission) => boolean;

export interface LanConnectDeps {
  readonly identity: Identity;
  readonly random: Random;
  readonly timers: Timers;
  readonly lanKey: Uint8Array;
  readonly keys: TransportKeys;
  readonly admits: Admits;
}

/** A channel to a device that proved who it is. */
export interface LanLink {
  readonly device: Uint8Array;
  readonly isInitiator: boolean;
  readonly channel: Channel;
}

const handshakeMs = 10_000;
const keepAliveMs = 15_000;
const silentMs = 45_000;

const side = (isInitiator: boolean): string => (isInitiator ? 'initiator' : 'responder');

/** Whom a proof was made for: this very Noise connection and this end of it (S61). */
const originOf = (handshakeHash: Uint8Array, isInitiator: boolean): string =>
  `noise:${toText(handshakeHash)}:${side(isInitiator)}`;

const checkPeer = (proof: Proof, origin: string, nonce: Uint8Array, deps: LanConnectDeps): Result<void, string> => {
  const { identity } = deps;
  if (!equalBytes(proof.team, identity.team)) return err('The other device belongs to another team.');
  if (equalBytes(proof.device, identity.device)) return err('This is this device itself.');
  if (proof.origin !== origin) return err('The other device made its proof for somebody else.');
  if (!verifyBytes(proof.device, proof.signature, proofMessage(origin, proof.team, nonce)))
    return err('The signature of the other device does not match.');
  const admission = checkGrantChain(proof.chain, proof.team, verifyBytes);
  if (!admission.ok) return err(admission.error.sentence);
  if (admission.value.kind !== 'device' || !equalBytes(admission.value.subject, proof.device))
    return err('The grants of the other device are for another one.');
  return deps.admits(admission.value) ? ok(undefined) : err('The other device is not in the team any more.');
};

interface StreamChannel extends Channel {
  /** The next message before anybody listens; undefined if the stream ends first. */
  readonly next: () => Promise<Uint8Array | undefined>;
}

/** Messages of a stream as a channel; what comes before somebody listens is kept. */
const channelOf = (stream: SecretStream): StreamChannel => {
  const held: Uint8Array[] = [];
  let waiter: ((bytes: Uint8Array | undefined) => void) | undefined;
  let onMessage: ((bytes: Uint8Array) => void) | undefined;
  let sentence = 'The connection to the other device was closed.';
  stream.on('data', (bytes: Uint8Array) => {
    const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (onMessage) onMessage(plain);
    else if (waiter) waiter(plain);
    else held.push(plain);
    waiter = undefined;
  });
  // Failed streams also emit 'close', where it is handled.
  stream.on('error', (cause) => {
    sentence = `The connection to the other device broke (${cause.message}).`;
  });
  stream.on('close', () => waiter?.(undefined));
  return {
    send: (bytes) => {
      if (!stream.destroyed) stream.write(bytes);
    },
    onMessage: (listener) => {
      onMessage = listener;
      for (const bytes of held.splice(0)) listener(bytes);
    },
    onClose: (listener) => {
      if (stream.destroyed) listener(sentence);
      else stream.on('close', () => listener(sentence));
    },
    close: () => {
      stream.end();
    },
    next: () => {
      const first = held.shift();
      if (first || stream.destroyed) return Promise.resolve(first);
      return new Promise((resolve) => {
        waiter = resolve;
      });
    },
  };
};

const establish = async (
  socket: Socket,
  isInitiator: boolean,
  deps: LanConnectDeps,
): Promise<Result<LanLink, string>> => {
  const raw = await maskSocket(socket, isInitiator, deps.lanKey, deps.random);
  if (!raw.ok) return raw;
  const stream = new SecretStream(isInitiator, raw.value, { keyPair: deps.keys });
  const channel = channelOf(stream);
  if (!(await stream.opened) || !stream.handshakeHash) return err('The secure connection could not be made.');
  const nonce = new Uint8Array(stream.handshakeHash.subarray(0, 32));
  channel.send(
    encodeControl({ type: 'prove', ...buildProof(deps.identity, originOf(stream.handshakeHash, isInitiator), nonce) }),
  );
  const answer = await channel.next();
  const frame = answer && decodeControl(answer);
  if (!frame?.ok || frame.value.type !== 'prove') return err('The other device did not prove who it is.');
  const checked = checkPeer(frame.value, originOf(stream.handshakeHash, !isInitiator), nonce, deps);
  if (!checked.ok) return checked;
  stream.setKeepAlive(keepAliveMs);
  stream.setTimeout(silentMs);
  return ok({ device: frame.value.device, isInitiator, channel });
};

/**
 * From an open TCP socket to a proven teammate: team key, Noise, proof of the device on both sides (S60, S61). Destroys the
 * socket if anything does not fit or takes too long; the error says what, for this device's own people only.
 */
export const connectLan = async (
  socket: Socket,
  isInitiator: boolean,
  deps: LanConnectDeps,
): Promise<Result<LanLink, string>> => {
  socket.setNoDelay(true);
  // A failing socket also emits 'close', which ends whatever waits for it.
  socket.on('error', () => socket.destroy());
  let late = false;
  const cancel = deps.timers.after(handshakeMs, () => {
    late = true;
    socket.destroy();
  });
  const link = await establish(socket, isInitiator, deps).finally(cancel);
  if (!link.ok) {
    socket.destroy();
    return late ? err('The other device did not answer in time.') : link;
  }
  return link;
};

/** Waits until a socket is connected; the error is a sentence. */
export const openSocket = async (socket: Socket, timers: Timers): Promise<Result<Socket, string>> => {
  const cancel = timers.after(handshakeMs, () => socket.destroy(new Error('no answer in time')));
  try {
    await once(socket, 'connect');
    return ok(socket);
  } catch (cause) {
    socket.destroy();
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
    return err(
      code === 'ECONNREFUSED' ? 'Nothing answers at this address.' : `No connection to this address (${code}).`,
    );
  } finally {
    cancel();
  }
};

import { createCipheriv, timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { err, ok } from '#shared/std/index.ts';
import type { Random, Result } from '#shared/std/index.ts';
import { hash } from '../../crypto/index.ts';

const nonceBytes = 32;
const proofBytes = 32;

const stirring = ['readable', 'end', 'error', 'close'];

/** Resolves when there is more to read or nothing will come any more. Never rejects: any port scan resets connections. */
const stirred = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      for (const event of stirring) socket.off(event, done);
      resolve();
    };
    for (const event of stirring) socket.on(event, done);
  });

/** Exactly this many bytes; undefined if the other side hangs up first. */
const readExactly = async (socket: Socket, length: number): Promise<Uint8Array | undefined> => {
  for (;;) {
    if (socket.destroyed) return undefined;
    const bytes: unknown = socket.read(length);
    if (bytes instanceof Uint8Array) return bytes.length === length ? bytes : undefined;
    if (socket.readableEnded) return undefined;
    await stirred(socket);
  }
};

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** XORs everything with a key stream that only the team can compute. Noise above it gives integrity. */
const masked = (socket: Socket, sendKey: Uint8Array, receiveKey: Uint8Array): Duplex => {
  const iv = new Uint8Array(16);
  const send = createCipheriv('aes-256-ctr', sendKey, iv);
  const receive = createCipheriv('aes-256-ctr', receiveKey, iv);
  const stream = new Duplex({
    read: () => {
      socket.resume();
    },
    write: (chunk: Uint8Array, _encoding, done) => {
      socket.write(send.update(chunk), done);
    },
    final: (done) => {
      socket.end(done);
    },
    destroy: (cause, done) => {
      socket.destroy();
      done(cause);
    },
  });
  socket.on('data', (chunk: Uint8Array) => {
    if (!stream.push(receive.update(chunk))) socket.pause();
  });
  socket.on('end', () => stream.push(null));
  socket.on('error', (cause) => stream.destroy(cause));
  socket.on('close', () => stream.destroy());
  return stream;
};

/**
 * Proves on both sides that the LAN key of the team is known, before anything else is said (S60). Who does not know it sees
 * random bytes and a closed connection. The keys of the mask come from the LAN key and both nonces.
 */
export const maskSocket = async (
  socket: Socket,
  isClient: boolean,
  lanKey: Uint8Array,
  random: Random,
): Promise<Result<Duplex, string>> => {
  socket.pause();
  const mine = random.bytes(nonceBytes);
  socket.write(mine);
  const theirs = await readExactly(socket, nonceBytes);
  if (!theirs) return err('The other device hung up.');
  const nonces = isClient ? [mine, theirs] : [theirs, mine];
  const [client = mine, server = theirs] = nonces;
  const clientProof = hash('lan-client', lanKey, client, server);
  const serverProof = hash('lan-server', lanKey, client, server);
  if (isClient) socket.write(clientProof);
  const proof = await readExactly(socket, proofBytes);
  if (!proof || !same(proof, isClient ? serverProof : clientProof))
    return err('What answers there does not belong to this team.');
  if (!isClient) socket.write(serverProof);
  const clientKey = hash('lan-mask', lanKey, client, server, Uint8Array.of(0));
  const serverKey = hash('lan-mask', lanKey, client, server, Uint8Array.of(1));
  return ok(isClient ? masked(socket, clientKey, serverKey) : masked(socket, serverKey, clientKey));
};

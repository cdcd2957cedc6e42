import { createHmac, randomBytes } from 'node:crypto';
import type { ProofPorts } from '#shared/protocol/index.ts';

/** The handshake's primitives on Node. */
export const nodeProof: ProofPorts = {
  mac: (secret, text) =>
    Promise.resolve(createHmac('sha256', Buffer.from(secret, 'base64url')).update(text, 'utf8').digest('base64url')),
  nonce: () => randomBytes(32).toString('base64url'),
};

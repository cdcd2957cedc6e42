import type { Result } from '#shared/std/index.ts';
import { err, ok } from '#shared/std/index.ts';
import { decodeControl, encodeControl, proofMessage, protocolVersion } from '#shared/sync/index.ts';
import type { Channel, Proof } from '#shared/sync/index.ts';
import type { Identity } from './ports.ts';

/** What a device shows for one challenge (S50, S61). */
export const buildProof = (identity: Identity, origin: string, nonce: Uint8Array): Proof => ({
  origin,
  team: identity.team,
  device: identity.device,
  chain: identity.chain(),
  revocations: identity.revocations(),
  signature: identity.sign(proofMessage(origin, identity.team, nonce)),
});

export interface RelayRefusal {
  /** RefuseCode of the relay; 0 when it broke the rules itself. */
  readonly code: number;
  readonly sentence: string;
}

/** Answers the relay's challenge on a fresh channel, message by message (S50). */
export const createRelayHandshake = (
  identity: Identity,
  url: string,
  channel: Pick<Channel, 'send'>,
  done: (result: Result<void, RelayRefusal>) => void,
): ((bytes: Uint8Array) => void) => {
  let challenged = false;
  const broken = (sentence: string): void => done(err({ code: 0, sentence }));
  return (bytes) => {
    const frame = decodeControl(bytes);
    if (!frame.ok) return broken('What answers at this address is not a Meridian relay.');
    if (frame.value.type === 'refuse') return done(err({ code: frame.value.code, sentence: frame.value.sentence }));
    if (frame.value.type === 'welcome' && challenged) return done(ok(undefined));
    if (frame.value.type !== 'challenge' || challenged) return broken('The relay does not follow the protocol.');
    if (frame.value.version !== protocolVersion)
      return broken('The relay speaks another version of the protocol. One of the two must be updated.');
    challenged = true;
    channel.send(encodeControl({ type: 'prove', ...buildProof(identity, new URL(url).origin, frame.value.nonce) }));
  };
};

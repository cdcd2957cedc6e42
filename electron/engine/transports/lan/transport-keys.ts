import SecretStream from '@hyperswarm/secret-stream';
import type { TransportKeys } from './connect.ts';

/** Noise keys from 32 secret bytes. Random ones each start will do: devices prove themselves inside the channel. */
export const transportKeys = (seed: Uint8Array): TransportKeys => SecretStream.keyPair(Buffer.from(seed));

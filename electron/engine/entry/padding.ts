import { fault } from './fault.ts';
import type { EntryFault } from './fault.ts';
import { ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';

const lengthBytes = 4;
const minimum = 256;

/**
 * Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019): rounds a
 * length up so that at most O(log log n) bits of it leak, for at most 12 % more bytes. At least 256 here.
 */
export const padmeLength = (length: number): number => {
  if (length <= minimum) return minimum;
  const exponent = Math.floor(Math.log2(length));
  const significant = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - significant);
  return Math.ceil(length / step) * step;
};

/** Length (32 bits, big-endian), content, zeros up to the Padmé length. */
export const pad = (content: Uint8Array): Uint8Array => {
  const padded = new Uint8Array(padmeLength(lengthBytes + content.length));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, lengthBytes);
  return padded;
};

/** Reverse of `pad`; accepts only what `pad` writes, so padding hides no second message. */
export const unpad = (padded: Uint8Array): Result<Uint8Array, EntryFault> => {
  const bad = fault('entry-bad-padding', 'The content of an entry is not padded as it must be.');
  if (padded.length < minimum) return bad;
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint32(0);
  const end = lengthBytes + length;
  if (end > padded.length || padmeLength(end) !== padded.length) return bad;
  for (let at = end; at < padded.length; at++) if (padded[at] !== 0) return bad;
  return ok(padded.subarray(lengthBytes, end));
};

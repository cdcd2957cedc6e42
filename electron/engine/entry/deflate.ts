import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { fault } from './fault.ts';
import type { EntryFault } from './fault.ts';

/** Up to so many bytes a small window and few buffers give the same output for a fraction of the memory and time. */
const smallBytes = 4096;
const small = { level: 9, windowBits: 12, memLevel: 6, chunkSize: smallBytes } as const;

/** Raw deflate of one body alone: a dictionary shared between entries would leak what they have in common. */
export const deflate = (bytes: Uint8Array): Uint8Array => {
  // Bodies are small: the most careful search costs nothing and saves a few percent.
  const deflated = deflateRawSync(bytes, bytes.length <= smallBytes ? small : { level: 9 });
  return new Uint8Array(deflated.buffer, deflated.byteOffset, deflated.byteLength);
};

/** Memory for what comes out: bodies are small, and zlib's own 16 KiB for each of them keep the collector busy. */
const chunkFor = (length: number): number => Math.min(16 * 1024, Math.max(1024, length * 3));

/** Inflates at most `limit` bytes, and only input that is one deflate stream to its last byte. */
export const inflate = (bytes: Uint8Array, limit: number): Result<Uint8Array, EntryFault> => {
  try {
    // `info` adds the engine, whose count of consumed bytes tells of garbage behind the stream; the types lack it.
    const { buffer, engine } = inflateRawSync(bytes, {
      maxOutputLength: limit,
      info: true,
      chunkSize: chunkFor(bytes.length),
    }) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    if (engine.bytesWritten !== bytes.length)
      return fault('entry-inflate', 'The compressed content of an entry has something behind its end.');
    return ok(new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength));
  } catch (cause) {
    const tooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge
      ? fault('entry-oversized', `The content of an entry is larger than ${limit} bytes when unpacked.`)
      : fault('entry-inflate', 'The compressed content of an entry is damaged.');
  }
};

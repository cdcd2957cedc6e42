import { sign, signBytes, signKeyPair, hash } from '#engine/crypto/index.ts';
import type { Random } from '#shared/std/index.ts';
import { toText } from '#shared/std/index.ts';
import {
  buildRedaction,
  emptyLogEnd,
  encodeHeader,
  encodeWireEntry,
  entryHash,
  entryVersion,
} from '#shared/sync/index.ts';
import type { LogKey, Redaction } from '#shared/sync/index.ts';

export interface WrittenEntry {
  readonly log: LogKey;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface LogWriter {
  readonly log: LogKey;
  readonly id: Uint8Array;
  readonly next: (bodyLength?: number) => WrittenEntry;
  /** The log's word that the body of one of its entries is to be dropped. */
  readonly redact: (entry: Pick<WrittenEntry, 'seq' | 'hash'>, certificate?: Uint8Array | null) => Redaction;
  /** A writer that goes on from here on its own, as a restored backup would. */
  readonly fork: () => LogWriter;
}

/** Writes real headers, hashes and signatures over random bodies: all that replication can see of an entry. */
export const createLogWriter = (random: Random): LogWriter => {
  const keys = signKeyPair(random.bytes(32));
  const from = (start: { readonly seq: number; readonly hash: Uint8Array }): LogWriter => {
    let end = start;
    return {
      log: toText(keys.publicKey),
      id: keys.publicKey,
      next: (bodyLength = 256) => {
        const body = random.bytes(bodyLength);
        const header = encodeHeader({
          v: entryVersion,
          logId: keys.publicKey,
          seq: end.seq + 1,
          prevHash: end.hash,
          epochTag: random.bytes(16),
          bodyHash: hash('body', body),
          bodyLen: body.length,
        });
        const bytes = encodeWireEntry({ header, signature: sign(keys, 'entry', header), body });
        end = { seq: end.seq + 1, hash: entryHash(hash, header) };
        return { log: toText(keys.publicKey), ...end, bytes };
      },
      redact: ({ seq, hash: name }, certificate = null) =>
        buildRedaction({ logId: keys.publicKey, seq, hash: name, certificate }, signBytes(keys)),
      fork: () => from(end),
    };
  };
  return from(emptyLogEnd);
};

import { ok } from '#shared/std/index.ts';
import type { Random, Result } from '#shared/std/index.ts';
import { encodeFlat, encodeHeader, entryHash, entryLimits, entryVersion, framed } from '#shared/sync/index.ts';
import type { Header, LogEnd, WireEntry } from '#shared/sync/index.ts';
import { cipherOverhead, encrypt, hash, sign } from '../crypto/index.ts';
import type { SignKeys } from '../crypto/index.ts';
import { bodyLimits, encodeBody } from './body.ts';
import type { Body } from './body.ts';
import { deflate } from './deflate.ts';
import { epochTag } from './epoch.ts';
import type { Epoch } from './epoch.ts';
import { fault } from './fault.ts';
import type { EntryFault } from './fault.ts';
import { pad } from './padding.ts';

export interface NewEntry {
  readonly logKeys: SignKeys;
  /** The end of the log the entry follows; `emptyLogEnd` for the first. */
  readonly after: LogEnd;
  readonly epoch: Epoch;
  readonly body: Body;
  readonly random: Random;
}

/** An entry ready to be stored and sent, with what its writer needs next. */
export interface BuiltEntry extends WireEntry {
  readonly body: Uint8Array;
  readonly hash: Uint8Array;
  /** The log's end after this entry. */
  readonly end: LogEnd;
  readonly fields: Header;
}

/** Everything of the header the cipher can bind: all but the hash of its own output (FORMATS 1). */
export const additionalData = (header: Omit<Header, 'bodyHash'>): Uint8Array =>
  framed(
    'entry-body',
    encodeFlat([header.v, header.logId, header.seq, header.prevHash, header.epochTag, header.bodyLen]),
  );

/** Encodes, deflates, pads, encrypts and signs one entry. Fails only for content beyond the limits. */
export const buildEntry = ({ logKeys, after, epoch, body, random }: NewEntry): Result<BuiltEntry, EntryFault> => {
  const plain = encodeBody(body);
  if (plain.length > bodyLimits.inflatedBytes || body.changes.length > bodyLimits.changes)
    return fault('entry-oversized', 'This is too much for one entry. Split it into smaller parts.');
  const padded = pad(deflate(plain));
  const bodyLen = padded.length + cipherOverhead;
  if (bodyLen > entryLimits.bodyBytes)
    return fault('entry-oversized', 'This is too much for one entry. Split it into smaller parts.');
  const logId = logKeys.publicKey;
  const known = {
    v: entryVersion,
    logId,
    seq: after.seq + 1,
    prevHash: after.hash,
    epochTag: epochTag(epoch.id, logId),
    bodyLen,
  };
  const sealed = encrypt(epoch.key, padded, additionalData(known), random);
  const fields: Header = { ...known, bodyHash: hash('body', sealed) };
  const header = encodeHeader(fields);
  const name = entryHash(hash, header);
  const signature = sign(logKeys, 'entry', header);
  return ok({ header, signature, body: sealed, hash: name, end: { seq: fields.seq, hash: name }, fields });
};

import { equalBytes, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { checkWire, decodeHeader } from '#shared/sync/index.ts';
import type { Header, LogEnd, WireEntry } from '#shared/sync/index.ts';
import { decrypt, hash, verify } from '../crypto/index.ts';
import { decodeBody, bodyLimits } from './body.ts';
import type { Body } from './body.ts';
import { additionalData } from './build-entry.ts';
import { inflate } from './deflate.ts';
import { epochTag } from './epoch.ts';
import type { Epoch } from './epoch.ts';
import { fault } from './fault.ts';
import type { EntryFault } from './fault.ts';
import { unpad } from './padding.ts';

export interface CheckedEntry {
  readonly header: Header;
  readonly hash: Uint8Array;
}

/**
 * Whether an entry is whole and was written by its log: form, limits, place in the chain (when `after` is given), body
 * hash, signature. Needs no key of the space, so carriers can do it too.
 */
export const checkEntry = (entry: WireEntry, after?: LogEnd): Result<CheckedEntry, EntryFault> => {
  const checked = checkWire(entry, hash, after);
  if (!checked.ok) return checked;
  if (!verify(checked.value.header.logId, entry.signature, 'entry', entry.header))
    return fault('entry-bad-signature', 'An entry was not signed by the log it claims to continue.');
  return checked;
};

/** Reads the content of an entry that passed `checkEntry`, with the epoch its tag names. */
export const openBody = (entry: WireEntry, epoch: Epoch): Result<Body, EntryFault> => {
  const decoded = decodeHeader(entry.header);
  if (!decoded.ok) return decoded;
  const header = decoded.value;
  if (!equalBytes(header.epochTag, epochTag(epoch.id, header.logId)))
    return fault('entry-wrong-key', 'An entry was encrypted under another key.');
  return openSealed(entry.body, header, epoch);
};

/** The same where the header is read already and the epoch was found by its tag. */
export const openSealed = (sealed: Uint8Array | null, header: Header, epoch: Epoch): Result<Body, EntryFault> => {
  if (sealed === null) return fault('entry-erased', 'The content of this entry was erased.');
  const padded = decrypt(epoch.key, sealed, additionalData(header));
  if (padded === undefined)
    return fault('entry-undecryptable', 'The content of an entry does not open with the key it names.');
  const deflated = unpad(padded);
  if (!deflated.ok) return deflated;
  const plain = inflate(deflated.value, bodyLimits.inflatedBytes);
  if (!plain.ok) return plain;
  const body = decodeBody(plain.value);
  if (!body.ok) return body;
  if ((header.seq === 1) !== (body.value.certificate !== null))
    return fault('entry-body-malformed', 'The certificate of a log belongs in its first entry, and only there.');
  return ok(body.value);
};

import { concatBytes, err, fromText, ok, toText } from '../std/index.ts';
import type { Result } from '../std/index.ts';
import type { KindDef } from './types.ts';

const saltLength = 16;
const personLength = 32;
const longest = 200;

/** A record key taken apart. */
export type RecordKey =
  | { readonly form: 'own'; readonly salt: string; readonly creatorId: string }
  | { readonly form: 'natural'; readonly text: string; readonly parts: readonly string[] };

/**
 * Key of a record that nothing else names: 16 random bytes, then the 32 bytes of its creator's person id. The record
 * id is the hash of the key, so who created a record can neither be denied nor taken over by writing a second
 * beginning of the same record.
 */
export const ownKey = (salt: string, creatorId: string): Result<Uint8Array, { readonly sentence: string }> => {
  const random = fromText(salt);
  const creator = fromText(creatorId);
  if (random?.length !== saltLength) return err({ sentence: 'A record key needs 16 random bytes.' });
  if (creator?.length !== personLength) return err({ sentence: 'A record key needs the id of its creator.' });
  return ok(concatBytes(random, creator));
};

/** Key of a record that the rules name, such as one check-in a person and week. ASCII, a slash between the parts. */
export const naturalKey = (...parts: readonly string[]): Uint8Array =>
  Uint8Array.from(parts.join('/'), (char) => char.charCodeAt(0));

/** Reads a key from an entry. Anything but the one spelling of a kind's key is refused. */
export const readKey = (def: KindDef, key: Uint8Array): Result<RecordKey, { readonly sentence: string }> => {
  if (def.key === 'own') {
    if (key.length !== saltLength + personLength) return err({ sentence: `The key of this ${def.kind} is malformed.` });
    const salt = toText(key.subarray(0, saltLength));
    return ok({ form: 'own', salt, creatorId: toText(key.subarray(saltLength)) });
  }
  const text = key.length > longest ? '' : String.fromCharCode(...key);
  if (!def.key.test(text)) return err({ sentence: `The key of this ${def.kind} is malformed.` });
  return ok({ form: 'natural', text, parts: text.split('/') });
};

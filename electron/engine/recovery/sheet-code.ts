import { equalBytes, err, fromText, ok, toText } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import {
  bytesOf,
  checkGrantChain,
  decodeCbor,
  encodeCbor,
  expandChain,
  fieldsOf,
  listOf,
  readShortChain,
  shortenChain,
  textUpTo,
  uintIn,
} from '#shared/sync/index.ts';
import type { CborValue } from '#shared/sync/index.ts';
import { hash, verifyBytes } from '../crypto/index.ts';
import { isRelayUrl } from '../invitation/index.ts';

/**
 * What stands on a recovery sheet beside the words: how to find the team. It opens nothing. A relay needs none of it;
 * a teammate's machine on the local network does.
 */
export interface SheetCode {
  readonly teamRoot: Uint8Array;
  readonly relayUrls: readonly string[];
  readonly lanKey: Uint8Array;
  /** Grants from the team root to the phrase's device as they were when the sheet was made. */
  readonly grants: readonly Uint8Array[];
}

const prefix = 'meridian://recover/1#';
const mostCharacters = 12_000;

const readCode = fieldsOf({
  v: uintIn(1, 1),
  teamRoot: bytesOf(32),
  relayUrls: listOf(textUpTo(512), 8),
  lanKey: bytesOf(32),
  grants: readShortChain,
  check: bytesOf(4),
});

const fieldsIn = (code: SheetCode): readonly CborValue[] => [
  1,
  code.teamRoot,
  code.relayUrls,
  code.lanKey,
  shortenChain(code.grants),
];

const checkOf = (fields: readonly CborValue[]): Uint8Array => hash('recovery-code', encodeCbor(fields)).slice(0, 4);

/** `meridian://recover/1#` and base64url of CBOR `[1, teamRoot, relayUrls, lanKey, grants, check]`. */
export const formatSheetCode = (code: SheetCode): string => {
  const fields = fieldsIn(code);
  return `${prefix}${toText(encodeCbor([...fields, checkOf(fields)]))}`;
};

/** The code anywhere in a text; undefined where there is none, an error where it is shortened or changed. */
export const findSheetCode = (text: string): Result<SheetCode, string> | undefined => {
  const at = text.indexOf(prefix);
  if (at === -1) return undefined;
  const damaged = err(
    'The code of this recovery sheet was shortened or changed. Use another copy, or the words with a relay.',
  );
  // Printing and mailing break long lines; the code ends where something follows that cannot be part of it.
  const [run = ''] = /^[\w\s-]*/.exec(text.slice(at + prefix.length, at + mostCharacters)) ?? [];
  const lines = run.split(/\n\s*\n/)[0] ?? '';
  const bytes = fromText(lines.replace(/\s+/g, ''));
  const value = bytes === undefined ? undefined : decodeCbor(bytes, { maxBytes: 12_000, maxDepth: 3, maxItems: 400 });
  const read = value?.ok === true ? readCode(value.value) : undefined;
  if (read === undefined) return damaged;
  const { v: _version, check, grants: short, ...rest } = read;
  const code: SheetCode = { ...rest, grants: expandChain(rest.teamRoot, short) };
  if (!equalBytes(check, checkOf(fieldsIn(code))) || !code.relayUrls.every(isRelayUrl)) return damaged;
  return checkGrantChain(code.grants, code.teamRoot, verifyBytes).ok ? ok(code) : damaged;
};

/** A sheet without its code: what may be words. */
export const withoutSheetCode = (text: string): string => {
  const at = text.indexOf(prefix);
  return at === -1 ? text : text.slice(0, at);
};

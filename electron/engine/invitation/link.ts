import { equalBytes, fromText, ok, toText } from '#shared/std/index.ts';
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
import { fault } from './fault.ts';
import type { InvitationFault } from './fault.ts';
import { inviteKeys } from './invite-keys.ts';

/** What an invitation link says. Whoever reads it can join, so it is shown once and sent privately. */
export interface InvitationLink {
  readonly teamRoot: Uint8Array;
  /** 32 random bytes; see `inviteKeys`. */
  readonly secret: Uint8Array;
  /** Where the team meets, `ws:` or `wss:`, most trusted first. */
  readonly relayUrls: readonly string[];
  /** Pre-handshake secret of the team's direct connections. */
  readonly lanKey: Uint8Array;
  readonly teamName: string;
  /** Grants from the team root to the invite key, root first: what a relay asks of the newcomer's first connection. */
  readonly grants: readonly Uint8Array[];
}

export const linkLimits = { characters: 16_000, relays: 8, relayUrl: 512, teamName: 200 } as const;

const prefix = 'meridian://join/';
const version = 1;

const readLink = fieldsOf({
  v: uintIn(version, version),
  teamRoot: bytesOf(32),
  secret: bytesOf(32),
  relayUrls: listOf(textUpTo(linkLimits.relayUrl), linkLimits.relays),
  lanKey: bytesOf(32),
  teamName: textUpTo(linkLimits.teamName),
  grants: readShortChain,
  check: bytesOf(4),
});

/** Whether a relay can be at this address; what a code or link names is not dialled otherwise. */
export const isRelayUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'ws:' || url.protocol === 'wss:');
};

const fieldsIn = (link: InvitationLink): readonly CborValue[] => [
  version,
  link.teamRoot,
  link.secret,
  link.relayUrls,
  link.lanKey,
  link.teamName,
  shortenChain(link.grants),
];

/** Four bytes over the rest, so that a mistyped or shortened link is told from one that leads nowhere. */
const checkOf = (fields: readonly CborValue[]): Uint8Array => hash('link', encodeCbor(fields)).slice(0, 4);

/** `meridian://join/1#` and base64url of CBOR `[1, teamRoot, secret, relayUrls, lanKey, teamName, grants, check]`. */
export const formatLink = (link: InvitationLink): string => {
  const fields = fieldsIn(link);
  return `${prefix}${version}#${toText(encodeCbor([...fields, checkOf(fields)]))}`;
};

/** A pasted text without the brackets and quotes around it. By hand: a pattern for the end of a text is tried at each of its characters. */
export const withoutWrapping = (text: string): string => {
  let from = 0;
  let to = text.length;
  while (from < to && '<"\'“”‘’(['.includes(text.charAt(from))) from += 1;
  while (to > from && '>"\'“”‘’)].,;'.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
};

/** Reads a link as people paste it: with the spaces, line breaks, quotes and brackets that mail programs add. */
export const parseLink = (pasted: string): Result<InvitationLink, InvitationFault> => {
  if (pasted.length > 2 * linkLimits.characters)
    return fault('link-foreign', 'This is too long for an invitation link. Copy only the link.');
  const text = withoutWrapping(pasted.replace(/\s+/g, ''));
  if (text === '') return fault('link-empty', 'Paste the invitation link you were sent.');
  if (!text.toLowerCase().startsWith(prefix))
    return fault('link-foreign', `This is not an invitation link. It has to begin with ${prefix}`);
  const [versionText, fragment, ...more] = text.slice(prefix.length).split('#');
  if (!/^\d{1,4}$/.test(versionText ?? '') || fragment === undefined || more.length > 0)
    return fault('link-damaged', 'A part of this link is missing. Ask for it again and copy all of it.');
  if (Number(versionText) > version)
    return fault('link-newer', 'This link was made by a newer version of Meridian. Update Meridian and try again.');
  const damaged = fault(
    'link-damaged',
    'This link was shortened or changed on its way. Ask for it again and copy all of it.',
  );
  const bytes = fromText(fragment);
  const value = bytes === undefined ? undefined : decodeCbor(bytes, { maxBytes: 12_000, maxDepth: 3, maxItems: 400 });
  const read = value?.ok === true ? readLink(value.value) : undefined;
  if (read === undefined) return damaged;
  const { v: _version, check, grants: short, ...rest } = read;
  const link: InvitationLink = { ...rest, grants: expandChain(rest.teamRoot, short) };
  if (!equalBytes(check, checkOf(fieldsIn(link))) || !link.relayUrls.every(isRelayUrl)) return damaged;
  const chain = checkGrantChain(link.grants, link.teamRoot, verifyBytes);
  const invite = inviteKeys(link.secret).sign.publicKey;
  if (!chain.ok || chain.value.kind !== 'invite' || !equalBytes(chain.value.subject, invite)) return damaged;
  return ok(link);
};

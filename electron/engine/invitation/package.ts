import { equalBytes, ok } from '#shared/std/index.ts';
import type { Random, Result } from '#shared/std/index.ts';
import { bytesOf, decodeCbor, encodeCbor, fieldsOf, listOf, uintIn } from '#shared/sync/index.ts';
import { openSealed, seal } from '../crypto/index.ts';
import { membersSpaceId, readSpaceKey, spaceKeyValue, teamSpaceId } from '../keys/index.ts';
import type { SpaceKey } from '../keys/index.ts';
import { fault } from './fault.ts';
import type { InvitationFault } from './fault.ts';
import { inviteKeys } from './invite-keys.ts';
import type { InvitationLink } from './link.ts';

/** What waits beside the log for the holder of a link: enough to read the team while its inviter sleeps. */
export interface InvitationPackage {
  readonly teamRoot: Uint8Array;
  readonly inviterId: Uint8Array;
  /** Claimed by the inviter, milliseconds since the epoch. Advisory: revocation is what ends an invitation. */
  readonly expiresAt: number;
  /** All epochs of `members` and `team`, so that history is readable too. */
  readonly keys: readonly SpaceKey[];
}

const mostKeys = 4_096;

const readPackage = fieldsOf({
  v: uintIn(1, 1),
  teamRoot: bytesOf(32),
  inviterId: bytesOf(32),
  expiresAt: uintIn(0, 8_640_000_000_000_000),
  keys: listOf(readSpaceKey, mostKeys),
});

/** Seals a package to an invitation's receiving key; also after a rotation, for invitations that are still open. */
export const sealPackage = (contents: InvitationPackage, inviteBox: Uint8Array, random: Random): Uint8Array => {
  const { teamRoot, inviterId, expiresAt, keys } = contents;
  const plain = encodeCbor([1, teamRoot, inviterId, expiresAt, keys.map(spaceKeyValue)]);
  return seal(inviteBox, 'invite-package', plain, random);
};

/**
 * Opens the package of a link. Whoever knows the receiving key could have sealed it, so what matters is proven again:
 * the team is the link's, the keys are of the team's own spaces and of both of them.
 */
export const openPackage = (
  link: InvitationLink,
  sealed: Uint8Array,
  now: number,
): Result<InvitationPackage, InvitationFault> => {
  const keys = inviteKeys(link.secret);
  const plain = openSealed(keys.box, 'invite-package', sealed);
  if (plain === undefined)
    return fault('package-not-for-link', 'What was found for this link does not open with it. Ask for a new link.');
  const value = decodeCbor(plain, { maxBytes: 1024 * 1024, maxDepth: 4, maxItems: 64_000 });
  const read = value.ok ? readPackage(value.value) : undefined;
  const malformed = fault('package-malformed', 'What was found for this link is damaged. Ask for a new link.');
  if (read === undefined || !equalBytes(read.teamRoot, link.teamRoot)) return malformed;
  const spaces = [membersSpaceId(link.teamRoot), teamSpaceId(link.teamRoot)];
  const isOfTeam = (key: SpaceKey): boolean => spaces.some((space) => equalBytes(space, key.spaceId));
  const complete = spaces.every((space) => read.keys.some((key) => equalBytes(space, key.spaceId)));
  if (!complete || !read.keys.every(isOfTeam)) return malformed;
  if (read.expiresAt <= now) return fault('invitation-expired', 'This invitation has run out. Ask for a new link.');
  const { v: _version, ...contents } = read;
  return ok(contents);
};

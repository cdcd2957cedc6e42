import { buildGrant } from '#shared/sync/index.ts';
import { signBytes } from '../crypto/index.ts';
import type { DeviceKeys, PersonKeys } from '../keys/index.ts';
import { buildJoin } from '../members/index.ts';
import type { JoinAct } from '../members/index.ts';
import { inviteKeys } from './invite-keys.ts';
import type { InvitationLink } from './link.ts';

/**
 * The newcomer's chain of grants from the team root to their device: the link's, and one by the invitation, which may
 * admit exactly this device.
 */
export const newcomerGrants = (link: InvitationLink, device: DeviceKeys): readonly Uint8Array[] => {
  const { sign } = inviteKeys(link.secret);
  const grant = {
    team: link.teamRoot,
    kind: 'device' as const,
    subject: device.id,
    issuer: sign.publicKey,
    mayGrant: false,
  };
  return [...link.grants, buildGrant(grant, signBytes(sign))];
};

/** The newcomer's first act in `members`, signed by the invite key too. */
export const joinAct = (link: InvitationLink, person: PersonKeys, device: DeviceKeys, name: string): JoinAct =>
  buildJoin(link.teamRoot, inviteKeys(link.secret).sign, person, device, name);

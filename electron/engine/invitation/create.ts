import { toText } from '#shared/std/index.ts';
import type { Random } from '#shared/std/index.ts';
import { buildGrant } from '#shared/sync/index.ts';
import { signBytes } from '../crypto/index.ts';
import type { DeviceKeys, SpaceKey } from '../keys/index.ts';
import type { InviteAct, Role } from '../members/index.ts';
import { inviteKeys, inviteObjectId } from './invite-keys.ts';
import { formatLink } from './link.ts';
import { sealPackage } from './package.ts';

export interface NewInvitation {
  readonly teamRoot: Uint8Array;
  readonly teamName: string;
  readonly relayUrls: readonly string[];
  readonly lanKey: Uint8Array;
  readonly role: Exclude<Role, 'owner'>;
  readonly expiresAt: number;
  readonly note: string;
  /** Whether an admin has to accept the newcomer by hand. */
  readonly approval: boolean;
  readonly inviterId: Uint8Array;
  readonly device: DeviceKeys;
  /** Grants from the team root to this device, which has to be allowed to grant. */
  readonly grants: readonly Uint8Array[];
  /** All epochs of `members` and `team`. */
  readonly keys: readonly SpaceKey[];
  readonly random: Random;
}

export interface CreatedInvitation {
  /** Text of the invite key: the invitation's id. */
  readonly id: string;
  /** For the `members` log. */
  readonly act: InviteAct;
  /** To be shown once and sent privately; nobody can make it again. */
  readonly link: string;
  /** The sealed package, to be kept beside the log by relays and teammates until the invitation is over. */
  readonly object: { readonly id: Uint8Array; readonly bytes: Uint8Array };
}

/** A single-use invitation: what goes into the log, what lies beside it, and the link. */
export const createInvitation = (invitation: NewInvitation): CreatedInvitation => {
  const { teamRoot, teamName, relayUrls, lanKey, role, expiresAt, note, approval, inviterId, device, random } =
    invitation;
  const secret = random.bytes(32);
  const { sign, box } = inviteKeys(secret);
  const invite = sign.publicKey;
  const grant = buildGrant(
    { team: teamRoot, kind: 'invite', subject: invite, issuer: device.id, mayGrant: false },
    signBytes(device.sign),
  );
  const grants = [...invitation.grants, grant];
  const contents = { teamRoot, inviterId, expiresAt, keys: invitation.keys };
  return {
    id: toText(invite),
    act: { kind: 'invite', invite, box: box.publicKey, role, expiresAt, grant, note, approval },
    link: formatLink({ teamRoot, secret, relayUrls, lanKey, teamName, grants }),
    object: { id: inviteObjectId(invite), bytes: sealPackage(contents, box.publicKey, random) },
  };
};

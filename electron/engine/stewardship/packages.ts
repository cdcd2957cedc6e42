import { fromText, toText } from '#shared/std/index.ts';
import { inviteObjectId, sealPackage } from '../invitation/index.ts';
import type { SpaceKey } from '../keys/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { StewardDeps } from './deps.ts';

/**
 * Versions of an invitation's package: with every key it gains one, so that of two devices that seal it anew the one
 * that knows more wins; deleting it wins over all of them, and stays won.
 */
export const deletedVersion = 2 ** 40;

/** All keys of the two spaces that everybody reads: what a newcomer needs. */
export const teamKeys = (ledger: Ledger): readonly SpaceKey[] => {
  const shared = [ledger.space.members, ledger.space.team].map(toText);
  return ledger.keyring.all().filter((key) => shared.includes(toText(key.spaceId)));
};

/** Deletes an invitation's sealed package here and, with the next sync, everywhere. */
export const deletePackage = (
  { objects, putObject }: Pick<StewardDeps, 'objects' | 'putObject'>,
  invite: Uint8Array,
): void => {
  const id = inviteObjectId(invite);
  const held = objects.get(id);
  putObject({ id, version: Math.max(deletedVersion, (held?.version ?? 0) + 1), bytes: null });
};

/** Seals the packages of open invitations anew where they lack a key; deletes those of invitations that are over. */
export const keepPackages = (deps: StewardDeps): void => {
  const { ledger, objects, putObject, random } = deps;
  const keys = teamKeys(ledger);
  for (const invitation of ledger.graph.now().invitations) {
    const id = inviteObjectId(invitation.invite);
    const held = objects.get(id);
    if (invitation.state !== 'open') {
      if (held !== undefined && held.bytes !== null) deletePackage(deps, invitation.invite);
      continue;
    }
    const version = keys.length;
    if ((held?.version ?? 0) >= version) continue;
    const inviterId = fromText(invitation.createdById ?? '') ?? ledger.person.id;
    const contents = { teamRoot: ledger.teamRoot, inviterId, expiresAt: invitation.expiresAt, keys };
    putObject({ id, version, bytes: sealPackage(contents, invitation.box, random) });
  }
};

import { fromText, type Clock } from '#shared/std/index.ts';
import { rotateFor } from '../stewardship/index.ts';
import type { Live } from './live.ts';
import { act } from './member-commands.ts';
import { dropPackage } from './invitation-commands.ts';

/**
 * What an admin's device does by itself when it hears of a newcomer (FORMATS 6): it accepts those who joined in time,
 * deletes the package of the used invitation, and turns expiry into a revocation, because resolvers read no clocks.
 */
export const createDoorkeeper = (live: Live, clock: Clock) => {
  const { ledger } = live;
  return (): void => {
    const members = ledger.graph.now();
    const me = members.person(ledger.me.personId);
    if (me === undefined || me.state !== 'member' || (me.role !== 'owner' && me.role !== 'admin')) return;
    for (const pending of members.pending) {
      const invitation = members.invitations.find((one) => one.id === pending.inviteId);
      const joinedAt = members.person(pending.personId)?.joinedAt ?? 0;
      if (invitation?.state !== 'open' || invitation.approval || joinedAt > invitation.expiresAt) continue;
      const accepted = act(ledger, { kind: 'accept', join: pending.join });
      if (accepted.ok) dropPackage(live, invitation.invite);
    }
    for (const invitation of ledger.graph.now().invitations) {
      if (invitation.state !== 'open' || invitation.expiresAt > clock.now()) continue;
      // Somebody may have joined in time and not be heard of yet: a day's patience costs nothing.
      if (invitation.expiresAt + 86_400_000 > clock.now()) continue;
      // Whoever waits for an admin to accept them by hand came in time, or they would not be listed.
      if (invitation.approval && members.pending.some((one) => one.inviteId === invitation.id)) continue;
      const key = fromText(invitation.id);
      if (key === undefined) continue;
      const done = act(ledger, { kind: 'revoke-invite', invite: key }, () => rotateFor(ledger, null));
      if (done.ok) dropPackage(live, key);
    }
  };
};

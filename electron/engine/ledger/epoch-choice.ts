import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { equalBytes, err, ok, toText, type Result } from '#shared/std/index.ts';
import type { Epoch } from '../entry/index.ts';
import type { Keyring } from '../keys/index.ts';
import type { Members } from '../members/index.ts';
import type { ActGraph } from './act-graph.ts';
import type { Epochs } from './epochs.ts';
import { isOver, type Rotate } from './rotate.ts';
import type { Spaces } from './spaces.ts';

interface Me {
  readonly personId: string;
  readonly deviceId: string;
}

export interface EpochChoiceDeps {
  readonly graph: ActGraph;
  readonly keyring: Keyring;
  readonly spaces: Spaces;
  readonly epochs: Epochs;
  readonly rotate: Rotate;
  readonly me: Me;
  readonly space: { readonly members: Uint8Array; readonly team: Uint8Array };
}

/** Whether the team has shut out this device or its person, as far as is known here. */
export const isOut = (members: Members, { personId, deviceId }: Me): boolean =>
  members.person(personId)?.state === 'removed' || members.devices.get(deviceId)?.state === 'revoked';

const refusals = {
  out: 'You are not in this team any more, so nothing can be added to it from here. What you had stays readable.',
  over: 'Nobody else who could read this is in the team any more, so nothing new is written here. What was written stays readable.',
  none: 'This device has no key for the people who should read this.',
} as const;

/**
 * The epoch that a new entry of a space is sealed with. Where everybody who was shut out could still open it, the space
 * gets a new key first, in the same transaction: nothing is ever written that they could read (K3).
 */
export const createEpochChoice = (deps: EpochChoiceDeps) => {
  const { graph, keyring, epochs, rotate, me } = deps;
  return (spaceId: Uint8Array): Result<Epoch, ProtocolError> => {
    const members = graph.now();
    if (isOut(members, me)) return err(failure('not-allowed', refusals.out));
    const space = deps.spaces.get(toText(spaceId));
    if (space !== undefined && isOver(space, graph) && members.person(me.personId) !== undefined)
      return err(failure('not-allowed', refusals.over));
    const held = epochs.writing(spaceId);
    if (held !== undefined) return ok(held);
    // Whoever founds or joins is not in the team before their first act.
    const asBefore = members.person(me.personId) === undefined ? epochs.announcing(spaceId) : undefined;
    if (asBefore !== undefined) return ok(asBefore);
    if (
      keyring.epochs(spaceId).length === 0 &&
      ![deps.space.members, deps.space.team].some((id) => equalBytes(id, spaceId))
    )
      return err(failure('not-allowed', refusals.none));
    const rotated = rotate.rotate([spaceId]);
    if (!rotated.ok) return rotated;
    const made = epochs.writing(spaceId);
    return made === undefined ? err(failure('not-allowed', refusals.none)) : ok(made);
  };
};

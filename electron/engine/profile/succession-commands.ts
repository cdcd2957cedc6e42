import { equalBytes, err, fromText, ok, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { cutOf, type Ledger } from '../ledger/index.ts';
import { cosign } from '../members/index.ts';
import { rotateFor } from '../stewardship/index.ts';
import { grantsFor } from './grant-chain.ts';
import { needMembership } from './guards.ts';
import type { Voucher } from './add-device.ts';
import { act } from './member-commands.ts';
import type { ProfileState } from './state.ts';

type Standing = CommandResult<'succession.sign'>;

/** How many admins signed one replacement so far, and how many it takes: more than half of them. */
const standingOf = (ledger: Ledger, personId: string, replacedId: string): Omit<Standing, 'done'> => {
  const found = ledger.graph
    .now()
    .successions.find((one) => one.personId === personId && one.replacedId === replacedId);
  return { signed: found?.cosigns.length ?? 0, needed: ledger.graph.now().successionNeeds };
};

const complete = ({ ledger, grants }: Voucher, { personId, replacedId }: CommandRequest<'succession.sign'>) => {
  const found = ledger.graph
    .now()
    .successions.find((one) => one.personId === personId && one.replacedId === replacedId);
  const [who, replaced] = [fromText(personId), fromText(replacedId)];
  if (found === undefined || who === undefined || replaced === undefined) return ok(undefined);
  const cut = cutOf(ledger, { personId: replacedId });
  const { since, cosigns } = found;
  const done = act(ledger, { kind: 'succeed', personId: who, replacedId: replaced, since, cut, cosigns }, (cause) =>
    rotateFor(ledger, cause),
  );
  if (!done.ok) return done;
  return act(ledger, { kind: 'grant', grants: grantsFor(ledger, grants(), personId) });
};

/**
 * An admin's signature under the replacement of an owner who is lost. The first proposes it; each lies in the members
 * graph as an act, so it reaches everybody by itself; the one that makes it more than half carries it out (decision 0011).
 */
export const signSuccession = (
  profile: ProfileState,
  request: CommandRequest<'succession.sign'>,
): Result<Standing, ProtocolError> => {
  const live = needMembership(profile);
  return live.ok ? signReplacement(live.value, request) : live;
};

/** The same on a ledger, by whoever it belongs to. */
export const signReplacement = (
  live: Voucher,
  request: CommandRequest<'succession.sign'>,
): Result<Standing, ProtocolError> => {
  const { ledger } = live;
  const members = ledger.graph.now();
  const [who, replaced] = [members.person(request.personId), members.person(request.replacedId)];
  if (replaced?.role !== 'owner' || replaced.state !== 'member')
    return err(failure('invalid', 'Choose the owner who is to be replaced.', 'replacedId'));
  if (who === undefined || who.state !== 'member' || who === replaced)
    return err(failure('invalid', 'Choose a member of the team as the new owner.', 'personId'));
  const [personId, replacedId] = [fromText(request.personId), fromText(request.replacedId)];
  if (personId === undefined || replacedId === undefined)
    return err(failure('invalid', 'This is not the id of anybody.', 'personId'));
  const about = { personId, replacedId, since: replaced.roleBy };
  const mine = members.successions
    .find((one) => one.personId === request.personId && one.replacedId === request.replacedId)
    ?.cosigns.some((one) => equalBytes(one.deviceId, ledger.device.id));
  if (mine !== true) {
    const { signature } = cosign(ledger.teamRoot, ledger.device, about);
    const signed = act(ledger, { kind: 'cosign', ...about, signature });
    if (!signed.ok) return signed;
  }
  const { signed, needed } = standingOf(ledger, request.personId, request.replacedId);
  if (signed < needed) return ok({ done: false, signed, needed });
  const done = complete(live, request);
  return done.ok ? ok({ done: true, signed, needed }) : done;
};

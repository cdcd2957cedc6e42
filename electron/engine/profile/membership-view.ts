import { fromText, toText } from '#shared/std/index.ts';
import type { QueryResult } from '#shared/protocol/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { roles, type Member, type Members, type WrittenAct } from '../members/index.ts';
import type { Live } from './live.ts';
import { safetyNumber } from './safety-number.ts';

type View = QueryResult<'membership'>;
type WhyNot = string | null;

const nobody: View = {
  out: null,
  people: [],
  waiting: [],
  gone: [],
  successions: [],
  succession: { may: null, needed: 0 },
  leave: null,
  checkpoint: null,
  keysDue: 0,
};

const notAccepted = 'They have to be accepted first.';
const isGone = 'They are not in the team any more.';

/** The act that took somebody's place away, if one did: an invitation that ended does too, without naming them. */
const goodbyeTo = (members: Members, personId: string) =>
  members.reductions.find(({ kind, target }) => kind === 'remove' && toText(target) === personId);

const howGone = (members: Members, personId: string): View['gone'][number] => {
  const act = goodbyeTo(members, personId);
  if (act === undefined) return { personId, how: 'turned-away', byId: null, at: null };
  return { personId, how: act.byId === personId ? 'left' : 'removed', byId: act.byId, at: act.at };
};

const outOf = ({ ledger, network }: Live, members: Members): View['out'] => {
  const { personId, deviceId } = ledger.me;
  if (members.person(personId)?.state === 'removed') {
    const { how, byId, at } = howGone(members, personId);
    return { how, byId, at };
  }
  if (members.devices.get(deviceId)?.state === 'revoked') {
    const act = members.reductions.find(({ kind, target }) => kind === 'device-revoke' && toText(target) === deviceId);
    return { how: 'device', byId: act?.byId ?? null, at: act?.at ?? null };
  }
  return network.isShutOut() ? { how: 'relay', byId: null, at: null } : null;
};

/** Asks the resolver itself, so that what is shown and what would stand never differ. */
const asker =
  (ledger: Ledger) =>
  (act: WrittenAct): WhyNot =>
    ledger.graph.whyNot(ledger.device.id, act)?.sentence ?? null;

const standingOf = (ledger: Ledger, members: Members, member: Member): View['people'][number] => {
  const { personId, state } = member;
  const id = fromText(personId) ?? new Uint8Array(0);
  const me = members.person(ledger.me.personId);
  const isMe = personId === ledger.me.personId;
  const may = asker(ledger);
  const settled = (why: () => WhyNot): WhyNot =>
    state === 'removed' ? isGone : state === 'provisional' ? notAccepted : why();
  const role = (of: Member['role']): WhyNot =>
    settled(() => may({ kind: 'set-role', personId: id, role: of, cut: [] }));
  const [owner, admin, plain, guest] = [...roles].reverse().map(role);
  const invitation = members.invitations.find((one) => one.usedById === personId);
  return {
    personId,
    role: member.role,
    state,
    safetyNumber: isMe ? null : safetyNumber(ledger.teamRoot, ledger.person.id, id),
    joinedAt: member.joinedAt,
    invitedById: invitation?.createdById ?? null,
    devices: member.devices.filter((one) => members.devices.get(one)?.state === 'active').length,
    may: {
      remove: state === 'removed' ? isGone : may({ kind: 'remove', personId: id, cut: [] }),
      handOver:
        me?.role !== 'owner' || isMe ? 'Only the owner hands the team over, to somebody else.' : settled(() => null),
      setManager: settled(() => may({ kind: 'set-manager', personId: id, managerId: null })),
      roles: { owner: owner ?? null, admin: admin ?? null, member: plain ?? null, guest: guest ?? null },
    },
  };
};

const waitingIn = (ledger: Ledger, members: Members): View['waiting'] =>
  members.pending.flatMap(({ personId, join, inviteId }) => {
    const [person, invitation] = [members.person(personId), members.invitations.find((one) => one.id === inviteId)];
    const id = fromText(personId);
    if (person === undefined || id === undefined) return [];
    return [
      {
        personId,
        role: person.role,
        joinedAt: person.joinedAt,
        invitedById: invitation?.createdById ?? null,
        byHand: invitation?.approval ?? false,
        safetyNumber: safetyNumber(ledger.teamRoot, ledger.person.id, id),
        may: asker(ledger)({ kind: 'accept', join }),
      },
    ];
  });

const whyNoSuccession = (members: Members, me: Member | undefined): WhyNot => {
  if (me?.role !== 'admin' || me.state !== 'member') return 'Only admins replace an owner who is lost.';
  const owner = [...members.people.values()].some((one) => one.role === 'owner' && one.state === 'member');
  return owner ? null : 'The team has no owner to replace.';
};

/** Who may do what to whom, who waits, who is gone, and whether this device is out. */
export const membershipView = (live: Live | null): View => {
  if (live === null) return nobody;
  const { ledger } = live;
  const members = ledger.graph.now();
  const me = members.person(ledger.me.personId);
  const people = [...members.people.values()];
  const may = asker(ledger);
  const needed = members.successionNeeds;
  return {
    out: outOf(live, members),
    people: people.map((one) => standingOf(ledger, members, one)),
    waiting: waitingIn(ledger, members),
    gone: people
      .filter(({ state }) => state === 'removed')
      .map(({ personId }) => howGone(members, personId))
      .sort((a, b) => (b.at ?? 0) - (a.at ?? 0)),
    successions: members.successions.map((one) => ({
      personId: one.personId,
      replacedId: one.replacedId,
      signedBy: [...one.signedBy],
      needed,
      at: one.at,
      signedByMe: one.signedBy.includes(ledger.me.personId),
    })),
    succession: { may: whyNoSuccession(members, me), needed },
    leave: me === undefined ? null : may({ kind: 'remove', personId: ledger.person.id, cut: [] }),
    checkpoint: may({ kind: 'checkpoint', pins: [] }),
    keysDue: ledger.isOut() ? 0 : ledger.rotationsDue().length,
  };
};

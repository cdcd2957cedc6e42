import { equalBytes } from '#shared/std/index.ts';
import { mapKey } from '../crypto/index.ts';
import type { SignedAct } from './acts.ts';
import { introducedId } from './proofs.ts';
import { managerOf } from './registers.ts';
import { rankGiven, rankNow, rankOf, roleOf } from './state.ts';
import type { DeviceState, PersonState, Refusal, RefusalCode, State } from './state.ts';

const [guest, admin, owner] = [rankOf('guest'), rankOf('admin'), rankOf('owner')];

/** `needs` is the rank the act rests on: losing it concurrently undoes the act. -1 rests on no rank. */
export type Judgement =
  { readonly allowed: true; readonly needs: number } | { readonly allowed: false; readonly refusal: Refusal };

const allow = (needs: number): Judgement => ({ allowed: true, needs });
const refuse = (code: RefusalCode, sentence: string): Judgement => ({ allowed: false, refusal: { code, sentence } });

const notAllowed = refuse('act-not-allowed', 'Only an owner or an admin of the team may do this.');
const ownerOnly = refuse('act-not-allowed', 'Only an owner of the team may do this.');
const unknownPerson = refuse('act-unknown-target', 'The person this is about is not in the team.');

const otherOwner = (state: State, person: PersonState): boolean =>
  [...state.persons.values()].some((one) => one !== person && rankNow(one) === owner);

const makesCycle = (state: State, person: PersonState, managerId: Uint8Array): boolean => {
  let above: Uint8Array | null = managerId;
  for (let steps = 0; above !== null && steps <= state.persons.size; steps++) {
    if (equalBytes(above, person.id)) return true;
    const next = state.persons.get(mapKey(above));
    above = next === undefined ? null : managerOf(next);
  }
  return false;
};

const judgeJoin = (state: State, { act, seq }: SignedAct): Judgement => {
  if (act.kind !== 'join') return notAllowed;
  const invite = state.invites.get(mapKey(act.invite));
  if (invite === undefined)
    return refuse('invitation-invalid', 'The invitation of this join is not known to the team.');
  if (invite.revoked) return refuse('invitation-revoked', 'The invitation was revoked before anybody used it.');
  if (invite.used !== null) return refuse('invitation-used', 'Somebody else joined with this invitation before.');
  if (state.persons.has(mapKey(introducedId(act.person))) || state.devices.has(mapKey(act.device.sign)))
    return refuse('act-repeated', 'This person or device has joined already.');
  return seq === 1 ? allow(-1) : refuse('act-not-allowed', 'A join has to be the first entry of its device.');
};

const judgeAccept = (state: State, join: Uint8Array, rank: number): Judgement => {
  if (rank < admin) return notAllowed;
  const joined = [...state.persons.values()].find((one) => equalBytes(one.join.signed.hash, join));
  if (joined === undefined || joined.inviteKey === null)
    return refuse('act-unknown-target', 'The join to accept is not known.');
  const invite = state.invites.get(joined.inviteKey);
  const used = invite?.used ?? null;
  if (used !== null && used !== joined.join)
    return refuse('invitation-used', 'Somebody else joined with this invitation before.');
  if (joined.removed)
    return refuse('invitation-revoked', 'The invitation was revoked or used before this join was accepted.');
  return allow(admin);
};

const judgeAuthor = (device: DeviceState, person: PersonState): Judgement => {
  if (person.removed) return refuse('act-not-a-member', 'The author was not a member of the team.');
  if (device.state === 'revoked') return refuse('act-not-a-member', 'The device of the author had been revoked.');
  if (device.state === 'frozen') return refuse('act-forked', 'The log of this device forked; its acts do not count.');
  return allow(-1);
};

/**
 * Whether an act is allowed in a given state of the team. It is judged twice. In its author's `own` view: that decides
 * for ever whether it was honest. And when replicas put concurrent acts together, as `settled`: whether the ground it
 * stands on still holds. Then it does not matter that the author was removed or a device revoked in the meantime,
 * because which of their acts that undoes was settled before.
 */
export const judge = (state: State, signed: SignedAct, view: 'own' | 'settled'): Judgement => {
  const { act, deviceId } = signed;
  if (act.kind === 'unreadable') return refuse(act.code, act.sentence);
  if (act.kind === 'create') return state.founded ? refuse('act-repeated', 'The team was created before.') : allow(-1);
  if (act.kind === 'join') return judgeJoin(state, signed);
  // Offers prove themselves to whoever can open them.
  if (act.kind === 'offer') return allow(-1);

  const device = state.devices.get(mapKey(deviceId));
  const me = device === undefined ? undefined : state.persons.get(device.personKey);
  if (device === undefined || me === undefined)
    return refuse('act-not-a-member', 'The author was not a member of the team.');
  const author = view === 'own' ? judgeAuthor(device, me) : allow(-1);
  if (!author.allowed) return author;
  const rank = rankGiven(me);
  const target = 'personId' in act ? state.persons.get(mapKey(act.personId)) : undefined;

  switch (act.kind) {
    case 'remove': {
      if (target === undefined) return unknownPerson;
      if (rankNow(target) === owner && !otherOwner(state, target))
        return refuse('act-not-allowed', 'The only owner cannot leave. Make somebody else owner first.');
      if (target === me) return allow(-1);
      if (rank < admin) return notAllowed;
      return rankNow(target) > rank ? ownerOnly : allow(Math.max(admin, rankNow(target)));
    }
    // A newcomer reads what the team shares, so their device must be able to change a key that somebody removed holds,
    // and to ask for one that the invitation's package lacked.
    case 'fork':
    case 'device-fork':
    case 'rotate':
    case 'ask':
      return allow(-1);
    default:
      if (me.state === 'provisional')
        return refuse('act-not-allowed', 'A newcomer has to be accepted by an admin first.');
  }

  switch (act.kind) {
    case 'invite':
      if (rank < admin) return notAllowed;
      if (act.role === 'owner') return refuse('act-not-allowed', 'An owner is made from a member, not by invitation.');
      return state.invites.has(mapKey(act.invite))
        ? refuse('act-repeated', 'This invitation exists already.')
        : allow(admin);
    case 'revoke-invite':
      if (rank < admin) return notAllowed;
      return state.invites.has(mapKey(act.invite))
        ? allow(admin)
        : refuse('act-unknown-target', 'The invitation to revoke is not known.');
    case 'accept':
      return judgeAccept(state, act.join, rank);
    case 'set-role': {
      if (target === undefined || (view === 'own' && rankNow(target) < guest)) return unknownPerson;
      const [now, next] = [rankNow(target), rankOf(act.role)];
      if (now === owner && next < owner && !otherOwner(state, target))
        return refuse('act-not-allowed', 'A team needs an owner. Make somebody else owner first.');
      if (target === me && next <= rank) return allow(-1);
      const needed = Math.max(now, next) >= owner ? owner : admin;
      return rank >= needed ? allow(needed) : needed === owner ? ownerOnly : notAllowed;
    }
    case 'set-manager': {
      if (rank < admin) return notAllowed;
      if (target === undefined || (view === 'own' && target.removed)) return unknownPerson;
      if (act.managerId === null) return allow(admin);
      const manager = state.persons.get(mapKey(act.managerId));
      if (manager === undefined || (view === 'own' && rankNow(manager) < guest))
        return refuse('act-unknown-target', 'The manager is not in the team.');
      return makesCycle(state, target, act.managerId)
        ? refuse('act-not-allowed', 'This would make somebody their own manager.')
        : allow(admin);
    }
    case 'device-add':
      return state.devices.has(mapKey(act.device.sign))
        ? refuse('act-repeated', 'This device has been added already.')
        : allow(guest);
    case 'device-revoke': {
      const revoked = state.devices.get(mapKey(act.deviceId));
      const whose = revoked === undefined ? undefined : state.persons.get(revoked.personKey);
      if (whose === undefined) return refuse('act-unknown-target', 'The device to revoke is not known.');
      if (whose === me) return allow(guest);
      if (rank < admin) return notAllowed;
      return rankNow(whose) > rank ? ownerOnly : allow(Math.max(admin, rankNow(whose)));
    }
    case 'person-key':
      return allow(guest);
    case 'redact':
    case 'grant':
      return rank < admin ? notAllowed : allow(admin);
    case 'checkpoint':
      return rank < owner ? ownerOnly : allow(owner);
    case 'cosign':
      return rank === admin
        ? allow(admin)
        : refuse('act-not-allowed', 'Only an admin signs the replacement of an owner.');
    case 'succeed': {
      const replaced = state.persons.get(mapKey(act.replacedId));
      if (rank < admin) return notAllowed;
      if (target === undefined || rankNow(target) < guest || replaced === undefined || roleOf(replaced) !== 'owner')
        return unknownPerson;
      if (!replaced.roles.some((claim) => equalBytes(claim.by.signed.hash, act.since)))
        return refuse('act-bad-proof', 'The signatures of this succession are about another time.');
      const admins = [...state.persons.values()].filter((one) => rankNow(one) === admin);
      const signers = new Set(
        act.cosigns.flatMap((one) => {
          const signer = state.devices.get(mapKey(one.deviceId));
          const whose = signer?.state === 'active' ? state.persons.get(signer.personKey) : undefined;
          return whose !== undefined && rankNow(whose) === admin ? [mapKey(whose.id)] : [];
        }),
      );
      const majority = Math.floor(admins.length / 2) + 1;
      return signers.size >= majority
        ? allow(admin)
        : refuse('act-not-allowed', 'More than half of the admins have to sign the replacement of an owner.');
    }
  }
};

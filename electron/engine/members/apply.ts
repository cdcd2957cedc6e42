import { equalBytes } from '#shared/std/index.ts';
import { mapKey } from '../crypto/index.ts';
import type { CreateAct, JoinAct, Role } from './acts.ts';
import type { Node } from './graph.ts';
import { introducedId } from './proofs.ts';
import { claimed } from './registers.ts';
import type { Draft, PersonState } from './state.ts';

const introduce = (draft: Draft, node: Node, act: CreateAct | JoinAct, role: Role, inviteKey: string | null): void => {
  const id = introducedId(act.person);
  const personKey = mapKey(id);
  const nobody: readonly never[] = [];
  draft.persons.set(personKey, {
    id,
    name: act.name,
    founding: act.person,
    join: node,
    inviteKey,
    state: inviteKey === null ? 'member' : 'provisional',
    removed: false,
    roles: [{ value: role, by: node }],
    managers: nobody,
    boxes: [{ value: { generation: 0, box: act.person.box }, by: node }],
  });
  draft.devices.set(mapKey(act.device.sign), {
    device: act.device,
    personKey,
    label: '',
    added: node,
    state: 'active',
  });
};

const update = (draft: Draft, personId: Uint8Array, change: (person: PersonState) => PersonState): void => {
  const key = mapKey(personId);
  const person = draft.persons.get(key);
  if (person !== undefined) draft.persons.set(key, change(person));
};

/** Newcomers of an invitation that nobody accepted lose their place when it is revoked or used by somebody else. */
const dropUnaccepted = (draft: Draft, inviteKey: string): void => {
  for (const [key, person] of draft.persons)
    if (person.inviteKey === inviteKey && person.state === 'provisional')
      draft.persons.set(key, { ...person, removed: true });
};

const accept = (draft: Draft, join: Uint8Array): void => {
  for (const person of draft.persons.values()) {
    if (person.inviteKey === null || !equalBytes(person.join.signed.hash, join)) continue;
    const invite = draft.invites.get(person.inviteKey);
    if (invite !== undefined) draft.invites.set(person.inviteKey, { ...invite, used: person.join });
    update(draft, person.id, (one) => ({ ...one, state: 'member' }));
    dropUnaccepted(draft, person.inviteKey);
    return;
  }
};

/** Carries out an act that was judged allowed. `rank` is what its author had when writing it. */
export const apply = (draft: Draft, node: Node, rank: number): void => {
  const { act, deviceId } = node.signed;
  const me = draft.devices.get(mapKey(deviceId))?.personKey;
  const reduction = { by: node, authorKey: me ?? '', role: null };
  switch (act.kind) {
    case 'create':
      draft.founded = true;
      introduce(draft, node, act, 'owner', null);
      return;
    case 'invite': {
      const { kind: _kind, ...fields } = act;
      draft.invites.set(mapKey(act.invite), {
        ...fields,
        by: node,
        creatorKey: me ?? '',
        revoked: false,
        used: null,
      });
      return;
    }
    case 'revoke-invite': {
      const key = mapKey(act.invite);
      const invite = draft.invites.get(key);
      if (invite === undefined || invite.used !== null) return;
      draft.invites.set(key, { ...invite, revoked: true });
      dropUnaccepted(draft, key);
      return;
    }
    case 'join': {
      const key = mapKey(act.invite);
      introduce(draft, node, act, draft.invites.get(key)?.role ?? 'guest', key);
      return;
    }
    case 'accept':
      accept(draft, act.join);
      return;
    case 'set-role':
      update(draft, act.personId, (one) => {
        draft.reductions.push({ ...reduction, kind: 'set-role', target: act.personId, role: act.role, cut: act.cut });
        return { ...one, roles: claimed(one.roles, act.role, node) };
      });
      return;
    case 'set-manager':
      update(draft, act.personId, (one) => ({ ...one, managers: claimed(one.managers, act.managerId, node) }));
      return;
    case 'device-add':
      if (me === undefined) return;
      draft.devices.set(mapKey(act.device.sign), {
        device: act.device,
        personKey: me,
        label: act.label,
        added: node,
        state: 'active',
      });
      return;
    case 'device-revoke': {
      const key = mapKey(act.deviceId);
      const device = draft.devices.get(key);
      if (device === undefined) return;
      draft.devices.set(key, { ...device, state: 'revoked' });
      draft.reductions.push({ ...reduction, kind: 'device-revoke', target: act.deviceId, cut: act.cut });
      return;
    }
    case 'remove':
      update(draft, act.personId, (one) => ({ ...one, removed: true }));
      draft.reductions.push({ ...reduction, kind: 'remove', target: act.personId, cut: act.cut });
      return;
    case 'succeed':
      update(draft, act.replacedId, (one) => ({ ...one, roles: claimed(one.roles, 'member', node) }));
      update(draft, act.personId, (one) => ({ ...one, roles: claimed(one.roles, 'owner', node) }));
      draft.reductions.push({
        ...reduction,
        kind: 'succeed',
        target: act.replacedId,
        role: 'member',
        cut: act.cut,
      });
      return;
    case 'rotate': {
      const { kind: _kind, ...fields } = act;
      draft.rotations.push({ ...fields, by: node, authorKey: me ?? '', rank });
      return;
    }
    case 'person-key': {
      const person = me === undefined ? undefined : draft.persons.get(me);
      if (person === undefined) return;
      const { generation, box } = act;
      update(draft, person.id, (one) => ({ ...one, boxes: claimed(one.boxes, { generation, box }, node) }));
      return;
    }
    case 'grant':
      draft.grants.push(...act.grants);
      return;
    case 'redact':
      draft.redactions.push(...act.pins);
      return;
    case 'cosign': {
      const { kind: _kind, ...fields } = act;
      draft.cosigns.push({ ...fields, by: node, authorKey: me ?? '' });
      return;
    }
    case 'checkpoint':
    case 'fork':
    case 'device-fork':
    case 'offer':
    case 'ask':
    case 'unreadable':
      return;
  }
};

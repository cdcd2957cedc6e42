import type { DeviceView, QueryResult } from '#shared/protocol/index.ts';
import { toText } from '#shared/std/index.ts';
import type { MemberDevice, Members } from '../../members/index.ts';
import type { LocalTables } from '../../store/index.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type { Live } from '../live.ts';
import { createDeviceNames, type DeviceName } from './names.ts';
import { whyNotRevoke } from './revoke.ts';

const noDevices: QueryResult<'devices'> = { mine: [], others: [], out: null };

/** The act that shut a device out: its own revocation, or the removal of its person. */
const endOf = (members: Members, device: MemberDevice) =>
  members.reductions.find(
    ({ kind, target }) =>
      (kind === 'device-revoke' && toText(target) === device.deviceId) ||
      (kind === 'remove' && toText(target) === device.personId),
  );

/** What a device is called here: its person's name for it, on their own devices; empty for machines of others. */
export const deviceNameIn = (
  { deviceId, label, personId }: Pick<MemberDevice, 'deviceId' | 'label' | 'personId'>,
  me: string,
  names: ReadonlyMap<string, DeviceName>,
): string => {
  if (personId !== me) return label;
  return names.get(deviceId)?.name ?? (label === '' ? 'First machine' : label);
};

/** The team's devices as the person at this one sees them. */
export const devicesView = (live: Live | null, local: LocalTables, keysIn: () => string): QueryResult<'devices'> => {
  if (live === null) return noDevices;
  const { ledger, network } = live;
  const members = ledger.graph.now();
  const names = createDeviceNames(local).all();
  const nameOf = (device: MemberDevice): string => deviceNameIn(device, ledger.me.personId, names);
  const view = (device: MemberDevice): DeviceView => {
    const { deviceId, personId, sign, state, addedAt } = device;
    const thisDevice = deviceId === ledger.me.deviceId;
    const end = state === 'revoked' ? endOf(members, device) : undefined;
    return {
      id: deviceId,
      personId,
      name: nameOf(device),
      fingerprint: fingerprintOf(sign),
      thisDevice,
      state,
      addedAt,
      revokedAt: end?.at ?? null,
      revokedById: end?.byId ?? null,
      heardAt: network.heardAt(deviceId),
      keysIn: thisDevice ? keysIn() : '',
      whyNot: thisDevice
        ? 'A machine cannot shut itself out. Do it from another of your machines.'
        : (whyNotRevoke(members, device, ledger.me.personId, ledger.me.deviceId) ?? null),
    };
  };
  const all = [...members.devices.values()].map(view);
  return {
    mine: all.filter(({ personId }) => personId === ledger.me.personId),
    others: all.filter(({ personId }) => personId !== ledger.me.personId),
    out: outOf(members, ledger.me.deviceId),
  };
};

/** Says that this very device was shut out, while its person is still in the team. */
const outOf = (members: Members, deviceId: string): QueryResult<'devices'>['out'] => {
  const me = members.devices.get(deviceId);
  if (me?.state !== 'revoked') return null;
  const end = endOf(members, me);
  if (end === undefined || end.kind !== 'device-revoke') return null;
  const byId = end.byId === '' ? null : end.byId;
  const who =
    byId === me.personId ? 'from another of your machines' : `by ${members.person(end.byId)?.name ?? 'an admin'}`;
  return {
    at: end.at,
    byId,
    sentence: `This machine was shut out of the team ${who}. What it had stays readable here; nothing new arrives, and nothing can be added.`,
  };
};

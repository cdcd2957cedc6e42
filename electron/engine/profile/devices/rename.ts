import { err, ok, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type ProtocolError } from '#shared/protocol/index.ts';
import { needTeam } from '../guards.ts';
import type { ProfileState } from '../state.ts';
import { createDeviceNames } from './names.ts';

export const renameDevice = (
  profile: ProfileState,
  { deviceId, name }: CommandRequest<'device.rename'>,
): Result<Record<string, never>, ProtocolError> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  if (ledger.graph.now().personOfDevice(deviceId) !== ledger.me.personId)
    return err(failure('not-found', 'This is not one of your machines.', 'deviceId'));
  if (!createDeviceNames(profile.local).say(deviceId, name, profile.clock.now()))
    return err(failure('too-large', 'More machines cannot have names. Shut out some that you do not use.'));
  profile.shareNotes();
  profile.touchLocal();
  return ok({});
};

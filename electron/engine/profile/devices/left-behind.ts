import { fromText, toText } from '#shared/std/index.ts';
import type { Live } from '../live.ts';
import type { ProfileState } from '../state.ts';

const stateKey = 'pairing_left';

interface Left {
  readonly id: string;
  readonly until: number;
}

const isLeft = (value: unknown): value is Left =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Left).id === 'string' &&
  typeof (value as Left).until === 'number';

const all = ({ local }: Pick<ProfileState, 'local'>): Left[] => {
  const stored: unknown = JSON.parse(local.state(stateKey) ?? '[]');
  return Array.isArray(stored) ? stored.filter(isLeft) : [];
};

/** Remembers that sealed secrets lie beside the log, so that they are taken away although nobody fetched them. */
export const leaveBundle = (profile: Pick<ProfileState, 'local'>, id: Uint8Array, until: number): void =>
  profile.local.setState(stateKey, JSON.stringify([...all(profile), { id: toText(id), until }]));

/** Takes away what was fetched or has waited too long. */
export const clearLeft = (profile: Pick<ProfileState, 'local' | 'clock'>, { network }: Live): void => {
  const before = all(profile);
  const stays = before.filter(({ id, until }) => {
    const key = fromText(id);
    const held = key === undefined ? undefined : network.objects.get(key);
    if (key === undefined || held === undefined || held.bytes === null) return false;
    if (until > profile.clock.now()) return true;
    network.putObject({ id: key, version: held.version + 1, bytes: null });
    return false;
  });
  if (stays.length < before.length) profile.local.setState(stateKey, JSON.stringify(stays));
};

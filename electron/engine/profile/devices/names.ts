import type { LocalTables } from '../../store/index.ts';

/** What a person calls one of their devices, and when they said so (claimed, milliseconds). */
export interface DeviceName {
  readonly name: string;
  readonly at: number;
}

const stateKey = 'device_names';
export const mostNames = 64;

const isName = (value: unknown): value is DeviceName =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as DeviceName).name === 'string' &&
  typeof (value as DeviceName).at === 'number';

/**
 * Names of one's own devices. They travel between one's own devices in their notes (decision 0012) and are no business
 * of the team, so "Ana's private MacBook" is in no log. Of two names for one device the later counts.
 */
export const createDeviceNames = (local: LocalTables) => {
  const all = (): Map<string, DeviceName> => {
    const stored: unknown = JSON.parse(local.state(stateKey) ?? '{}');
    const rows = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
    return new Map(rows.filter((row): row is [string, DeviceName] => isName(row[1])));
  };
  /** True if it was news. */
  const set = (deviceId: string, name: string, at: number): boolean => {
    const names = all();
    const held = names.get(deviceId);
    if (held !== undefined && (held.at > at || (held.at === at && held.name >= name))) return false;
    if (held === undefined && names.size >= mostNames) return false;
    names.set(deviceId, { name, at });
    local.setState(stateKey, JSON.stringify(Object.fromEntries(names)));
    return true;
  };
  return {
    all,
    set,
    /** Said here and now: counts even where the other device's clock is ahead. */
    say: (deviceId: string, name: string, now: number): boolean =>
      set(deviceId, name, Math.max(now, (all().get(deviceId)?.at ?? 0) + 1)),
  };
};

export type DeviceNames = ReturnType<typeof createDeviceNames>;

import { parseArgs } from 'node:util';

/** How the app was started; the same flags as `meridian serve` where they make sense in a window. */
export interface DesktopOptions {
  /** Folder of the profile; null for the usual one. */
  readonly profile: string | null;
  readonly relays: readonly string[];
  readonly sample: boolean;
  readonly lan: boolean;
}

/**
 * Reads the command line behind the executable (and, in development, behind the app's folder). Unknown switches are
 * left alone, because Chromium and the system add their own.
 */
export const readOptions = (args: readonly string[]): DesktopOptions => {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      profile: { type: 'string' },
      relay: { type: 'string', multiple: true },
      sample: { type: 'boolean' },
      'no-lan': { type: 'boolean' },
    },
  });
  const { profile, relay } = values;
  return {
    profile: typeof profile === 'string' && profile !== '' ? profile : null,
    relays: Array.isArray(relay) ? relay.filter((url) => typeof url === 'string') : [],
    sample: values.sample === true,
    lan: values['no-lan'] !== true,
  };
};

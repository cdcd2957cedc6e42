import { posix, win32 } from 'node:path';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const pathsOf = (platform: NodeJS.Platform) => (platform === 'win32' ? win32 : posix);

/**
 * Where this system keeps what programs store for a user: XDG on Linux, Application Support on macOS, AppData on
 * Windows. Below it one folder a profile.
 */
export const profilesFolder = ({ platform, env, home }: Surroundings): string => {
  const { join } = pathsOf(platform);
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Meridian');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Meridian');
  const xdg = env['XDG_DATA_HOME'];
  // The specification says to pass over relative paths and empty values.
  return join(xdg?.startsWith('/') === true ? xdg : join(home, '.local', 'share'), 'meridian');
};

/** The profile that opens when none is named. The sample team has its own, so that it never meets real work. */
export const defaultProfile = (surroundings: Surroundings, sample: boolean): string =>
  pathsOf(surroundings.platform).join(profilesFolder(surroundings), sample ? 'sample' : 'default');

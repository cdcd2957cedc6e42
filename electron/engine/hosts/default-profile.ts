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
  const paths = pathsOf(platform);
  if (platform === 'win32') return paths.join(env['APPDATA'] ?? paths.join(home, 'AppData', 'Roaming'), 'Meridian');
  if (platform === 'darwin') return paths.join(home, 'Library', 'Application Support', 'Meridian');
  const xdg = env['XDG_DATA_HOME'];
  // The specification says to pass over relative paths and empty values.
  return paths.join(xdg?.startsWith('/') === true ? xdg : paths.join(home, '.local', 'share'), 'meridian');
};

/** The profile that opens when none is named. The sample team has its own, so that it never meets real work. */
export const defaultProfile = (surroundings: Surroundings, sample: boolean): string =>
  pathsOf(surroundings.platform).join(profilesFolder(surroundings), sample ? 'sample' : 'default');

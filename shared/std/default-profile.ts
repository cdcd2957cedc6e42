/** What is known of the machine: its system as Node names it, its environment, the user's home. */
export interface Surroundings {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** One path of these parts. By hand: what is shared has no modules of Node's. */
const joined = (platform: string, first: string, ...rest: readonly string[]): string =>
  platform === 'win32'
    ? [first.replace(/[\\/]+$/u, ''), ...rest].join('\\')
    : [first.replace(/\/+$/u, ''), ...rest].join('/');

/**
 * Where this system keeps what programs store for a user: XDG on Linux, Application Support on macOS, AppData on
 * Windows. Below it one folder a profile.
 */
const profilesFolder = ({ platform, env, home }: Surroundings): string => {
  if (platform === 'win32') {
    const roaming = env['APPDATA'] ?? joined(platform, home, 'AppData', 'Roaming');
    return joined(platform, roaming, 'Meridian');
  }
  if (platform === 'darwin') return joined(platform, home, 'Library', 'Application Support', 'Meridian');
  const xdg = env['XDG_DATA_HOME'];
  // The specification says to pass over relative paths and empty values.
  const data = xdg?.startsWith('/') === true ? xdg : joined(platform, home, '.local', 'share');
  return joined(platform, data, 'meridian');
};

/** The profile that opens when none is named. The sample team has its own, so that it never meets real work. */
export const defaultProfile = (surroundings: Surroundings, sample: boolean): string =>
  joined(surroundings.platform, profilesFolder(surroundings), sample ? 'sample' : 'default');

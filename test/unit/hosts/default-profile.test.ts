import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#shared/std/index.ts';

describe('the profile that opens when none is named', () => {
  const home = '/home/ana';

  it('is where Linux keeps a user’s data, and an unusable XDG_DATA_HOME is passed over', () => {
    const linux = (env: Record<string, string>) => defaultProfile({ platform: 'linux', env, home }, false);
    expect(linux({})).toBe('/home/ana/.local/share/meridian/default');
    expect(linux({ XDG_DATA_HOME: '/data' })).toBe('/data/meridian/default');
    expect(linux({ XDG_DATA_HOME: '' })).toBe('/home/ana/.local/share/meridian/default');
    expect(linux({ XDG_DATA_HOME: 'relative' })).toBe('/home/ana/.local/share/meridian/default');
  });

  it('is where macOS and Windows keep it', () => {
    expect(defaultProfile({ platform: 'darwin', env: {}, home }, false)).toContain(
      'Library/Application Support/Meridian',
    );
    const windows = (env: Record<string, string>) =>
      defaultProfile({ platform: 'win32', env, home: 'C:\\Users\\ana\\' }, false);
    const roaming = 'C:\\Users\\ana\\AppData\\Roaming\\Meridian\\default';
    expect(windows({ APPDATA: 'C:\\Users\\ana\\AppData\\Roaming' })).toBe(roaming);
    expect(windows({})).toBe(roaming);
  });

  it('is another one for the sample team, so that it never meets real work', () => {
    const surroundings = { platform: 'linux', env: {}, home } as const;
    expect(defaultProfile(surroundings, true)).not.toBe(defaultProfile(surroundings, false));
  });
});

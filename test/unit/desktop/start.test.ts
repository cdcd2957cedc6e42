import { describe, expect, test } from 'vitest';
import { engineEnvironment } from '../../../electron/main/engine-process.ts';
import { menuTemplate } from '../../../electron/main/menu.ts';
import { readOptions } from '../../../electron/main/options.ts';

describe('the command line of the desktop app', () => {
  test('takes the flags of `meridian serve` that make sense in a window', () => {
    expect(readOptions(['--profile', '/p', '--relay', 'wss://a', '--relay=wss://b', '--sample', '--no-lan'])).toEqual({
      profile: '/p',
      relays: ['wss://a', 'wss://b'],
      sample: true,
      lan: false,
    });
  });

  test('leaves alone what Chromium and the system add', () => {
    const none = { profile: null, relays: [], sample: false, lan: true };
    expect(readOptions([])).toEqual(none);
    expect(readOptions(['--remote-debugging-port=0', '--ozone-platform', 'wayland', 'some.file', '-psn_0_1'])).toEqual(
      none,
    );
    expect(readOptions(['--profile'])).toEqual(none);
  });
});

describe('the engine process', () => {
  test('gets folders, language and zone from the environment and nothing else', () => {
    const environment = { HOME: '/h', TZ: 'Asia/Karachi', AWS_SECRET: 'x', NODE_OPTIONS: '--inspect', LANG: undefined };
    expect(engineEnvironment(environment)).toEqual({ HOME: '/h', TZ: 'Asia/Karachi' });
  });
});

describe('the menu', () => {
  const text = (packaged: boolean): string => JSON.stringify(menuTemplate({ platform: 'linux', packaged }));

  test('offers developer tools only while developing', () => {
    expect(text(false)).toContain('toggleDevTools');
    expect(text(true)).not.toContain('toggleDevTools');
  });
});

import { describe, expect, test } from 'vitest';
import { isAppUrl, isExternalLink } from '../../../electron/main/origin.ts';
import { mayUse } from '../../../electron/main/guard.ts';
import { isOurPage } from '../../../electron/main/sender.ts';

describe('what is ours', () => {
  test.each(['app://meridian/index.html', 'app://meridian/', 'app://meridian/goals?x#y'])('%s is the app', (url) => {
    expect(isAppUrl(url)).toBe(true);
  });

  test.each([
    'app://meridian.example/',
    'app://meridian@example/',
    'app://x@meridian/',
    'https://meridian/',
    'app:meridian',
    'file:///app://meridian/',
    'about:blank',
    '',
    'not a url',
  ])('%s is not the app', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });

  test('a message is heard from the top frame of our own page only', () => {
    expect(isOurPage({ origin: 'app://meridian', parent: null })).toBe(true);
    expect(isOurPage({ origin: 'app://meridian', parent: {} })).toBe(false);
    expect(isOurPage({ origin: 'app://meridian.example', parent: null })).toBe(false);
    expect(isOurPage({ origin: 'null', parent: null })).toBe(false);
    expect(isOurPage(null)).toBe(false);
  });
});

describe('what a page may do outside itself', () => {
  test.each(['https://example.com/a', 'http://example.com', 'mailto:ana@example.com'])('%s opens', (url) => {
    expect(isExternalLink(url)).toBe(true);
  });

  test.each([
    'file:///etc/passwd',
    'smb://server/share',
    'javascript:alert(1)',
    'data:text/html,x',
    'ms-msdt:/id',
    'app://meridian/',
    'https://user:password@example.com/',
    'nonsense',
  ])('%s does not open', (url) => {
    expect(isExternalLink(url)).toBe(false);
  });

  test('copying is the only permission, and only ours', () => {
    expect(mayUse('clipboard-sanitized-write', 'app://meridian')).toBe(true);
    expect(mayUse('clipboard-sanitized-write', 'https://example.com')).toBe(false);
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'fileSystem',
      'openExternal',
    ]) {
      expect(mayUse(permission, 'app://meridian')).toBe(false);
    }
  });
});

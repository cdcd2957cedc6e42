import { expect, test } from 'vitest';
import { securityHeaders as browserHeaders } from '../../../electron/engine/hosts/browser/security.ts';
import { securityHeaders } from '../../../electron/main/content-policy.ts';

const directives = (policy: string | undefined): string[] =>
  (policy ?? '')
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && !directive.startsWith('object-src'));

test('the window of Electron and the page in the browser may do the same, but for the socket', () => {
  const authority = '127.0.0.1:7433';
  const inBrowser = directives(browserHeaders(authority)['content-security-policy']);
  const inElectron = directives(securityHeaders['Content-Security-Policy']);
  expect(inElectron).toEqual(inBrowser.map((directive) => directive.replace(` ws://${authority}`, '')));
});

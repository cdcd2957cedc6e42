import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { secretName } from '#shared/protocol/index.ts';

/** Name of the file in the profile's folder. */
export const redirectFileName = 'open-meridian.html';

export interface RedirectFile {
  readonly path: string;
  /** As an address a browser opens. */
  readonly url: string;
  readonly remove: () => void;
}

const page = (target: string): string => `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${target}">
<title>Meridian</title>
<p><a href="${target}">Open Meridian</a></p>
`;

/**
 * A page that only this user can read and that leads the browser to Meridian with the session's secret. The browser is
 * given this file's path, because everybody on the machine can read the arguments of a process. The secret is in the
 * fragment, which is never sent.
 *
 * @throws when the file cannot be written
 */
export const writeRedirectFile = (directory: string, url: string, token: string): RedirectFile => {
  const path = join(directory, redirectFileName);
  const remove = (): void => rmSync(path, { force: true });
  // Exclusive after removing: never through a link that somebody put there, never with an older file's permissions.
  remove();
  writeFileSync(path, page(`${url}#${secretName}=${token}`), { mode: 0o600, flag: 'wx' });
  return { path, url: pathToFileURL(path).href, remove };
};

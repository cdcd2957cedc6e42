import type { Session, WebContents } from 'electron';
import { appOrigin, isAppUrl, isExternalLink } from './origin.ts';

/** The only thing a page may be granted: writing to the clipboard (copying an invitation link), from our own page. */
export const mayUse = (permission: string, origin: string): boolean =>
  permission === 'clipboard-sanitized-write' && (origin === appOrigin || origin === `${appOrigin}/`);

/** Denies every permission and every request that leaves the app: a window never talks to the network itself. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isAppUrl(details.requestingUrl) && mayUse(permission, appOrigin));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin));
  session.setDevicePermissionHandler(() => false);
  // Chromium would fetch its dictionaries from a server of its vendor.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, callback) => {
    const url = URL.parse(details.url);
    const local = url !== null && ['blob:', 'data:', 'devtools:'].includes(url.protocol);
    callback({ cancel: !local && !isAppUrl(details.url) });
  });
};

/** Keeps a page where it is: no other address, no redirect, no frame, no window. Links open in the user's browser. */
export const guardContents = (contents: WebContents, openExternal: (url: string) => void): void => {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalLink(url)) openExternal(url);
    return { action: 'deny' };
  });
};

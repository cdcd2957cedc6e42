import { onRequest, report } from './control.ts';
import { afterReady, beforeReady } from './readiness.ts';
import { strict } from './strict.ts';

type RequestListener = (
  details: { readonly url: string; readonly method: string },
  callback: (response: { readonly cancel?: boolean }) => void,
) => void;
type PermissionRequest = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: { readonly requestingUrl: string },
) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean;
type FileHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, FileHandler>();
const privileged = new Set<string>();
let onBeforeRequest: RequestListener | undefined;
let permissionRequest: PermissionRequest | undefined;
let permissionCheck: PermissionCheck | undefined;

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly { readonly scheme: string }[]) => {
    beforeReady('protocol.registerSchemesAsPrivileged');
    for (const { scheme } of schemes) privileged.add(scheme);
  },
  handle: (scheme: string, handler: FileHandler) => {
    afterReady('protocol.handle was called');
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
});

const defaultSession = strict('session.defaultSession', {
  setPermissionRequestHandler: (handler: PermissionRequest) => {
    permissionRequest = handler;
  },
  setPermissionCheckHandler: (handler: PermissionCheck) => {
    permissionCheck = handler;
  },
  setDevicePermissionHandler: (_handler: () => boolean) => {},
  setSpellCheckerEnabled: (_enabled: boolean) => {},
  webRequest: strict('webRequest', {
    onBeforeRequest: (listener: RequestListener) => {
      onBeforeRequest = listener;
    },
  }),
});

export const session = strict('session', {
  get defaultSession() {
    afterReady('Session can only be received, it was asked for');
    return defaultSession;
  },
});

/** Whether the app lets a page load this. */
export const isLetThrough = (url: string, method: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (onBeforeRequest === undefined) resolve(true);
    else onBeforeRequest({ url, method }, ({ cancel }) => resolve(cancel !== true));
  });

/** The app's own answer for a URL of its scheme. */
export const answerFor = async (url: string, method: string): Promise<Response | undefined> => {
  const scheme = new URL(url).protocol.slice(0, -1);
  const handler = handlers.get(scheme);
  if (handler === undefined) return undefined;
  if (!privileged.has(scheme)) throw new Error(`${scheme} is not a standard, secure scheme: pages in it cannot work`);
  return handler(new Request(url, { method }));
};

/** As Electron gives it: also of schemes that the URL standard knows no origin for, and with a slash at the end. */
const originOf = (url: string): string => {
  const { protocol: scheme, host } = new URL(url);
  return `${scheme}//${host}/`;
};

onRequest((request) => {
  if (request.call !== 'permission') return;
  const checked = permissionCheck?.(null, request.permission, originOf(request.url), {}) ?? true;
  const answer = (granted: boolean): void => {
    report({ event: 'answer', id: request.id, value: { checked, granted } });
  };
  if (permissionRequest === undefined) answer(true);
  else permissionRequest(null, request.permission, answer, { requestingUrl: request.url });
});

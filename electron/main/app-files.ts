import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { securityHeaders } from './content-policy.ts';
import { isAppUrl } from './origin.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const refuse = (status: number): Response => new Response(null, { status, headers: securityHeaders });

/**
 * The file inside `folder` that an app:// URL names, or undefined when it names none: malformed escapes, other hosts,
 * and paths that lead out of the folder by whatever spelling. A path without an extension is a place in the interface.
 */
export const fileFor = (folder: string, address: string): string | undefined => {
  if (!isAppUrl(address)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = resolve(folder, `.${path}`);
  const inside = relative(folder, file);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  return extname(file) === '' ? resolve(folder, 'index.html') : file;
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');

/** Answers the requests of our own windows for the built interface; see `protocol.handle`. */
export const createAppFiles =
  ({ folder }: { readonly folder: string }) =>
  async (request: { readonly url: string; readonly method: string }): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const file = fileFor(folder, request.url);
    const type = file === undefined ? undefined : types[extname(file)];
    if (file === undefined || type === undefined) return refuse(404);
    try {
      const bytes = await readFile(file);
      const body = request.method === 'HEAD' ? null : new Uint8Array(bytes);
      return new Response(body, { headers: { ...securityHeaders, 'Content-Type': type } });
    } catch (error) {
      if (isMissing(error)) return refuse(404);
      throw error;
    }
  };

import { existsSync, readdirSync } from 'node:fs';
import { extname, join, posix } from 'node:path';

export interface ContentFile {
  readonly path: string;
  readonly type: string;
  /** The name carries a hash of the content, so it can be kept for ever. */
  readonly immutable: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

const hashed = /-[\w-]{8}\.\w+$/;

/**
 * The built interface: every file it consists of, by address. A request is looked up in this table and never turned
 * into a path, so there is no path to climb out of. Files of unknown type and hidden ones are not served.
 */
export const readContent = (directory: string): ReadonlyMap<string, ContentFile> => {
  const files = new Map<string, ContentFile>();
  const walk = (folder: string, address: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const at = posix.join(address, entry.name);
      const type = types[extname(entry.name)];
      if (entry.isDirectory()) walk(join(folder, entry.name), at);
      else if (entry.isFile() && type !== undefined) {
        files.set(at, {
          path: join(folder, entry.name),
          type,
          immutable: at.startsWith('/assets/') && hashed.test(at),
        });
      }
    }
  };
  if (existsSync(directory)) walk(directory, '/');
  const index = files.get('/index.html');
  if (index !== undefined) files.set('/', index);
  return files;
};

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

/** The files that may be served. */
export interface Content {
  readonly find: (address: string) => ContentFile | undefined;
  readonly isEmpty: () => boolean;
}

/**
 * The built interface: every file it consists of, by address. A request is looked up in this table and never turned
 * into a path, so there is no path to climb out of. Files of unknown type and hidden ones are not served.
 */
const readFiles = (directory: string): ReadonlyMap<string, ContentFile> => {
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

/**
 * What `directory` holds. It is read again when something is not found, because the interface may have been built anew
 * under the running engine, and then its files have other names.
 */
export const readContent = (directory: string): Content => {
  let files = readFiles(directory);
  return {
    find: (address) => {
      const known = files.get(address);
      if (known !== undefined && existsSync(known.path)) return known;
      files = readFiles(directory);
      return files.get(address);
    },
    isEmpty: () => files.size === 0,
  };
};

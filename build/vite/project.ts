import { builtinModules } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** The version the app shows and sends. */
export const version: string = manifest.version;

/**
 * Whether a Node bundle leaves this import alone. Runtime dependencies stay in node_modules, where native addons and
 * WebAssembly find their own files; Electron and Node bring the rest.
 */
export const isExternal = (id: string): boolean =>
  id === 'electron' ||
  id.startsWith('node:') ||
  builtinModules.includes(id) ||
  Object.keys(manifest.dependencies).some((name) => id === name || id.startsWith(`${name}/`));

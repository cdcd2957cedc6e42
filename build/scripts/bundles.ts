import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { nodeBundleConfig, nodeBundles } from '../vite/node-bundle.ts';
import { root } from '../vite/project.ts';
import { rendererConfig } from '../vite/renderer.ts';
import { isStale } from './freshness.ts';

const under = (...paths: readonly string[]): string[] => paths.map((path) => join(root, path));
const shared = ['shared', 'build/vite', 'package-lock.json'] as const;

/** Builds the interface where it is missing or older than its sources, or always. Returns whether it did. */
export const buildRenderer = async (options: { readonly always?: boolean } = {}): Promise<boolean> => {
  const built = join(root, 'out', 'renderer', 'index.html');
  if (options.always !== true && !isStale(built, under('renderer', ...shared))) return false;
  await build(rendererConfig);
  return true;
};

/** Builds Electron's main, preload and engine bundles under the same condition. Returns whether any was built. */
export const buildDesktop = async (options: { readonly always?: boolean } = {}): Promise<boolean> => {
  let any = false;
  for (const bundle of nodeBundles) {
    const built = join(root, 'out', bundle.folder, bundle.file);
    if (!existsSync(join(root, bundle.entry))) throw new Error(`The source of ${bundle.file} is missing`);
    if (options.always !== true && !isStale(built, under('electron', ...shared))) continue;
    await build(nodeBundleConfig(bundle));
    any = true;
  }
  return any;
};

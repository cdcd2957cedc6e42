import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { isExternal, root, version } from './project.ts';
import { workerUrls } from './worker-urls.ts';

export interface NodeBundle {
  /** Source file, relative to the project. */
  readonly entry: string;
  /** Folder under out/. */
  readonly folder: string;
  /** Name of the written file. A sandboxed preload must be one CommonJS file, the others are ES modules. */
  readonly file: string;
  readonly format: 'es' | 'cjs';
}

/** The three bundles Electron loads. */
export const nodeBundles: readonly NodeBundle[] = [
  { entry: 'electron/main/index.ts', folder: 'main', file: 'index.js', format: 'es' },
  { entry: 'electron/preload/index.ts', folder: 'preload', file: 'index.cjs', format: 'cjs' },
  { entry: 'electron/engine/hosts/utility.ts', folder: 'engine', file: 'utility.js', format: 'es' },
];

/** Vite's configuration of one of them. Readable output: it is not downloaded, and stack traces should speak. */
export const nodeBundleConfig = (bundle: NodeBundle): InlineConfig => ({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  plugins: [workerUrls()],
  define: { __MERIDIAN_VERSION__: JSON.stringify(version) },
  ssr: { noExternal: true },
  build: {
    ssr: join(root, bundle.entry),
    outDir: join(root, 'out', bundle.folder),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      external: isExternal,
      output: { format: bundle.format, entryFileNames: bundle.file, chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});

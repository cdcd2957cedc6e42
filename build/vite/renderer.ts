import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { firstPlaceAtOnce } from './first-place.ts';
import { root, version } from './project.ts';

/** The interface: static files under out/renderer, served by app:// in Electron and by the browser host. */
export const rendererConfig: InlineConfig = {
  configFile: false,
  root: join(root, 'renderer'),
  // Relative, so that the same files work under app://meridian/ and http://127.0.0.1:port/.
  base: './',
  plugins: [react(), firstPlaceAtOnce()],
  define: { __MERIDIAN_VERSION__: JSON.stringify(version) },
  logLevel: 'warn',
  build: {
    outDir: join(root, 'out', 'renderer'),
    emptyOutDir: true,
    target: 'es2024',
    sourcemap: false,
    // The content security policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // Rules and formats do nothing when they are loaded: what a window does not use of them is left out of it.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /[\\/]shared[\\/]/, sideEffects: false }] } },
    manifest: true,
  },
};

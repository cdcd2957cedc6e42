import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Builds the look page into a folder and resolves when it is there. */
export const buildLook = async (outDir: string): Promise<void> => {
  await build({
    configFile: false,
    root: here,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    define: { __MERIDIAN_VERSION__: '"0.0.0"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2024',
      assetsInlineLimit: 0,
      minify: false,
      chunkSizeWarningLimit: 4000,
    },
  });
};

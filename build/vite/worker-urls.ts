import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const workerUrl = /new URL\(\s*(['"])(\.{1,2}\/[^'"]+\.ts)\1,\s*import\.meta\.url,?\s*\)/g;

/**
 * In the sources a worker is named by its own file, `new URL('./gate-worker.ts', import.meta.url)`, which Node runs as
 * it is. In a bundle that file has to be built too, and the URL has to point to what was built.
 */
export const workerUrls = (): Plugin => ({
  name: 'meridian-worker-urls',
  transform: {
    filter: { code: 'import.meta.url' },
    handler(code, id) {
      if (!workerUrl.test(code)) return null;
      workerUrl.lastIndex = 0;
      return code.replace(workerUrl, (_whole, _quote: string, path: string) => {
        const reference = this.emitFile({ type: 'chunk', id: resolve(dirname(id), path) });
        return `new URL(import.meta.ROLLUP_FILE_URL_${reference})`;
      });
    },
  },
});

import { defineConfig } from 'vitest/config';
import { root } from './vite/project.ts';

const include = (folder: string): string[] => [`test/${folder}/**/*.test.ts`, `test/${folder}/**/*.test.tsx`];

/** One project a kind of test. */
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    // As long as a browser's locators wait: a machine that does other things too is no fault of what is waited for.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: [...include('unit'), ...include('migrations')], testTimeout: 60_000 },
      },
      { extends: true, test: { name: 'contract', include: include('contract'), testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: 'attack',
          include: [...include('fuzz'), ...include('crash'), ...include('promises')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'arch', include: include('arch'), testTimeout: 60_000, hookTimeout: 60_000 } },
      { extends: true, test: { name: 'sim', include: include('sim'), testTimeout: 300_000, hookTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: include('e2e'),
          globalSetup: 'test/support/browser.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

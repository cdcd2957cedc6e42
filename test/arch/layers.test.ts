import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** A file that breaks a rule, what it imports, and the rule. */
const violations: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['shared/std/a.ts', '../domain/index.ts', 'std-imports-nothing'],
  ['shared/domain/a.ts', '../protocol/index.ts', 'domain-imports-protocol-types-only'],
  ['shared/domain/b.ts', 'zod', 'domain-imports-std'],
  ['shared/schema/a.ts', '../domain/index.ts', 'schema-imports-std'],
  ['shared/protocol/a.ts', '../sync/index.ts', 'protocol-imports-shared'],
  ['shared/sync/a.ts', 'zod', 'sync-imports-std'],
  ['shared/sync/b.ts', 'node:crypto', 'shared-runs-anywhere'],
  ['shared/sync/c.ts', '../std/inner.ts', 'faces-only-shared'],
  ['electron/engine/log/a.ts', 'electron', 'engine-imports'],
  ['electron/engine/log/b.ts', '#relay/server/index.ts', 'engine-imports'],
  ['electron/engine/log/c.ts', 'react', 'engine-imports'],
  ['electron/engine/log/d.ts', '../keys/inner.ts', 'faces-only-engine'],
  ['electron/engine/log/e.ts', '#shared/std/inner.ts', 'faces-only-from-outside'],
  ['electron/engine/log/f.ts', 'vitest', 'installed-for-users'],
  ['electron/relay/server/a.ts', '#engine/log/index.ts', 'relay-imports'],
  ['electron/relay/server/b.ts', '@automerge/automerge', 'relay-imports'],
  ['electron/main/a.ts', '#engine/log/index.ts', 'main-imports-engine-types-only'],
  ['electron/main/b.ts', '#renderer/ui/index.ts', 'main-imports'],
  ['electron/preload/a.ts', 'node:fs', 'preload-imports'],
  ['electron/preload/b.ts', '#shared/domain/index.ts', 'preload-imports'],
  ['renderer/app/a.ts', '@automerge/automerge', 'renderer-has-no-automerge'],
  ['renderer/app/b.ts', 'node:fs', 'renderer-imports'],
  ['renderer/app/c.ts', '#engine/log/index.ts', 'renderer-imports'],
  ['renderer/features/goals/a.ts', '../people/index.ts', 'features-are-apart'],
  ['renderer/ui/a.ts', '../features/people/index.ts', 'ui-is-below-features'],
  ['renderer/app/d.ts', '../ui/inner.ts', 'faces-only-renderer'],
  ['shared/std/b.ts', '#test/support/index.ts', 'nothing-imports-test'],
  ['electron/engine/log/g.ts', '../../../build/index.ts', 'nothing-imports-build'],
  ['electron/engine/log/h.ts', './h.ts', 'no-circles'],
  ['electron/engine/log/i.ts', './absent.ts', 'nothing-unresolved'],
];

/** What the rules have to leave alone. */
const allowed: readonly (readonly [file: string, statement: string])[] = [
  ['shared/domain/fine.ts', `import '../std/index.ts'`],
  ['shared/protocol/fine.ts', `import 'zod'`],
  ['shared/sync/fine.ts', `import 'cborg'`],
  [
    'electron/engine/log/fine.ts',
    `import 'node:fs'; import 'ws'; import '../keys/index.ts'; import '#shared/std/index.ts'`,
  ],
  ['electron/relay/server/fine.ts', `import 'sodium-native'; import 'better-sqlite3'; import '#shared/sync/index.ts'`],
  ['electron/main/fine.ts', `import type { x } from '#engine/log/index.ts'; import 'electron'`],
  ['renderer/app/fine.ts', `import 'react'; import '../features/goals/index.ts'; import '#shared/protocol/index.ts'`],
];

const faces = [
  ...['std', 'domain', 'schema', 'protocol', 'sync'].map((name) => `shared/${name}/index.ts`),
  ...['log', 'keys'].map((name) => `electron/engine/${name}/index.ts`),
  'electron/relay/server/index.ts',
  'renderer/ui/index.ts',
  ...['goals', 'people'].map((name) => `renderer/features/${name}/index.ts`),
  'build/index.ts',
  'test/support/index.ts',
  'shared/std/inner.ts',
  'electron/engine/keys/inner.ts',
  'renderer/ui/inner.ts',
];

const reportShape = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

let tree = '';
const found = new Map<string, string[]>();

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
};

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'meridian-layers-'));
  const imports = { '#shared/*': './shared/*', '#engine/*': './electron/engine/*', '#relay/*': './electron/relay/*' };
  const more = { '#renderer/*': './renderer/*', '#test/*': './test/*' };
  write(
    'package.json',
    JSON.stringify({
      type: 'module',
      imports: { ...imports, ...more },
      dependencies: { zod: '*', cborg: '*', ws: '*', 'better-sqlite3': '*', 'sodium-native': '*', react: '*' },
      devDependencies: { vitest: '*', electron: '*' },
    }),
  );
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
  for (const face of faces) write(face, 'export const x = 1;');
  for (const [file, imported] of violations) write(file, `import '${imported}';\nexport {};\n`);
  for (const [file, statement] of allowed) write(file, `${statement};\nexport {};\n`);
  const run = spawnSync(
    process.execPath,
    [
      cruiser,
      '--config',
      join(root, 'build/layers.cjs'),
      '-T',
      'json',
      'shared',
      'electron',
      'renderer',
      'build',
      'test',
    ],
    { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = reportShape.parse(JSON.parse(run.stdout));
  for (const { from, rule } of summary.violations) found.set(from, [...(found.get(from) ?? []), rule.name]);
});

afterAll(() => {
  rmSync(tree, { recursive: true, force: true });
});

test.each(violations)('%s may not import %s (%s)', (file, _imported, rule) => {
  expect(found.get(file)).toContain(rule);
});

test.each(allowed)('%s may import what it does', (file) => {
  expect(found.get(file)).toBeUndefined();
});

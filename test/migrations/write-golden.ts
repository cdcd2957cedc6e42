import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '#engine/profile/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { openSeeded, outcome, pack, writeStory } from './story.ts';

// Run by hand for every released format, before the release: `node test/migrations/write-golden.ts`. It writes the
// profile of this version as it is readable and as it is encrypted. What is there is never written anew.
const folder = mkdtempSync(join(tmpdir(), 'meridian-golden-'));
const golden = join(import.meta.dirname, 'golden', `v${migrations.length}`);
const profile = await openSeeded(folder, 1);
await writeStory(profile);
await profile.close();
pack(folder, join(golden, 'readable'));
writeFileSync(join(golden, 'expected.json'), `${JSON.stringify(outcome(join(folder, 'profile.db')), null, 1)}\n`);
const again = await openSeeded(folder, 2);
expectOk(await again.engine.run('vault.encrypt', { on: true }));
await again.close();
pack(folder, join(golden, 'encrypted'));
rmSync(folder, { recursive: true });
process.stdout.write(`written to ${golden}\n`);

import { writeFileSync } from 'node:fs';
import { makeVectors } from './make.ts';

// Run by hand when a format gets a new version: `node test/vectors/write.ts`. A change here breaks everybody's data.
for (const [name, vectors] of Object.entries(makeVectors()))
  writeFileSync(new URL(`./${name}.json`, import.meta.url), `${JSON.stringify(vectors, null, 2)}\n`);

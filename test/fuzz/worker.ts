// Runs jobs of `watched.ts` one after the other and says where it is, so that the watcher can tell a hang from work.
import { parentPort, workerData } from 'node:worker_threads';
import { corpusOf } from './corpus.ts';
import { check, play, type Broken } from './play.ts';
import { targets } from './targets/index.ts';
import type { Job } from './watched.ts';

const place = workerData as Int32Array;
if (parentPort === null) throw new Error('watched.ts starts it');
const port = parentPort;

const brokenBy = async (job: Job): Promise<readonly Broken[]> => {
  const target = targets.find(({ name }) => name === job.name);
  if (target === undefined) throw new Error(`no target "${job.name}"`);
  const broken: Broken[] = [];
  if (job.what === 'bombs') {
    for (const [index, bytes] of (target.bombs?.() ?? []).entries()) {
      Atomics.store(place, 0, index);
      const what = await check(target, bytes);
      const hex = Buffer.from(bytes.subarray(0, 64)).toString('hex');
      if (what !== undefined) broken.push({ name: job.name, seed: index, hex, what });
    }
    return broken;
  }
  const corpus = corpusOf(target);
  for (let seed = job.from; seed < job.from + job.runs && broken.length < 5; seed += 1) {
    Atomics.store(place, 0, seed);
    const one = await play(target, corpus, seed);
    if (one !== undefined) broken.push(one);
  }
  return broken;
};

port.on('message', (job: Job) => {
  brokenBy(job).then(
    (broken) => port.postMessage({ broken }),
    (cause: unknown) => port.postMessage({ failed: cause instanceof Error ? cause.stack : String(cause) }),
  );
});

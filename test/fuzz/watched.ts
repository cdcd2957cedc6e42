import { Worker } from 'node:worker_threads';
import type { Broken } from './play.ts';

export interface Job {
  readonly name: string;
  readonly what: 'mutations' | 'bombs';
  readonly from: number;
  readonly runs: number;
}

/** So long may one input take, whatever else the machine does: all of them take milliseconds. */
const patienceMs = 60_000;

/** Heap that every parser has to get by with, in megabytes. The inputs go up to 10 MB. */
const heapMegabytes = 192;

/** Runs fuzzing jobs in a thread that is ended when one input takes for ever, or more memory than there is. */
export const createWatched = () => {
  const place = new Int32Array(new SharedArrayBuffer(4));
  let worker: Worker | undefined;
  const start = (): Worker =>
    new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: place,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });

  const run = (job: Job): Promise<readonly Broken[]> =>
    new Promise((resolve, reject) => {
      const running = (worker ??= start());
      let last = -1;
      let since = Date.now();
      const stop = (): void => {
        clearInterval(watch);
        running.off('message', onDone);
        running.off('error', onError);
      };
      const lost = (what: string): void => {
        stop();
        worker = undefined;
        running.on('error', () => undefined);
        void running.terminate();
        resolve([{ name: job.name, seed: Atomics.load(place, 0), hex: '', what }]);
      };
      const watch = setInterval(() => {
        const now = Atomics.load(place, 0);
        if (now !== last) [last, since] = [now, Date.now()];
        else if (Date.now() - since > patienceMs) lost('it does not come to an end');
      }, 500);
      const onDone = (done: { readonly broken?: readonly Broken[]; readonly failed?: string }): void => {
        stop();
        if (done.broken !== undefined) resolve(done.broken);
        else reject(new Error(done.failed));
      };
      const onError = (cause: unknown): void =>
        lost(`the process ends: ${cause instanceof Error ? cause.message : String(cause)}`);
      running.on('message', onDone);
      running.on('error', onError);
      running.postMessage(job);
    });

  return {
    run,
    close: async (): Promise<void> => {
      await worker?.terminate();
    },
  };
};

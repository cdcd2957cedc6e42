import { expect, test } from 'vitest';
import { gathered } from '#engine/replica/index.ts';
import type { IngestOutcome, ReceivedEntry, ReplicaPort } from '#shared/sync/index.ts';

const entry = (log: string, seq: number): ReceivedEntry => ({ log, header: { seq } }) as unknown as ReceivedEntry;
const head = (seq: number) => ({ seq, hash: new Uint8Array(32) });

/** A replica that only takes entries, and the moment after reading, which comes when asked for. */
const stage = (ingest: (entries: readonly ReceivedEntry[]) => IngestOutcome) => {
  const tasks: (() => void)[] = [];
  const taken: (readonly ReceivedEntry[])[] = [];
  const replica = {
    ingest: (entries: readonly ReceivedEntry[]) => {
      taken.push(entries);
      return ingest(entries);
    },
  } as unknown as ReplicaPort;
  return {
    replica: gathered(replica, (task) => void tasks.push(task)),
    taken,
    later: (): void => {
      for (const task of tasks.splice(0)) task();
    },
  };
};

test('batches that arrive together are taken in together, and each is told of its own entries', async () => {
  const { replica, taken, later } = stage(() => ({
    heads: new Map([
      ['a', head(2)],
      ['b', head(1)],
    ]),
    refused: [{ log: 'b', seq: 2, code: 2, sentence: 'An entry before this one is missing.' }],
  }));
  const first = replica.ingest([entry('a', 1), entry('a', 2)]);
  const second = replica.ingest([entry('b', 1), entry('b', 2)]);
  expect(taken).toEqual([]);
  later();
  expect(await first).toEqual({ heads: new Map([['a', head(2)]]), refused: [] });
  expect(await second).toEqual({
    heads: new Map([['b', head(1)]]),
    refused: [{ log: 'b', seq: 2, code: 2, sentence: 'An entry before this one is missing.' }],
  });
  expect(taken.map((entries) => entries.length)).toEqual([4]);
});

test('what comes later is taken in later', async () => {
  const { replica, taken, later } = stage(() => ({ heads: new Map(), refused: [] }));
  const first = replica.ingest([entry('a', 1)]);
  later();
  await first;
  const second = replica.ingest([entry('a', 2)]);
  later();
  await second;
  expect(taken.map((entries) => entries.length)).toEqual([1, 1]);
});

test('a store that fails fails every batch that it was given', async () => {
  const { replica, later } = stage(() => {
    throw new Error('The disk is full.');
  });
  const calls = [replica.ingest([entry('a', 1)]), replica.ingest([entry('b', 1)])];
  later();
  for (const call of calls) await expect(call).rejects.toThrow('The disk is full.');
});

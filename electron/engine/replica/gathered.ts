import type { IngestOutcome, LogKey, ReceivedEntry, ReplicaPort } from '#shared/sync/index.ts';

interface Call {
  readonly entries: readonly ReceivedEntry[];
  readonly done: (outcome: IngestOutcome) => void;
  readonly failed: (cause: unknown) => void;
}

const placeOf = ({ log, seq }: { readonly log: LogKey; readonly seq: number }): string => `${log} ${seq}`;

/** What of a common outcome is about the entries of one call. */
const shareOf = ({ heads, refused }: IngestOutcome, entries: readonly ReceivedEntry[]): IngestOutcome => {
  const logs = new Set(entries.map(({ log }) => log));
  const places = new Set(entries.map(({ log, header }) => placeOf({ log, seq: header.seq })));
  return {
    heads: new Map([...heads].filter(([log]) => logs.has(log))),
    refused: refused.length === 0 ? refused : refused.filter((one) => places.has(placeOf(one))),
  };
};

/**
 * The same replica, where batches that arrive together are taken in together: one transaction and one commit, and each
 * record that several of them are about is proven and stored once. `soon` runs a task after what has arrived by now was
 * handed over; whoever waits for a batch is answered when all of them are durable.
 */
export const gathered = (replica: ReplicaPort, soon: (task: () => void) => void): ReplicaPort => {
  let calls: Call[] = [];

  const takeAll = async (): Promise<void> => {
    const together = calls;
    calls = [];
    try {
      const outcome = await replica.ingest(together.flatMap(({ entries }) => entries));
      for (const { entries, done } of together) done(together.length === 1 ? outcome : shareOf(outcome, entries));
    } catch (cause) {
      for (const { failed } of together) failed(cause);
    }
  };

  return {
    ...replica,
    ingest: (entries) =>
      new Promise((done, failed) => {
        calls.push({ entries, done, failed });
        if (calls.length === 1) soon(() => void takeAll());
      }),
  };
};

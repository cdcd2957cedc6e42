import { checkWire, type ReplicaPort } from '#shared/sync/index.ts';
import { hash } from '#engine/crypto/index.ts';
import { createMemoryReplica } from '#test/support/sync/memory-replica.ts';
import type { Dice } from './dice.ts';

export const moods = ['honest', 'withholding', 'dropping'] as const;
export type Mood = (typeof moods)[number];

/**
 * A relay that may misbehave: it withholds what it has, says that it stored what it drops, and loses the ends of logs.
 * It cannot read anything, so that is all it can do.
 */
export const createSimRelay = (dice: Dice) => {
  const held = createMemoryReplica();
  let mood: Mood = 'honest';
  const replica: ReplicaPort = {
    ...held,
    read: (wants, limits) => (mood === 'withholding' && dice.once(2) ? [] : held.read(wants, limits)),
    ingest: async (entries) => {
      if (mood !== 'dropping' || !dice.once(2)) return held.ingest(entries);
      const heads = new Map(await held.vector());
      for (const { log, header, wire } of entries) {
        const checked = checkWire(wire, hash);
        if (checked.ok) heads.set(log, { seq: header.seq, hash: checked.value.hash });
      }
      return { heads, refused: [] };
    },
  };
  return {
    replica,
    setMood: (next: Mood): void => {
      mood = next;
    },
    /** Restored from an old backup: the end of one log is gone. */
    rollBack: async (): Promise<void> => {
      const [log, head] = dice.of([...(await held.vector())]) ?? [];
      if (log !== undefined && head !== undefined) held.cut(log, dice.below(head.seq));
    },
    /** Everything it holds, as bytes. */
    bytes: async (): Promise<Buffer> => {
      const vector = await held.vector();
      const wants = [...vector].map(([log, head]) => ({ log, from: 1, to: head.seq }));
      const all = await held.read(wants, { maxBytes: Number.MAX_SAFE_INTEGER, maxEntries: Number.MAX_SAFE_INTEGER });
      const objects = await held.objects.list();
      const blobs = await Promise.all(objects.map(async ({ id }) => (await held.objects.get(id))?.bytes));
      return Buffer.concat([...all.map((entry) => entry.bytes), ...blobs.filter((bytes) => bytes != null)]);
    },
  };
};

export type SimRelay = ReturnType<typeof createSimRelay>;

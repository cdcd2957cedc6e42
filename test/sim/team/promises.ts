import { toText } from '#shared/std/index.ts';
import type { Device } from './device.ts';

/** A text that only these people may ever read, and the marker in it. */
export interface Secret {
  readonly marker: string;
  readonly readers: readonly string[];
  /** Person who wrote it. */
  readonly by: string;
}

/** Texts, by their numbers, that a person or a machine must never read: their author knew that these were out. */
export interface Hidden {
  readonly texts: readonly number[];
  readonly from: ReadonlySet<string>;
}

/** Everybody whom this machine knows to be out of the team. */
export const outOf = (device: Device): ReadonlySet<string> => {
  const members = device.ledger().graph.now();
  const people = [...members.people.values()].filter(({ state }) => state === 'removed').map((one) => one.personId);
  const machines = [...members.devices.values()].filter(({ state }) => state === 'revoked').map((one) => one.deviceId);
  return new Set([...people, ...machines]);
};

/** The end of a log that its owner was told is safe. */
export interface Acknowledged {
  readonly log: Uint8Array;
  readonly seq: number;
  readonly hash: string;
}

/**
 * What the engine has acknowledged and therefore must never lose or show to others: entries by their place, progress
 * updates by their value, private texts by their readers.
 */
export const createPromises = () => {
  /** By log: the chain makes the last entry stand for all before it. */
  const heads = new Map<string, Acknowledged & { readonly by: string }>();
  const updates = new Map<string, { readonly value: number; readonly by: string; readonly recordId: string }>();
  const secrets: Secret[] = [];
  /** Markers of private texts that were on machines which are gone, and on no other. */
  const lostSecrets = new Set<string>();
  const hidden: Hidden[] = [];
  const outcomes = new Map<string, number>();
  return {
    heads,
    updates,
    secrets,
    lostSecrets,
    hidden,
    outcomes,
    /** After a command came back with success: the ends of this device's own logs are promised. */
    acknowledge: (device: Device): void => {
      const ledger = device.ledger();
      for (const log of ledger.logKeys.ids()) {
        const row = ledger.entries.log(log);
        if (row === undefined) continue;
        heads.set(toText(log), { log, seq: row.head_seq, hash: toText(row.head_hash), by: device.name });
      }
    },
    count: (what: string): void => void outcomes.set(what, (outcomes.get(what) ?? 0) + 1),
  };
};

export type Promises = ReturnType<typeof createPromises>;

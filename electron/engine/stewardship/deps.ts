import type { SyncObject } from '#shared/sync/index.ts';
import type { Clock, Log, Random, Timers } from '#shared/std/index.ts';
import type { Ledger } from '../ledger/index.ts';

/** What a device needs to look after its team by itself. */
export interface StewardDeps {
  readonly ledger: Ledger;
  readonly objects: {
    readonly get: (id: Uint8Array) => { readonly version: number; readonly bytes: Uint8Array | null } | undefined;
  };
  readonly putObject: (object: SyncObject) => boolean;
  /** Grants from the team root to this device, root first. */
  readonly grants: () => readonly Uint8Array[];
  /** Shuts a key out of the relays that are connected now; others hear of it with the next proof. */
  readonly revokeKey: (key: Uint8Array) => void;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
}

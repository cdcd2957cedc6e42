import type { Result } from '#shared/std/index.ts';
import type { Clock, Log, Random, Timers } from '#shared/std/index.ts';
import type { EngineApi, ProtocolError } from '#shared/protocol/index.ts';
import type { Db, LocalTables } from '../store/index.ts';
import type { Vault } from '../vault/index.ts';
import type { ProfileSecrets } from '../keys/index.ts';
import type { PairingDesk } from './devices/desk.ts';
import type { Integrity } from './integrity.ts';
import type { Live } from './live.ts';

/** What commands work on: one profile with, at most times, one team. */
export interface ProfileState {
  readonly db: Db;
  readonly directory: string;
  readonly vault: Vault;
  readonly local: LocalTables;
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly log: Log;
  /** False keeps relays and the local network out of it. */
  readonly networkOn: boolean;
  readonly live: () => Live | null;
  /** Makes a team's ledger this profile's own, or takes it away. */
  readonly setLive: (live: Live | null) => void;
  /** True while a join or the making of the sample team is under way. */
  readonly isJoining: () => boolean;
  /** What is waited for while joining, as a sentence. */
  readonly setJoining: (sentence: string | null) => void;
  /** Creates the ledger and network for secrets; `stored` says whether the secrets are kept in the vault. */
  readonly revive: (secrets: ProfileSecrets, stored: () => boolean) => Live;
  /** Lets other work of the process have its turn. */
  readonly breathe: () => Promise<void>;
  /** An empty store in memory with all tables, for verify and the sample team. */
  readonly emptyStore: () => Db;
  readonly integrity: Integrity;
  readonly read: EngineApi['read'];
  /** Something that belongs to this device only has changed. */
  readonly touchLocal: () => void;
  /** After a draft was saved here. */
  readonly touchDrafts: () => void;
  readonly touchAll: () => void;
  readonly pairing: PairingDesk;
  /** A draft or a device's name was saved here: the person's other devices should have it. */
  readonly shareNotes: () => void;
}

export type Handled<T> = Result<T, ProtocolError> | Promise<Result<T, ProtocolError>>;

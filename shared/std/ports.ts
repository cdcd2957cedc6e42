/** Source of the current time. A port, because simulations and tests own the clock. */
export interface Clock {
  /** Milliseconds since the Unix epoch, as this device believes them to be. */
  readonly now: () => number;
}

/** Source of random bytes. Outside tests it is libsodium's generator. */
export interface Random {
  readonly bytes: (length: number) => Uint8Array;
}

/** One-shot timers, so that backoff and batching can be simulated. */
export interface Timers {
  /** Runs `task` once after `ms` milliseconds; the returned function cancels it. */
  readonly after: (ms: number, task: () => void) => () => void;
}

/** Where diagnostics go. Messages never contain what people wrote, nor keys. */
export interface Log {
  readonly info: (message: string, detail?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (message: string, detail?: Readonly<Record<string, unknown>>) => void;
}

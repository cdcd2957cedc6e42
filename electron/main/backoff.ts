/** Milliseconds before the next start after `failures` in a row: 250 ms, doubling, at most 30 s. */
export const restartDelay = (failures: number): number => Math.min(250 * 2 ** Math.max(0, failures - 1), 30_000);

/** An engine that ran this long was healthy; what ends it then is a new failure, not one more of the same. */
export const healthyAfter = 60_000;

/**
 * What a device's clock said at the times it looked, oldest first. What is past its time is erased for everybody and for
 * good, and a clock that is ahead for a moment makes everything look past its time. So none of its readings counts by
 * itself, only what all of the last ones agree on.
 */
export type Looks = readonly number[];

/** Looks that have to agree. They are an hour of running apart: about a day of a clock that nobody puts right. */
export const looksNeeded = 24;

/** Remembers what the clock says now, and forgets what is no longer needed. */
export const addLook = (looks: Looks, at: number): Looks => [...looks, at].slice(-looksNeeded);

/** The time that has surely come, as far as this device can know; null before it has looked often enough. */
export const sureTime = (looks: Looks): number | null => (looks.length < looksNeeded ? null : Math.min(...looks));

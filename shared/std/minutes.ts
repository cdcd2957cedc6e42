import type { Clock, Timers } from './ports.ts';

const minuteMs = 60_000;
/**
 * How often the clock is looked at, in milliseconds. Timers stand still while a machine sleeps and know nothing of a
 * clock that is set: after either, nobody sees yesterday's time for longer than this.
 */
export const lookMs = 5_000;

export interface Minutes {
  /** Looks at the clock at once: for a window that comes to the front. */
  readonly look: () => void;
  readonly stop: () => void;
}

/** Calls `onMinute` with the time at every full minute, and soon after the clock jumped, forward or back. */
export const watchMinutes = (ports: {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly onMinute: (now: number) => void;
}): Minutes => {
  const { clock, timers, onMinute } = ports;
  const minuteOf = (at: number): number => Math.floor(at / minuteMs);
  let seen = minuteOf(clock.now());
  let stopped = false;
  let cancel: () => void = () => undefined;
  const look = (): void => {
    if (stopped) return;
    const now = clock.now();
    if (minuteOf(now) === seen) return;
    seen = minuteOf(now);
    onMinute(now);
  };
  const plan = (): void => {
    cancel = timers.after(Math.min(lookMs, minuteMs - (clock.now() % minuteMs)), () => {
      look();
      if (!stopped) plan();
    });
  };
  plan();
  return {
    look,
    stop: () => {
      stopped = true;
      cancel();
    },
  };
};

import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Clock, Timers } from '#shared/std/index.ts';

const minuteMs = 60_000;

/** A store that holds the time and changes at every full minute while it runs. */
export interface Minute {
  readonly store: StoreApi<number>;
  readonly start: () => () => void;
}

export const createMinute = (clock: Clock, timers: Timers): Minute => {
  const store = createStore<number>()(() => clock.now());
  let cancel: (() => void) | undefined;
  const plan = (): void => {
    const now = clock.now();
    cancel = timers.after(minuteMs - (now % minuteMs), () => {
      store.setState(clock.now(), true);
      plan();
    });
  };
  return {
    store,
    start: () => {
      store.setState(clock.now(), true);
      plan();
      return () => cancel?.();
    },
  };
};

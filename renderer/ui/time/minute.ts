import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { watchMinutes } from '#shared/std/index.ts';
import type { Clock, Timers } from '#shared/std/index.ts';

/**
 * The one clock of a window: a store that holds the time and changes at every full minute while it runs. Whatever the
 * interface says of time is computed from it, so that no screen shows yesterday after midnight or after a sleep.
 */
export interface Minute {
  readonly store: StoreApi<number>;
  /** Runs until the returned function is called; given a page, it looks again when the page comes to the front. */
  readonly start: (page?: Pick<Document, 'addEventListener' | 'removeEventListener'>) => () => void;
}

export const createMinute = (clock: Clock, timers: Timers): Minute => {
  const store = createStore<number>()(() => clock.now());
  return {
    store,
    start: (page) => {
      store.setState(clock.now(), true);
      const minutes = watchMinutes({ clock, timers, onMinute: (now) => store.setState(now, true) });
      page?.addEventListener('visibilitychange', minutes.look);
      return () => {
        page?.removeEventListener('visibilitychange', minutes.look);
        minutes.stop();
      };
    },
  };
};

import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Clock, Timers } from '#shared/std/index.ts';
import type { ActRegistry, KeyRegistry } from './keys/index.ts';
import { createMinute } from './time/minute.ts';
import type { Minute } from './time/minute.ts';
import type { Toasts } from './message/toasts.ts';
import type { SystemNotices } from './notices.ts';

/** What components of the ui need from outside: created once per window by the app, handed down here. */
export interface UiServices {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly keys: KeyRegistry;
  /** What views can do besides. */
  readonly acts: ActRegistry;
  readonly toasts: Toasts;
  /** The system's notifications; null where the window has to say everything itself. */
  readonly notices: SystemNotices | null;
}

const Services = createContext<(UiServices & { readonly minute: Minute }) | null>(null);

export const UiProvider = (props: { readonly services: UiServices; readonly children: ReactNode }) => {
  const [value] = useState(() => ({
    ...props.services,
    minute: createMinute(props.services.clock, props.services.timers),
  }));
  useEffect(() => value.minute.start(document), [value]);
  return <Services value={value}>{props.children}</Services>;
};

export const useUi = (): UiServices => {
  const services = useContext(Services);
  if (services === null) throw new Error('A ui component was rendered outside UiProvider.');
  return services;
};

/** The time now in milliseconds, renewed at every full minute: enough for everything the interface says. */
export const useNow = (): number => {
  const services = useContext(Services);
  if (services === null) throw new Error('useNow was called outside UiProvider.');
  return useStore(services.minute.store);
};

export const useToast = (): Toasts['show'] => useUi().toasts.show;

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Clock } from '#shared/std/index.ts';
import { createText, speak } from '#renderer/i18n/index.ts';
import { windowTimers } from '#renderer/platform/index.ts';
import { createAppState } from '#renderer/state/index.ts';
import type { Connector } from '#renderer/state/index.ts';
import { createActRegistry, createKeyRegistry, createToasts, storedLanguage } from '#renderer/ui/index.ts';
import type { SystemNotices } from '#renderer/ui/index.ts';
import { App } from './app.tsx';

export interface MountDeps {
  readonly page: Window;
  readonly element: Element;
  readonly connector: Connector;
  readonly clock: Clock;
  /** Left out where there are none. */
  readonly notices?: SystemNotices | null;
}

/** Builds a window's services and renders the app into an element. Tests mount it with a client of their own. */
export const mount = (deps: MountDeps): void => {
  const timers = windowTimers(deps.page);
  const state = createAppState({ connector: deps.connector, timers, freshId: () => crypto.randomUUID() });
  const services = {
    clock: deps.clock,
    timers,
    keys: createKeyRegistry({ timers }),
    acts: createActRegistry(),
    toasts: createToasts(),
    notices: deps.notices ?? null,
  };
  const text = createText();
  const show = (): void => {
    createRoot(deps.element).render(
      <StrictMode>
        <App state={state} services={services} text={text} />
      </StrictMode>,
    );
  };
  // The first frame is in the right language already; should its catalogue not load, English is better than nothing.
  speak(text, storedLanguage(deps.page.navigator.languages)).then(show, show);
};

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startBrowserHost } from '#engine/hosts/browser/index.ts';
import { openProfile } from '#engine/index.ts';
import { connectMeridian } from '#engine/client/index.ts';
import { secretName, type EngineClient } from '#shared/protocol/index.ts';
import type { Clock, Log, Timers } from '#shared/std/index.ts';
import type { Page } from 'playwright-core';

/** A profile with a window on it whose clocks a test sets: engine and page together, as one machine's. */
export interface HeldOpen {
  readonly client: EngineClient;
  readonly entrance: string;
  readonly now: () => number;
  /** Gives the page the machine's clock; before it is loaded. */
  readonly dress: (page: Page) => Promise<void>;
  /** The clocks jump and no timer fires by itself: a lid that was shut and is opened again. */
  readonly wakeAt: (page: Page, at: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const silent: Log = { info: () => undefined, warn: () => undefined };
const timers: Timers = {
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * The browser host with a clock of the test's. It is put together here and not in the product, whose hosts know this
 * machine's clock alone: a switch for another one would let anybody who can set it backdate what they sign.
 */
export const holdOpen = async (directory: string, start: number): Promise<HeldOpen> => {
  let ahead = start - Date.now();
  const clock: Clock = { now: () => Date.now() + ahead };
  const opened = await openProfile({
    directory,
    clock,
    random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
    timers,
    log: silent,
    network: false,
  });
  if (!opened.ok) throw new Error(opened.error.sentence);
  const { engine, close } = opened.value;
  const host = await startBrowserHost({
    engine,
    contentDirectory: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
    port: 0,
    otherPortIfTaken: true,
    timers,
    log: silent,
  });
  if (!host.ok) throw new Error(host.error.sentence);
  const { url, token } = host.value;
  const client = await connectMeridian({ url, token });
  return {
    client,
    entrance: `${url}#${secretName}=${token}`,
    now: clock.now,
    dress: async (page) => {
      await page.addInitScript(pageClock, ahead);
    },
    wakeAt: async (page, at) => {
      ahead = at - Date.now();
      await page.evaluate(setPageClock, ahead);
    },
    close: async () => {
      client.close();
      await host.value.close();
      await close();
    },
  };
};

// These two run in the page. Its timers go on as they are: they know nothing of clocks, asleep or awake.
const pageClock = (ahead: number): void => {
  const real = Date;
  const held = { ahead };
  Object.assign(globalThis, { heldClock: held });
  globalThis.Date = new Proxy(real, {
    construct: (target, args: unknown[]) =>
      args.length === 0 ? new target(target.now() + held.ahead) : (Reflect.construct(target, args) as Date),
    get: (target, key) => (key === 'now' ? () => target.now() + held.ahead : (Reflect.get(target, key) as unknown)),
  });
};
const setPageClock = (ahead: number): void => {
  const held = (globalThis as unknown as { readonly heldClock: { ahead: number } }).heldClock;
  held.ahead = ahead;
};

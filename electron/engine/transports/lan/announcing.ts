import { toText } from '#shared/std/index.ts';
import type { Random, Timers } from '#shared/std/index.ts';
import { hash } from '../../crypto/index.ts';
import type { Discovery, FoundService } from './discovery.ts';

const rotateMs = 30 * 60_000;

/** What members of a team recognise a random name by; nothing to anybody else (S63). */
export const lanTag = (lanKey: Uint8Array, name: string): string =>
  toText(hash('lan-tag', lanKey, new TextEncoder().encode(name)).subarray(0, 12));

export interface Announcing {
  readonly close: () => void;
}

interface Options {
  readonly discovery: Discovery;
  readonly lanKey: Uint8Array;
  readonly port: number;
  readonly timers: Timers;
  readonly random: Random;
  /** A service of this team, not of this device. */
  readonly onFound: (service: FoundService) => void;
  readonly onLost: (name: string) => void;
}

/** Announces this device under a random name that changes every half hour, and finds others of the team. */
export const startAnnouncing = ({ discovery, lanKey, port, timers, random, onFound, onLost }: Options): Announcing => {
  const own = new Set<string>();
  let stopAnnouncing: () => void = () => undefined;
  let cancel: () => void = () => undefined;

  const announce = (): void => {
    stopAnnouncing();
    const name = toText(random.bytes(12));
    own.add(name);
    stopAnnouncing = discovery.announce({ name, tag: lanTag(lanKey, name), port });
    cancel = timers.after(rotateMs, announce);
  };
  announce();
  const stopBrowsing = discovery.browse((service) => {
    if (own.has(service.name) || service.tag !== lanTag(lanKey, service.name)) return;
    onFound(service);
  }, onLost);

  return {
    close: () => {
      cancel();
      stopBrowsing();
      stopAnnouncing();
    },
  };
};

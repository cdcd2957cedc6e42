import type { EventEmitter } from 'node:events';
import bonjour from 'bonjour-service';
import type { Service } from 'bonjour-service';
import type { Log } from '#shared/std/index.ts';
import type { Discovery, FoundService } from './discovery.ts';

const type = 'meridian';

const tagOf = (service: Service): string => {
  const txt: unknown = service.txt;
  const tag: unknown = txt && typeof txt === 'object' && 't' in txt ? txt.t : undefined;
  return typeof tag === 'string' ? tag : '';
};

const foundOf = (service: Service): FoundService => {
  const sender = service.referer?.address;
  const addresses = [...(sender === undefined ? [] : [sender]), ...(service.addresses ?? [])];
  // Link-local IPv6 needs an interface that the answer does not name.
  const usable = addresses.filter((address) => !address.toLowerCase().startsWith('fe80:'));
  return { name: service.name, tag: tagOf(service), port: service.port, addresses: [...new Set(usable)] };
};

/** mDNS / DNS-SD. Announces random names only: no host name, no person, no team (S63). */
export const createMdnsDiscovery = (log: Log): Discovery => {
  const warn = (cause: unknown): void =>
    log.warn('local discovery does not work', { reason: cause instanceof Error ? cause.message : String(cause) });
  const service = new bonjour({}, warn);
  // The library leaves socket errors (no multicast, port taken) to an emitter it does not type; unheard they would end the process.
  const { mdns } = (service as unknown as { readonly server: { readonly mdns: EventEmitter } }).server;
  mdns.on('error', warn);
  return {
    announce: ({ name, tag, port }) => {
      const announced = service.publish({ name, type, port, txt: { t: tag }, host: `${name}.local`, probe: false });
      announced.on('error', warn);
      return () => {
        // Typed as any function by the library; it takes an optional callback.
        (announced.stop as (done?: () => void) => void)();
      };
    },
    browse: (found, lost) => {
      const browser = service.find({ type });
      browser.on('up', (one) => found(foundOf(one)));
      browser.on('down', (one) => lost(one.name));
      return () => browser.stop();
    },
    close: () => {
      service.unpublishAll(() => service.destroy());
    },
  };
};

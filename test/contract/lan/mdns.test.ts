import { createSocket } from 'node:dgram';
import { expect, test } from 'vitest';
import { createMdnsDiscovery } from '#engine/transports/index.ts';
import type { FoundService } from '#engine/transports/index.ts';
import { quietLog, until } from '#test/support/sync/real-ports.ts';

/** Whether multicast comes back to this machine at all: containers and locked-down networks often swallow it. */
const multicastWorks = (): Promise<boolean> =>
  new Promise((resolve) => {
    const group = '239.255.77.77';
    const socket = createSocket({ type: 'udp4', reuseAddr: true });
    const end = (works: boolean): void => {
      clearTimeout(timer);
      socket.close();
      resolve(works);
    };
    const timer = setTimeout(() => end(false), 1000);
    socket.on('error', () => end(false));
    socket.on('message', () => end(true));
    socket.bind(0, () => {
      try {
        socket.addMembership(group);
        socket.setMulticastLoopback(true);
        socket.send('?', socket.address().port, group);
      } catch {
        end(false);
      }
    });
  });

test('S63: real mDNS finds an announced device under its random name and tag only, and hears when it leaves', async (context) => {
  // Not ours to mend: without multicast nothing can be found. Shown as skipped; discovery itself is tested over a stand-in.
  context.skip(!(await multicastWorks()), 'this network swallows multicast');
  const [announcer, listener] = [createMdnsDiscovery(quietLog), createMdnsDiscovery(quietLog)];
  const found: FoundService[] = [];
  const lost: string[] = [];
  const name = `test-${process.pid}`;
  listener.browse(
    (service) => found.push(service),
    (one) => lost.push(one),
  );
  const stop = announcer.announce({ name, tag: 'tag-of-test', port: 41_234 });
  await until(() => found.some((service) => service.name === name));
  const service = found.find((one) => one.name === name);
  expect(service).toMatchObject({ tag: 'tag-of-test', port: 41_234 });
  expect(service?.addresses.length).toBeGreaterThan(0);
  stop();
  await until(() => lost.includes(name));
  announcer.close();
  listener.close();
});

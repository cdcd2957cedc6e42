import { err, ok } from '#shared/std/index.ts';
import type { Result, Timers } from '#shared/std/index.ts';
import { decodeControl, encodeControl, protocolVersion } from '#shared/sync/index.ts';
import type { Channel } from '#shared/sync/index.ts';
import { dialWebSocket } from './ws-channel.ts';

const patienceMs = 15_000;

/**
 * Asks a relay for what lies under an id, without being anybody (S59). The error says why there was no answer; an empty
 * list means that the relay has nothing there.
 *
 * @param url from `readRelayUrl`
 */
export const fetchObjects = (
  url: string,
  id: Uint8Array,
  timers: Timers,
  dial: (url: string) => Channel = (address) => dialWebSocket(address, timers),
): Promise<Result<readonly Uint8Array[], string>> =>
  new Promise((resolve) => {
    const channel = dial(url);
    let over = false;
    const finish = (result: Result<readonly Uint8Array[], string>): void => {
      if (over) return;
      over = true;
      cancel();
      channel.close('The device has its answer.');
      resolve(result);
    };
    const cancel = timers.after(patienceMs, () => finish(err('The relay did not answer in time.')));
    channel.onMessage((bytes) => {
      const frame = decodeControl(bytes);
      if (!frame.ok) return finish(err('What answers at this address is not a Meridian relay.'));
      if (frame.value.type === 'found') return finish(ok(frame.value.objects));
      if (frame.value.type === 'refuse') return finish(err(frame.value.sentence));
      if (frame.value.type !== 'challenge') return finish(err('The relay does not follow the protocol.'));
      if (frame.value.version !== protocolVersion)
        return finish(err('The relay speaks another version of the protocol. One of the two must be updated.'));
      channel.send(encodeControl({ type: 'fetch', id }));
    });
    channel.onClose((sentence) => finish(err(sentence)));
  });

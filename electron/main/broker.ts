import type { IpcMain, MessageChannelMain, WebContents } from 'electron';
import { desktopChannels } from '#shared/protocol/index.ts';
import type { Log } from '#shared/std/index.ts';
import { isOurPage } from './sender.ts';
import type { Supervisor } from './supervisor.ts';

export interface BrokerPorts {
  readonly ipc: Pick<IpcMain, 'on'>;
  readonly supervisor: Pick<Supervisor, 'whenReady'>;
  readonly createChannel: () => MessageChannelMain;
  readonly log: Log;
}

/**
 * Gives pages their port to the engine. Main makes the two ends, sends one each way and keeps neither, so nothing a
 * person writes passes through this process.
 */
export const startBroker = ({ ipc, supervisor, createChannel, log }: BrokerPorts): void => {
  /** Pages that wait for an engine; asking twice does not bring two ports. */
  const asking = new Set<WebContents>();

  ipc.on(desktopChannels.connect, (event) => {
    if (!isOurPage(event.senderFrame)) {
      log.warn('A frame that is not ours asked for the engine and was not answered');
      return;
    }
    const page = event.sender;
    if (asking.has(page)) return;
    asking.add(page);
    supervisor.whenReady((engine) => {
      asking.delete(page);
      if (page.isDestroyed()) return;
      const { port1, port2 } = createChannel();
      engine.post({ type: 'window' }, [port1]);
      page.postMessage(desktopChannels.port, null, [port2]);
    });
  });
};

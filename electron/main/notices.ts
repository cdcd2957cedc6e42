import type { BrowserWindow, IpcMain, Notification, NotificationConstructorOptions, WebContents } from 'electron';
import { desktopChannels, readNotice } from '#shared/protocol/index.ts';
import type { Log } from '#shared/std/index.ts';
import { isOurPage } from './sender.ts';

export interface NoticePorts {
  readonly ipc: Pick<IpcMain, 'on'>;
  readonly isSupported: () => boolean;
  readonly create: (options: NotificationConstructorOptions) => Pick<Notification, 'on' | 'show' | 'close'>;
  readonly windowOf: (page: WebContents) => Pick<BrowserWindow, 'isMinimized' | 'restore' | 'focus'> | null;
  readonly log: Log;
}

/** More than this at once is a fault: a page says at most a digest and a few things besides. */
const mostShown = 8;

/**
 * Shows what our page asks for as notifications of the system. A click brings the window to the front and tells the page
 * where to go. Nothing of it is kept: the words go to the system and no further.
 */
export const startNotices = ({ ipc, isSupported, create, windowOf, log }: NoticePorts): void => {
  // Electron lets go of a notification that nobody refers to, and its click with it.
  const shown = new Set<Pick<Notification, 'on' | 'show' | 'close'>>();

  ipc.on(desktopChannels.notify, (event, asked: unknown) => {
    if (!isOurPage(event.senderFrame)) {
      log.warn('A frame that is not ours asked for a notification and was not heard');
      return;
    }
    const notice = readNotice(asked);
    if (notice === null) {
      log.warn('A page asked for a notification that is none');
      return;
    }
    if (!isSupported()) return;
    const page = event.sender;
    const [oldest] = shown;
    if (shown.size >= mostShown && oldest !== undefined) {
      shown.delete(oldest);
      oldest.close();
    }
    const notification = create({ title: notice.title, body: notice.body });
    shown.add(notification);
    notification.on('close', () => shown.delete(notification));
    notification.on('click', () => {
      shown.delete(notification);
      if (page.isDestroyed()) return;
      const window = windowOf(page);
      if (window?.isMinimized() === true) window.restore();
      window?.focus();
      page.send(desktopChannels.open, notice.address);
    });
    notification.show();
  });
};

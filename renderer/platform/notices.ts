import { desktopNotice, desktopOpening } from '#shared/protocol/index.ts';
import type { SystemNotices } from '#renderer/ui/index.ts';
import { bridgeOf } from './desktop.ts';

/** The system's notifications where this window is Electron's; null in a browser, which shows reminders inside. */
export const systemNotices = (page: Window): SystemNotices | null => {
  const bridge = bridgeOf(page);
  if (bridge === undefined) return null;
  return {
    show: (notice) => bridge.notify(desktopNotice(notice)),
    onOpen: (listener) => {
      const heard = (event: MessageEvent<unknown>): void => {
        const opening = event.source === page ? desktopOpening(event.data) : null;
        if (opening !== null) listener(opening);
      };
      page.addEventListener('message', heard);
      return () => page.removeEventListener('message', heard);
    },
  };
};

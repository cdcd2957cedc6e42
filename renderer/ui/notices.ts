import type { DesktopNotice } from '#shared/protocol/index.ts';

/** Notifications of the system; windows in a browser have none and say it themselves. */
export interface SystemNotices {
  readonly show: (notice: DesktopNotice) => void;
  /** Calls with the address of a notice that was clicked, until the returned function is called. */
  readonly onOpen: (listener: (address: string) => void) => () => void;
}

import { pageMessages } from './desktop-channels.ts';

/** What a page asks main to say by the system's notifications. The words stay on this machine. */
export interface DesktopNotice {
  readonly title: string;
  readonly body: string;
  readonly address: string;
}

/** Longer words are cut: systems show two or three lines of them. */
export const noticeLimits = { title: 120, body: 300, address: 200 } as const;

/** Addresses of places within the app, nothing else. */
const address = /^\/[a-z-]+(\/[A-Za-z0-9_-]+)*$/u;

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;

/** A notice as it may cross to main: what a page says too much is cut. */
export const desktopNotice = (notice: DesktopNotice): DesktopNotice => ({
  title: notice.title.slice(0, noticeLimits.title),
  body: notice.body.slice(0, noticeLimits.body),
  address: notice.address,
});

/** What main takes from a page; null for anything else. */
export const readNotice = (value: unknown): DesktopNotice | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { title, body, address: to } = value as Partial<Record<string, unknown>>;
  if (!isText(title, noticeLimits.title) || title === '' || !isText(body, noticeLimits.body)) return null;
  if (!isText(to, noticeLimits.address) || !address.test(to)) return null;
  return { title, body, address: to };
};

/** The address in a page message that says where to go; null for any other message. */
export const desktopOpening = (data: unknown): string | null => {
  if (typeof data !== 'object' || data === null) return null;
  const { type, address: to } = data as Partial<Record<string, unknown>>;
  return type === pageMessages.open && isText(to, noticeLimits.address) && address.test(to) ? to : null;
};

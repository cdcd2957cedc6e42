import { appOrigin } from './origin.ts';

/** What of a message's sender decides whether it is heard. */
export interface SenderFrame {
  readonly origin: string;
  readonly parent: unknown;
}

/** Whether a message came from the top frame of our own page: not from a frame in it, nor from a page gone meanwhile. */
export const isOurPage = (frame: SenderFrame | null): boolean =>
  frame !== null && frame.parent === null && frame.origin === appOrigin;

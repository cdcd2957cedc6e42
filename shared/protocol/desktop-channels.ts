// What Electron's three processes say to each other besides the protocol itself. The page never sees any of this but
// `pageMessages`: it gets a port, and speaks the protocol over it as over any other.

/**
 * Channels between a page's preload and main. There are no others. The words of a reminder are all of the team's data
 * that main ever sees, because the system's notifications are its to show.
 */
export const desktopChannels = {
  /** Page to main: asks for a port to the engine. */
  connect: 'meridian:connect',
  /** Main to page: brings the port. */
  port: 'meridian:port',
  /** Main to page: the engine ended; the ports it gave are dead even if they have not noticed. */
  down: 'meridian:down',
  /** Page to main: says something by the system's notifications. */
  notify: 'meridian:notify',
  /** Main to page: a notification was clicked; carries the place to go to. */
  open: 'meridian:open',
} as const;

/** What the preload posts to its own page. */
export const pageMessages = { port: 'meridian:port', down: 'meridian:down', open: 'meridian:open' } as const;

/** What the preload posts to its page when a notification was clicked. */
export const openingMessage = (to: unknown): { readonly type: string; readonly address: unknown } => ({
  type: pageMessages.open,
  address: to,
});

/** Name of what the preload puts on the page's `window`. */
export const desktopGlobal = 'meridianDesktop';

// The few calls of Electron's that an engine process sees, described here because the engine imports no Electron. All
// of them are there at run time: `process.parentPort` exists in a utility process and nowhere else.

export interface MessageEvent {
  readonly data: unknown;
  readonly ports: readonly MainPort[];
}

/** Electron's MessagePortMain. Messages wait inside it until `start`. */
export interface MainPort {
  readonly on: (event: 'message' | 'close', listener: (event: MessageEvent) => void) => unknown;
  readonly postMessage: (message: unknown) => void;
  readonly start: () => void;
  readonly close: () => void;
}

export interface ParentPort {
  readonly on: (event: 'message', listener: (event: MessageEvent) => void) => unknown;
  readonly postMessage: (message: unknown) => void;
}

/** The line to Electron's main process; undefined in any other process. */
export const parentPortOf = (node: object): ParentPort | undefined =>
  (node as { readonly parentPort?: ParentPort }).parentPort;

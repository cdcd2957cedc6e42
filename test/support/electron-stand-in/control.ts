// The line between the stand-in and the test that started it.

export type Report =
  | { readonly event: 'window'; readonly debugPort: number; readonly preferences: unknown }
  | { readonly event: 'dialog'; readonly kind: 'error' | 'message'; readonly text: string }
  | { readonly event: 'opened'; readonly url: string }
  | { readonly event: 'engine'; readonly pid: number; readonly environment: readonly string[] }
  | { readonly event: 'blocked'; readonly url: string }
  | { readonly event: 'focus' }
  | { readonly event: 'notification'; readonly id: number; readonly title: string; readonly body: string }
  | { readonly event: 'answer'; readonly id: number; readonly value: unknown };

export type Request =
  | { readonly call: 'permission'; readonly id: number; readonly permission: string; readonly url: string }
  | { readonly call: 'second-instance' }
  | { readonly call: 'click-notification'; readonly notification: number }
  | { readonly call: 'quit' };

export const isReport = (message: unknown): message is Report =>
  typeof message === 'object' && message !== null && 'event' in message;

export const report = (message: Report): void => {
  process.send?.(message);
};

export const onRequest = (listener: (request: Request) => void): void => {
  process.on('message', (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'call' in message) listener(message as Request);
  });
};

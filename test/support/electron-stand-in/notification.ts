// Notifications of the system: reported to the test, which may click them.
import { EventEmitter } from 'node:events';
import { onRequest, report } from './control.ts';
import { afterReady } from './readiness.ts';
import { strict } from './strict.ts';

const shown = new Map<number, EventEmitter>();

interface Options {
  readonly title: string;
  readonly body: string;
}

class Shown extends EventEmitter {
  readonly options: Options;

  constructor(options: Options) {
    super();
    if (typeof options.title !== 'string' || typeof options.body !== 'string')
      throw new TypeError('A notification takes a title and a body');
    this.options = options;
  }

  show(): void {
    const id = shown.size + 1;
    shown.set(id, this);
    report({ event: 'notification', id, ...this.options });
  }

  close(): void {
    this.emit('close', {});
  }
}

export const Notification = strict(
  'Notification',
  Object.assign(
    function (options: Options) {
      afterReady('A notification was made');
      return strict('notification', new Shown(options));
    },
    { isSupported: () => true },
  ),
);

onRequest((request) => {
  if (request.call === 'click-notification') shown.get(request.notification)?.emit('click', {});
});

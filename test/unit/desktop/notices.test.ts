import type { IpcMain, IpcMainEvent, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { desktopNotice, desktopOpening, openingMessage, readNotice } from '#shared/protocol/index.ts';
import { startNotices } from '../../../electron/main/notices.ts';

const ours = { origin: 'app://meridian', parent: null };
const notice = { title: 'Haruto waits for you', body: 'Haruto cannot go on', address: '/check-in/abc' };

const setUp = () => {
  const shown: { readonly title: string | undefined; readonly click: () => void; closed: boolean }[] = [];
  const acts: unknown[] = [];
  let listener = (_event: IpcMainEvent, _asked: unknown): void => {};
  const ipc: Pick<IpcMain, 'on'> = {
    on: (_channel, heard) => {
      listener = heard;
      return ipc as IpcMain;
    },
  };
  startNotices({
    ipc,
    isSupported: () => true,
    create: ({ title }) => {
      let click = (): void => {};
      const one = { title, click: () => click(), closed: false };
      const made = {
        on: (event: string, heard: () => void) => {
          if (event === 'click') click = heard;
          return made;
        },
        show: () => void shown.push(one),
        close: () => {
          one.closed = true;
        },
      };
      return made as unknown as ReturnType<Parameters<typeof startNotices>[0]['create']>;
    },
    windowOf: () => ({
      isMinimized: () => true,
      restore: () => void acts.push('restore'),
      focus: () => void acts.push('focus'),
    }),
    log: { info: () => {}, warn: (message) => void acts.push(message) },
  });
  const page = {
    isDestroyed: () => false,
    send: (...sent: readonly unknown[]) => void acts.push(sent),
  } as unknown as WebContents;
  return {
    shown,
    acts,
    ask: (asked: unknown, senderFrame: unknown = ours) =>
      listener({ sender: page, senderFrame } as IpcMainEvent, asked),
  };
};

describe('Reminders by the system', () => {
  test('are shown, and a click brings the window up and says where to go', () => {
    const { shown, acts, ask } = setUp();
    ask(notice);
    expect(shown.map(({ title }) => title)).toEqual(['Haruto waits for you']);
    shown[0]?.click();
    expect(acts).toEqual(['restore', 'focus', ['meridian:open', '/check-in/abc']]);
  });

  test('are asked for by our own page only, and only as what they are', () => {
    const { shown, ask } = setUp();
    ask(notice, { origin: 'https://example.com', parent: null });
    ask(notice, { ...ours, parent: {} });
    for (const odd of [null, 'title', {}, { ...notice, title: '' }, { ...notice, address: 'https://example.com' }])
      ask(odd);
    expect(shown).toEqual([]);
  });

  test('of many the oldest goes', () => {
    const { shown, ask } = setUp();
    for (let nth = 0; nth < 10; nth++) ask({ ...notice, title: `Reminder ${nth}` });
    expect(shown.filter(({ closed }) => closed).map(({ title }) => title)).toEqual(['Reminder 0', 'Reminder 1']);
  });

  test('carry no more words than a system shows, and lead to places of the app only', () => {
    const long = desktopNotice({ ...notice, title: 'x'.repeat(999), body: 'y'.repeat(999) });
    expect(readNotice(long)).toEqual(long);
    expect(desktopOpening(openingMessage('/goals/abc'))).toBe('/goals/abc');
    for (const to of ['//example.com', 'javascript:alert(1)', '/goals/../x', '/a b', 7])
      expect(desktopOpening(openingMessage(to))).toBeNull();
  });
});

import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Frame, Page, Request as PlaywrightRequest, Route } from 'playwright-core';
import { toReal, toServed } from './addresses.ts';
import { emitIpc } from './ipc-main.ts';
import { report } from './control.ts';
import { refusable } from './refusable.ts';
import { cloned, MessagePortMain, type Wire } from './message-ports.ts';
import { answerFor, isLetThrough } from './session.ts';

const world = 'stand-in-preload';
const source = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

type FromPage =
  | { readonly type: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly type: 'port'; readonly id: number; readonly data: unknown }
  | { readonly type: 'closed'; readonly id: number }
  | { readonly type: 'open'; readonly url: string };

type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: 'deny' | 'allow' };

/** The preload as Electron runs it: one CommonJS file in a world of its own, with `require` for Electron only. */
const wrapped = (preload: string): string =>
  `${source('page-world.js')}\n(function (require, module, exports) {\n${readFileSync(preload, 'utf8')}\n})(standInRequire, { exports: {} }, {});`;

/** The frame of a navigation; undefined for that of a window which is only being opened. */
const frameOf = (request: PlaywrightRequest): Frame | undefined => {
  try {
    return request.frame();
  } catch (error) {
    if (error instanceof Error && error.message.includes('before the frame is created')) return undefined;
    throw error;
  }
};

/** Electron's WebContents over a page of Chromium. */
export class WebContents extends EventEmitter {
  readonly #wires = new Map<number, Wire>();
  #page: Page | undefined;
  #devtools: CDPSession | undefined;
  #worldId: number | undefined;
  #lastId = 0;
  #destroyed = false;
  #loading = false;
  #openHandler: WindowOpenHandler = () => ({ action: 'allow' });

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    this.#toPage({ type: 'message', channel, args: args.map(cloned), ports: [] });
  }

  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    const data = cloned(message);
    const wires = transfer.map((port, index) => ({ id: ++this.#lastId, wire: MessagePortMain.take(port, index) }));
    this.#toPage({ type: 'message', channel, args: [data], ports: wires.map(({ id }) => id) });
    for (const { id, wire } of wires) {
      this.#wires.set(id, wire);
      wire.onClose(() => {
        this.#wires.delete(id);
        this.#toPage({ type: 'closed', id });
      });
      wire.onMessage((inner) => this.#toPage({ type: 'port', id, data: inner }));
    }
  }

  /** Takes over a page: preload, bridge, files and guards, before anything is loaded into it. */
  async attach(context: BrowserContext, page: Page, preload: string): Promise<void> {
    this.#page = page;
    const devtools = await context.newCDPSession(page);
    this.#devtools = devtools;
    devtools.on('Runtime.executionContextCreated', ({ context: created }) => {
      if (created.name === world) this.#worldId = created.id;
    });
    devtools.on('Runtime.executionContextsCleared', () => this.#pageGone());
    devtools.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === 'standInSend') this.#fromPage(JSON.parse(payload) as FromPage);
    });
    await devtools.send('Runtime.enable');
    await devtools.send('Page.enable');
    await devtools.send('Runtime.addBinding', { name: 'standInSend', executionContextName: world });
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: source('main-world.js') });
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: wrapped(preload), worldName: world });
    context.on('page', (opened) => {
      if (opened !== page) void opened.close();
    });
    await context.route('**/*', (route) => this.#answer(route));
  }

  async load(url: string): Promise<void> {
    this.#loading = true;
    try {
      await this.#page?.goto(toServed(url));
    } finally {
      this.#loading = false;
    }
  }

  destroy(): void {
    this.#pageGone();
    this.#destroyed = true;
    this.emit('destroyed');
  }

  #pageGone(): void {
    this.#worldId = undefined;
    for (const wire of this.#wires.values()) wire.close();
    this.#wires.clear();
  }

  #toPage(message: unknown): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    if (this.#worldId === undefined) return;
    const expression = `standInReceive(${JSON.stringify(message)})`;
    this.#devtools?.send('Runtime.evaluate', { expression, contextId: this.#worldId }).catch(() => this.#pageGone());
  }

  #fromPage(message: FromPage): void {
    if (message.type === 'port') this.#wires.get(message.id)?.post(message.data);
    else if (message.type === 'closed') this.#wires.get(message.id)?.close();
    else if (message.type === 'open') {
      const { action } = this.#openHandler({ url: toReal(message.url) });
      if (action === 'allow') throw new Error('The app let a page open a window');
    } else {
      const url = toReal(this.#page?.url() ?? '');
      const at = URL.parse(url);
      const senderFrame = { url, origin: at === null ? 'null' : `${at.protocol}//${at.host}`, parent: null };
      emitIpc(message.channel, { sender: this, senderFrame, ports: [] }, ...message.args);
    }
  }

  /** Whether the app's own listeners let the page go there. */
  #mayNavigate(url: string, top: boolean): boolean {
    const event = refusable({ url });
    this.emit('will-frame-navigate', event);
    if (top) this.emit('will-navigate', event);
    return !event.refused();
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = toReal(request.url());
    const stop = async (): Promise<void> => {
      report({ event: 'blocked', url });
      // An aborted navigation leaves the page where it is, as a prevented one does in Electron.
      await route.abort('aborted');
    };
    if (request.isNavigationRequest()) {
      const frame = frameOf(request);
      if (frame?.page() !== this.#page) return stop();
      const top = frame === this.#page?.mainFrame();
      if (!(top && this.#loading) && !this.#mayNavigate(url, top)) return stop();
    }
    if (!(await isLetThrough(url, request.method()))) return stop();
    const response = await answerFor(url, request.method());
    if (response === undefined) throw new Error(`The app lets its page load ${url}`);
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }
}

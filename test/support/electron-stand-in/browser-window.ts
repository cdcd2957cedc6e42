import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { emitAppEvent, windowClosed, windowOpened } from './app.ts';
import { launchStandInBrowser, type StandInBrowser } from './chromium.ts';
import { report } from './control.ts';
import { afterReady } from './readiness.ts';
import { WebContents } from './web-contents.ts';

interface Preferences {
  readonly preload?: string;
  readonly sandbox?: boolean;
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
}

interface Options {
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences?: Preferences;
}

const windows = new Set<BrowserWindow>();
let browser: Promise<StandInBrowser> | undefined;

const launch = (): Promise<StandInBrowser> => {
  browser ??= launchStandInBrowser(process.env['STAND_IN_CHROMIUM'] ?? '');
  return browser;
};

/** Electron's BrowserWindow; its page is a tab of the one Chromium. */
export class BrowserWindow extends EventEmitter {
  static getAllWindows(): readonly BrowserWindow[] {
    return [...windows];
  }

  static fromWebContents(contents: unknown): BrowserWindow | null {
    return [...windows].find((window) => window.#contents === contents) ?? null;
  }

  readonly #options: Options;
  readonly #contents = new WebContents();
  #attached: Promise<void> | undefined;
  #destroyed = false;
  #maximized = false;

  constructor(options: Options = {}) {
    super();
    afterReady('Cannot create BrowserWindow');
    const { preload, sandbox, contextIsolation, nodeIntegration } = options.webPreferences ?? {};
    if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false) {
      throw new Error('The stand-in has sandboxed, isolated windows only');
    }
    if (preload === undefined || !isAbsolute(preload) || !existsSync(preload)) {
      throw new Error(`Unable to load preload script: ${preload ?? ''}`);
    }
    this.#options = options;
    windows.add(this);
    windowOpened(this);
    emitAppEvent('web-contents-created', {}, this.#contents);
  }

  #alive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }

  get webContents(): WebContents {
    this.#alive();
    return this.#contents;
  }

  async #attach(): Promise<void> {
    const { context, debugPort } = await launch();
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('close', () => this.#gone());
    await this.#contents.attach(context, page, this.#options.webPreferences?.preload ?? '');
    report({ event: 'window', debugPort, preferences: this.#options.webPreferences });
  }

  async loadURL(url: string): Promise<void> {
    this.#alive();
    this.#attached ??= this.#attach();
    await this.#attached;
    await this.#contents.load(url);
    this.emit('ready-to-show');
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    this.#alive();
    return { x: 40, y: 40, width: this.#options.width ?? 800, height: this.#options.height ?? 600 };
  }

  isMaximized(): boolean {
    this.#alive();
    return this.#maximized;
  }

  maximize(): void {
    this.#alive();
    this.#maximized = true;
  }

  show(): void {
    this.#alive();
  }

  isMinimized(): boolean {
    this.#alive();
    return false;
  }

  restore(): void {
    this.#alive();
  }

  focus(): void {
    this.#alive();
    report({ event: 'focus' });
  }

  close(): void {
    this.#alive();
    this.emit('close', { preventDefault: () => {} });
    this.#gone();
  }

  #gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.delete(this);
    this.#contents.destroy();
    this.emit('closed');
    windowClosed(this);
  }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchStandIn } from '../support/electron-stand-in/index.ts';

// The stand-in is only worth something if it refuses what Electron refuses. Each case is a main process of its own.

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-stand-in-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const run = async (body: string): Promise<{ readonly code: number; readonly output: string }> => {
  const main = join(folder, `main-${++count}.mjs`);
  const parts =
    'app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, safeStorage, screen, session, utilityProcess';
  writeFileSync(main, `import { ${parts} } from 'electron';\n${body}\nconsole.log('reached the end');\napp.exit(0);\n`);
  const standIn = launchStandIn({ browser: '', userData: folder, args: [], main });
  const code = await standIn.ended;
  return { code, output: standIn.output() };
};

const window = `new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, preload: import.meta.filename } })`;

describe('the stand-in throws where Electron throws', () => {
  test.each([
    ['a window before ready', window, 'before app is ready'],
    ['a utility process before ready', `utilityProcess.fork('x.js')`, 'before app is ready'],
    ['the session before ready', 'session.defaultSession', 'before app is ready'],
    ['the screen before ready', 'screen.getAllDisplays()', 'before app is ready'],
    ['files before ready', `protocol.handle('app', () => new Response())`, 'before app is ready'],
    ['the keychain before ready', 'await safeStorage.isAsyncEncryptionAvailable()', 'before app is ready'],
    ['the sandbox after ready', 'await app.whenReady(); app.enableSandbox()', 'before app is ready'],
    ['schemes after ready', 'await app.whenReady(); protocol.registerSchemesAsPrivileged([])', 'before app is ready'],
    [
      'a handler registered twice',
      `await app.whenReady(); for (let i = 0; i < 2; i++) protocol.handle('app', () => new Response())`,
      'Failed to register protocol',
    ],
    ['synchronous encryption', `await app.whenReady(); safeStorage.encryptString('x')`, 'deprecated'],
    ['a window without sandbox', 'await app.whenReady(); new BrowserWindow({})', 'sandboxed, isolated windows only'],
    ['a missing preload', `await app.whenReady(); ${window.replace('import.meta.filename', "'/none.cjs'")}`, 'preload'],
    ['an unknown menu role', `Menu.buildFromTemplate([{ role: 'explode' }])`, 'Unknown menu role'],
    ['an empty menu item', 'Menu.buildFromTemplate([{}])', 'must have at least one of label, role or type'],
    ['a call it does not have', 'app.setBadgeCount(1)', 'no app.setBadgeCount'],
    [
      'bytes in a transfer list',
      `await app.whenReady(); const w = ${window}; w.webContents.postMessage('c', null, [new ArrayBuffer(8)])`,
      'Port at index 0 is not a valid port',
    ],
    [
      'a port handed over twice',
      `await app.whenReady(); const w = ${window}; const { port1 } = new MessageChannelMain();
       w.webContents.postMessage('c', null, [port1]); w.webContents.postMessage('c', null, [port1])`,
      'already neutered',
    ],
    [
      'a port used after it was handed over',
      `await app.whenReady(); const w = ${window}; const { port1 } = new MessageChannelMain();
       w.webContents.postMessage('c', null, [port1]); port1.postMessage(1)`,
      'handed over',
    ],
    ['a function in a message', 'new MessageChannelMain().port1.postMessage(() => {})', 'could not be cloned'],
    [
      'a closed window',
      `await app.whenReady(); const w = ${window}; app.on('window-all-closed', () => {}); w.close(); w.focus()`,
      'Object has been destroyed',
    ],
  ])('on %s', async (_what, body, message) => {
    const { code, output } = await run(body);
    expect(output).toContain(message);
    expect(output).not.toContain('reached the end');
    expect(code).not.toBe(0);
  });

  test('and lets a main process that keeps the order run', async () => {
    const { code, output } = await run(`
      app.enableSandbox();
      await app.whenReady();
      const { port1, port2 } = new MessageChannelMain();
      port1.postMessage({ waits: 'until start' });
      const heard = new Promise((resolve) => port2.on('message', (event) => resolve(event.data)));
      port2.start();
      console.log(JSON.stringify(await heard));
      const sealed = await safeStorage.encryptStringAsync('key');
      console.log((await safeStorage.decryptStringAsync(sealed)).result);`);
    expect(output).toContain('{"waits":"until start"}');
    expect(output).toContain('key');
    expect(code).toBe(0);
  });
});

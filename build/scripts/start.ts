// `npm start`: the app as a person uses it. Electron's window where its binary is there, the user's own browser
// where it is not. `npm run desktop` downloads the binary first.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from '../vite/project.ts';
import { buildDesktop, buildRenderer } from './bundles.ts';
import { fetchElectron, findElectron, whyNoWindow } from './electron-binary.ts';

const args = process.argv.slice(2).filter((arg) => arg !== '--fetch-electron');
const wantsDesktop = process.argv.includes('--fetch-electron');

const chooseElectron = (): string | undefined => {
  // These only make sense for the host that serves a browser.
  const asksForBrowser = args.some((arg) => /^--(no-open|port)(=|$)/.test(arg));
  if (asksForBrowser && !wantsDesktop) return undefined;
  if (wantsDesktop && findElectron() === undefined && !fetchElectron()) {
    console.log("Electron's binary could not be downloaded; Meridian opens in your browser instead.");
    return undefined;
  }
  const found = findElectron();
  if (found === undefined) {
    console.log('The desktop window is not installed (npm run desktop fetches it); Meridian opens in your browser.');
    return undefined;
  }
  const reason = whyNoWindow(found);
  if (reason === undefined) return found;
  console.log(`The desktop window cannot open here (${reason}); Meridian opens in your browser.`);
  return undefined;
};

const electron = chooseElectron();
if (await buildRenderer()) console.log('Built the interface.');
if (electron !== undefined) await buildDesktop();

const [command, commandArgs] =
  electron === undefined
    ? [process.execPath, [join(root, 'electron/engine/hosts/cli/main.ts'), 'serve', ...args]]
    : [electron, [root, ...args]];
const child = spawn(command, commandArgs, { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('error', (error) => {
  console.error(`Meridian did not start: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
});

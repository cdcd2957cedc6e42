import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vite/project.ts';

const folder = join(root, 'node_modules', 'electron');

/** Path of Electron's executable if its binary has been downloaded, without downloading it. */
export const findElectron = (): string | undefined => {
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return undefined;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const executable = join(dist, readFileSync(named, 'utf8').trim());
  return existsSync(executable) ? executable : undefined;
};

/** Why a window cannot be opened here, or undefined where one can. */
export const whyNoWindow = (executable: string): string | undefined => {
  if (process.platform === 'linux') {
    if (process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined) {
      return 'there is no display';
    }
    // Chromium's sandbox does not run as root, and running without it is not an option for an app that shows links.
    if (process.getuid?.() === 0) return 'the sandbox does not run as root';
  }
  const trial = spawnSync(executable, ['--version'], { timeout: 20_000, encoding: 'utf8' });
  return trial.status === 0 ? undefined : 'its binary does not run on this system';
};

/** Downloads the binary from where Electron publishes it. Returns whether it is there afterwards. */
export const fetchElectron = (): boolean => {
  const done = spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'inherit', timeout: 600_000 });
  return done.status === 0 && findElectron() !== undefined;
};

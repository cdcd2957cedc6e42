import { spawn } from 'node:child_process';

const opener = (platform: NodeJS.Platform): readonly [string, readonly string[]] => {
  if (platform === 'darwin') return ['open', []];
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler']];
  return ['xdg-open', []];
};

/**
 * Opens a file in the user's browser. Resolves to whether something took it; a machine without an opener (a server, a
 * container) is nothing unusual. The browser outlives us and gets none of our input or output.
 */
export const openInBrowser = (path: string, platform: NodeJS.Platform = process.platform): Promise<boolean> => {
  const [command, before] = opener(platform);
  return new Promise((resolve) => {
    const child = spawn(command, [...before, path], { detached: true, stdio: 'ignore' });
    // An opener that finds no browser says so by its exit code; one that becomes the browser stays.
    const stays = setTimeout(() => resolve(true), 3000);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      clearTimeout(stays);
      resolve(code === 0);
    });
    child.unref();
  });
};

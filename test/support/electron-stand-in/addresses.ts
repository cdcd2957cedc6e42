/** Where a Chromium without custom schemes finds what Electron serves under app://meridian. */
const served = 'http://meridian.localhost';
const real = 'app://meridian';

export const toServed = (url: string): string => (url.startsWith(`${real}/`) ? served + url.slice(real.length) : url);

export const toReal = (url: string): string => (url.startsWith(`${served}/`) ? real + url.slice(served.length) : url);

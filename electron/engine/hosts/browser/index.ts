export { startBrowserHost, type BrowserHost, type BrowserHostOptions } from './host.ts';
export { openInBrowser } from './open-browser.ts';
export { redirectFileName, writeRedirectFile, type RedirectFile } from './redirect-file.ts';

/** Scheme and host under which the interface is served to its own windows. */
export const appScheme = 'app';
export const appHost = 'meridian';
export const appOrigin = `${appScheme}://${appHost}`;
export const appAddress = `${appOrigin}/index.html`;

/** Whether a URL lies in the app itself. Parsed, never compared by prefix: `app://meridian.example` is somebody else. */
export const isAppUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === '';
};

/** Whether a link may be handed to the user's own browser: the web and mail, nothing that could start a program. */
export const isExternalLink = (text: string): boolean => {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || url.protocol === 'http:' || url.protocol === 'mailto:';
};

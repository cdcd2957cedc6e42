/**
 * What a browser may do with the page, as headers of every answer. Nothing from elsewhere is loaded, nothing inline
 * runs, nobody may frame or embed it. Styles need attributes, because the component library positions with them.
 */
export const securityHeaders = (authority: string): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    // Not every browser counts the socket of the same origin as 'self'.
    `connect-src 'self' ws://${authority}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
});

/**
 * Whether a request was meant for this server. A page elsewhere can point its own host name at 127.0.0.1 (DNS
 * rebinding); the Host header then still carries that name.
 */
export const isOwnHost = (host: string | undefined, authority: string): boolean => host === authority;

/**
 * Whether a socket was asked for by our own page. Browsers always say which page asks; a script on this machine says
 * nothing, and has to prove the secret like everybody else.
 */
export const isOwnOrigin = (origin: string | undefined, authority: string): boolean =>
  origin === undefined || origin === `http://${authority}`;

import { isIP } from 'node:net';

/** This machine's end of a connection that came in without anything in between. */
export interface LocalEnd {
  readonly address: string;
  readonly port: number;
}

const isWebSocket = (url: URL): boolean => url.protocol === 'ws:' || url.protocol === 'wss:';

/** As a URL writes it: IPv4 without its IPv6 form, IPv6 in brackets and without its zone. */
const hostOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(plain) === 6 ? (URL.parse(`ws://[${plain}]`)?.hostname ?? '') : plain;
};

const isLoopback = (host: string): boolean => host === '[::1]' || /^127(\.\d+){3}$/.test(host);

/** Whether a connection itself shows that it was made to this address. Names are whatever their resolver says, except one. */
const isShown = (url: URL, local: LocalEnd): boolean => {
  const host = hostOf(local.address);
  if (url.protocol !== 'ws:' || Number(url.port || '80') !== local.port) return false;
  return url.hostname === host || (url.hostname === 'localhost' && isLoopback(host));
};

/**
 * Whether the origin that a client signed is this relay (S51): one of those it was told, else what the connection shows.
 * The Host header is not asked: a relay that passes a proof on would write there what the proof says.
 */
export const isOwnOrigin = (origin: string, configured: readonly string[], local: LocalEnd | undefined): boolean => {
  const url = URL.parse(origin);
  if (!url || !isWebSocket(url)) return false;
  if (configured.length > 0) return configured.some((one) => URL.parse(one)?.origin === url.origin);
  return local !== undefined && isShown(url, local);
};

/** What a refused device shows to its person. */
export const otherOrigin = (configured: readonly string[]): string =>
  configured.length > 0
    ? 'This relay is reached under another address.'
    : 'This relay was not told that it is reached under this address. Whoever runs it starts it with --origin and this address.';

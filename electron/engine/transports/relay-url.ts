import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';

const isLocal = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

/**
 * A relay address as people type it, as the URL that is dialled: a bare name gets wss:// (ws:// on this machine), http
 * becomes ws. The error is a sentence.
 */
export const readRelayUrl = (text: string): Result<string, string> => {
  const trimmed = text.trim();
  const bare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  const url = URL.parse(bare ? `wss://${trimmed}` : trimmed.replace(/^http/i, 'ws'));
  if (!url || trimmed === '') return err('This is not the address of a relay. It looks like wss://relay.example.');
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:')
    return err('The address of a relay starts with wss:// or ws://.');
  if (url.username !== '' || url.password !== '') return err('The address of a relay must not contain a password.');
  url.hash = '';
  if (bare && isLocal(url.hostname)) url.protocol = 'ws:';
  return ok(url.href.replace(/\/$/, ''));
};

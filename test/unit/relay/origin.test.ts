import { expect, test } from 'vitest';
import { isOwnOrigin } from '#relay/origin.ts';

const at = (address: string, port = 8787) => ({ address, port });

test('S51: the origin of a relay that was told its addresses is one of those, wherever the connection came in', () => {
  expect(isOwnOrigin('wss://relay.example', ['wss://relay.example/path'], at('10.0.0.1'))).toBe(true);
  expect(isOwnOrigin('wss://relay.example', ['wss://other.example', 'wss://relay.example'], undefined)).toBe(true);
  expect(isOwnOrigin('wss://relay.example:443', ['wss://relay.example'], undefined)).toBe(true);
  expect(isOwnOrigin('ws://relay.example', ['wss://relay.example'], undefined)).toBe(false);
  expect(isOwnOrigin('ws://10.0.0.1:8787', ['wss://relay.example'], at('10.0.0.1'))).toBe(false);
});

test('S51: otherwise it is the IP address and port of this end of the connection, or localhost on a loopback address', () => {
  expect(isOwnOrigin('ws://10.0.0.1:8787', [], at('10.0.0.1'))).toBe(true);
  expect(isOwnOrigin('ws://10.0.0.1:8787', [], at('::ffff:10.0.0.1'))).toBe(true);
  expect(isOwnOrigin('ws://10.0.0.1', [], at('10.0.0.1', 80))).toBe(true);
  expect(isOwnOrigin('ws://[fd00::1]:8787', [], at('fd00:0::1'))).toBe(true);
  expect(isOwnOrigin('ws://[fe80::1]:8787', [], at('fe80::1%eth0'))).toBe(true);
  expect(isOwnOrigin('ws://localhost:8787', [], at('127.0.0.1'))).toBe(true);
  expect(isOwnOrigin('ws://localhost:8787', [], at('::1'))).toBe(true);
});

test('S51: a name, another address or port, and a proof made for TLS are not what a connection shows', () => {
  const shown = at('10.0.0.1');
  for (const origin of [
    'ws://relay.example:8787',
    'wss://evil.example',
    'ws://10.0.0.2:8787',
    'ws://10.0.0.1:8788',
    'ws://10.0.0.1',
    'wss://10.0.0.1:8787',
    'ws://localhost:8787',
    'http://10.0.0.1:8787',
    'nonsense',
  ])
    expect(isOwnOrigin(origin, [], shown), origin).toBe(false);
  expect(isOwnOrigin('ws://localhost:8788', [], at('127.0.0.1'))).toBe(false);
  expect(isOwnOrigin('ws://127.0.0.1:8787', [], undefined)).toBe(false);
});

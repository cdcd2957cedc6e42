import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBackoff } from '#engine/transports/backoff.ts';
import { createRelayClient, readRelayUrl } from '#engine/transports/index.ts';
import type { ConnectionState } from '#engine/transports/index.ts';
import { encodeControl, refuseCodes } from '#shared/sync/index.ts';
import type { ControlFrame } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createManualTime } from '#test/support/sync/manual-timers.ts';
import { createMemoryLink } from '#test/support/sync/memory-channel.ts';
import type { MemoryLink } from '#test/support/sync/memory-channel.ts';
import { createMemoryReplica } from '#test/support/sync/memory-replica.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';

describe('pauses between tries', () => {
  test('grow to a minute, always with jitter between half and all, and start again after success', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const backoff = createBackoff(seededRandom(seed));
        for (let failure = 0; failure < 40; failure += 1) {
          const whole = Math.min(60_000, 500 * 2 ** failure);
          const pause = backoff.next();
          expect(pause).toBeGreaterThanOrEqual(whole / 2);
          expect(pause).toBeLessThanOrEqual(whole);
        }
        backoff.reset();
        expect(backoff.next()).toBeLessThanOrEqual(500);
      }),
    );
  });
});

describe('the address of a relay', () => {
  test('is taken as people type it', () => {
    const read: readonly (readonly [string, string])[] = [
      ['relay.example', 'wss://relay.example'],
      ['  wss://relay.example/  ', 'wss://relay.example'],
      ['https://relay.example/team', 'wss://relay.example/team'],
      ['http://10.0.0.2:8787', 'ws://10.0.0.2:8787'],
      ['localhost:8787', 'ws://localhost:8787'],
      ['127.0.0.1:8787', 'ws://127.0.0.1:8787'],
      ['ws://relay.example:8787/#x', 'ws://relay.example:8787'],
    ];
    for (const [typed, url] of read) expect(readRelayUrl(typed)).toEqual({ ok: true, value: url });
  });

  test('is refused with a sentence when it is none, and never throws', () => {
    for (const wrong of [
      '',
      ' ',
      'ftp://relay.example',
      'wss://',
      'file:///etc/passwd',
      'wss://me:secret@relay.example',
      'a b',
    ])
      expect(readRelayUrl(wrong)).toMatchObject({ ok: false });
    fc.assert(
      fc.property(fc.string(), (text) => {
        const url = readRelayUrl(text);
        if (url.ok) expect(url.value).toMatch(/^wss?:\/\//);
        else expect(url.error).toMatch(/\.$/);
      }),
    );
  });
});

describe('a connection to a relay', () => {
  const lab = () => {
    const time = createManualTime();
    const links: MemoryLink[] = [];
    const states: ConnectionState[] = [];
    const client = createRelayClient({
      url: 'wss://relay.example',
      identity: createTestTeam(seededRandom(5)).device().identity,
      ...time,
      random: seededRandom(6),
      host: { replica: () => createMemoryReplica(), onReport: () => undefined },
      onState: (state) => states.push(state),
      dial: () => {
        const link = createMemoryLink();
        links.push(link);
        return link.ends[0];
      },
    });
    const say = (frame: ControlFrame): void => {
      const link = links.at(-1);
      link?.inject(0, encodeControl(frame));
      link?.deliver(0);
    };
    return { time, links, states, client, say };
  };

  test('that breaks is tried again after a pause that is told, again and again', () => {
    const { time, links, client } = lab();
    for (let round = 1; round <= 6; round += 1) {
      expect(links).toHaveLength(round);
      expect(client.state().state).toBe('connecting');
      links.at(-1)?.tear();
      const { state, nextTryAt } = client.state();
      expect(state).toBe('offline');
      const pause = (nextTryAt ?? 0) - time.clock.now();
      expect(pause).toBeGreaterThan(0);
      time.advance(pause - 1);
      expect(links).toHaveLength(round);
      time.advance(1);
    }
  });

  test('goes on trying after the clock was set far forward or back', () => {
    const { time, links } = lab();
    links.at(-1)?.tear();
    time.jump(-10 * 365 * 86_400_000);
    time.advance(60_000);
    expect(links).toHaveLength(2);
    links.at(-1)?.tear();
    time.jump(20 * 365 * 86_400_000);
    time.advance(60_000);
    expect(links).toHaveLength(3);
  });

  test('is tried at once when asked, and not at all after it was closed', () => {
    const { time, links, client } = lab();
    links.at(-1)?.tear();
    client.retryNow();
    expect(links).toHaveLength(2);
    client.retryNow();
    expect(links).toHaveLength(2);
    client.close();
    time.advance(3_600_000);
    client.retryNow();
    expect(links).toHaveLength(2);
    expect(client.state().state).toBe('offline');
    expect(time.waiting()).toEqual([]);
  });

  test('that is refused for good waits minutes, with the words of the relay', () => {
    const { time, client, say } = lab();
    say({ type: 'refuse', code: refuseCodes.revoked, sentence: 'This device was removed from the team.' });
    expect(client.state()).toMatchObject({ state: 'refused', sentence: 'This device was removed from the team.' });
    expect((client.state().nextTryAt ?? 0) - time.clock.now()).toBe(300_000);
  });

  test('that is refused for now waits as after a break', () => {
    const { time, client, say } = lab();
    say({ type: 'refuse', code: refuseCodes.later, sentence: 'Too many devices are connected to the relay.' });
    expect(client.state().state).toBe('offline');
    expect((client.state().nextTryAt ?? 0) - time.clock.now()).toBeLessThanOrEqual(500);
  });

  test('S50: is not made with a relay of another version, one that welcomes unasked or asks twice', () => {
    const nonce = new Uint8Array(32);
    const wrong: readonly (readonly ControlFrame[])[] = [
      [{ type: 'challenge', version: 9, nonce }],
      [{ type: 'welcome' }],
      [
        { type: 'challenge', version: 1, nonce },
        { type: 'challenge', version: 1, nonce },
      ],
    ];
    for (const frames of wrong) {
      const { client, say } = lab();
      for (const frame of frames) say(frame);
      expect(client.state().state).toBe('offline');
      expect(client.state().sentence).toMatch(/protocol/);
    }
  });

  test('says a sentence instead of waiting when nobody is connected', async () => {
    const { client } = lab();
    await expect(client.getObject(new Uint8Array(32))).resolves.toEqual({
      ok: false,
      error: 'The relay is not connected.',
    });
  });
});

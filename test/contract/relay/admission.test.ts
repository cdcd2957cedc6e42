import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createMemoryStore } from '#relay/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { buildRevocation, encodeControl, encodeFrame, decodeControl } from '#shared/sync/index.ts';
import type { ControlFrame } from '#shared/sync/index.ts';
import { signBytes } from '#engine/crypto/index.ts';
import { buildProof } from '#engine/transports/handshake.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { until } from '#test/support/sync/real-ports.ts';
import { connectLabDevice, startLabRelay } from '#test/support/sync/relay-lab.ts';
import type { LabDevice, LabRelay } from '#test/support/sync/relay-lab.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';
import type { TestDevice } from '#test/support/sync/test-team.ts';

const random = seededRandom(50);
const relays: LabRelay[] = [];
const devices: LabDevice[] = [];
const relayWith = async (options: Parameters<typeof startLabRelay>[0] = {}): Promise<LabRelay> => {
  const relay = await startLabRelay(options);
  relays.push(relay);
  return relay;
};
const connect = (...args: Parameters<typeof connectLabDevice>): LabDevice => {
  const device = connectLabDevice(...args);
  devices.push(device);
  return device;
};
afterEach(async () => {
  for (const device of devices.splice(0)) device.client.close();
  for (const relay of relays.splice(0)) await relay.stop();
});

const refusal = async (url: string, device: TestDevice): Promise<string> => {
  const { client } = connect(url, device);
  await until(() => client.state().state === 'refused');
  return client.state().sentence;
};

describe('who a relay lets in', () => {
  test('S50, S52: a device of the team, by root, by grant or by invitation', async () => {
    const relay = await relayWith();
    const team = createTestTeam(random);
    const founder = team.device();
    const newcomer = team.invited(founder);
    const a = connect(relay.url, founder);
    const b = connect(relay.url, newcomer);
    a.replica.append(createLogWriter(random).next());
    await until(() => b.replica.entryCount() === 1);
  });

  test('S52: grants for another device, another team or by somebody who may not grant are refused', async () => {
    const relay = await relayWith();
    const [team, other] = [createTestTeam(random), createTestTeam(random)];
    const founder = team.device();
    const stranger = team.device();
    await expect(
      refusal(relay.url, { ...stranger, identity: { ...stranger.identity, chain: () => founder.chain } }),
    ).resolves.toContain('another device');
    const foreign = other.device();
    await expect(
      refusal(relay.url, { ...foreign, identity: { ...foreign.identity, team: team.root } }),
    ).resolves.toContain('another team');
    const limited = team.device(false);
    await expect(refusal(relay.url, team.invited(limited))).resolves.toContain('may not issue');
    await expect(
      refusal(relay.url, { ...founder, identity: { ...founder.identity, sign: stranger.identity.sign } }),
    ).resolves.toContain('signature');
  });

  test('S52: an invitation admits one device for ever, also after the relay restarted', async () => {
    const store = createMemoryStore();
    const first = await relayWith({ store });
    const team = createTestTeam(random);
    const founder = team.device();
    const invite = team.inviteKeys();
    const newcomer = team.invited(founder, invite);
    const a = connect(first.url, newcomer);
    await until(() => a.client.state().state === 'synced');
    await first.stop();
    const second = await relayWith({ store });
    await expect(refusal(second.url, team.invited(founder, invite))).resolves.toContain('already used');
    const again = connect(second.url, newcomer);
    await until(() => again.client.state().state === 'synced');
  });

  test('S52: a removed device is disconnected at once and never let in again; whom it had invited stays', async () => {
    const relay = await relayWith();
    const team = createTestTeam(random);
    const [founder, removed] = [team.device(), team.device()];
    const guestInvite = team.inviteKeys();
    const guest = team.invited(removed, guestInvite);
    const a = connect(relay.url, founder);
    const b = connect(relay.url, removed);
    const c = connect(relay.url, guest);
    await until(() => [a, b, c].every(({ client }) => client.state().state === 'synced'));
    a.client.revoke(team.revoke(removed.keys.publicKey, founder));
    await until(() => b.client.state().state === 'offline');
    expect(b.client.state().sentence).toContain('removed');
    b.client.retryNow();
    await until(() => b.client.state().state === 'refused');
    await expect(refusal(relay.url, team.invited(removed))).resolves.toContain('revoked');
    c.client.close();
    const cAgain = connect(relay.url, guest);
    await until(() => cAgain.client.state().state === 'synced');
  });

  test('S52: a revocation brought along with the proof counts, one by somebody who may not revoke does not', async () => {
    const relay = await relayWith();
    const team = createTestTeam(random);
    const [founder, limited, victim] = [team.device(), team.device(false), team.device()];
    const bringing = (device: TestDevice, notice: ReturnType<typeof team.revoke>): TestDevice => ({
      ...device,
      identity: { ...device.identity, revocations: () => [notice] },
    });
    const attacker = connect(relay.url, bringing(limited, team.revoke(victim.keys.publicKey, limited)));
    await until(() => attacker.client.state().state === 'synced');
    const survived = connect(relay.url, victim);
    await until(() => survived.client.state().state === 'synced');
    const rightful = connect(relay.url, bringing(founder, team.revoke(victim.keys.publicKey)));
    await until(() => rightful.client.state().state === 'synced');
    await until(() => survived.client.state().state === 'offline');
  });

  test('S52: a pairing code of anybody admits exactly one device, and that device falls with whoever vouched for it', async () => {
    const relay = await relayWith();
    const team = createTestTeam(random);
    const founder = team.device();
    const ana = team.invited(founder);
    const code = team.inviteKeys();
    const phone = team.paired(ana, code);
    await expect(refusal(relay.url, team.paired(phone, code))).resolves.toContain('not');
    const a = connect(relay.url, phone);
    await until(() => a.client.state().state === 'synced');
    await expect(refusal(relay.url, team.paired(ana, code))).resolves.toContain('already used');

    const tablet = team.paired(ana);
    const t = connect(relay.url, tablet);
    await until(() => t.client.state().state === 'synced');
    const f = connect(relay.url, founder);
    await until(() => f.client.state().state === 'synced');
    f.client.revoke(team.revoke(ana.keys.publicKey, founder));
    await until(() => a.client.state().state === 'offline' && t.client.state().state === 'offline');
    a.client.retryNow();
    await until(() => a.client.state().state === 'refused');
    // What came in through a stolen machine stays out; what an admin's machine granted by name comes back.
    const again = connect(relay.url, team.granted(founder, tablet));
    await until(() => again.client.state().state === 'synced');
  });

  test('S52: a code that was given up is revoked by itself, and admits nobody any more', async () => {
    const relay = await relayWith();
    const team = createTestTeam(random);
    const ana = team.invited(team.device());
    const code = team.inviteKeys();
    const stranger = team.paired(ana, code);
    const s = connect(relay.url, stranger);
    await until(() => s.client.state().state === 'synced');
    const a = connect(relay.url, ana);
    await until(() => a.client.state().state === 'synced');
    a.client.revoke({
      revocation: buildRevocation({ team: team.root, key: code.publicKey, issuer: code.publicKey }, signBytes(code)),
      chain: stranger.chain.slice(0, -1),
    });
    await until(() => s.client.state().state === 'offline');
    s.client.retryNow();
    await until(() => s.client.state().state === 'refused');
  });

  test('S57: a relay with a list serves the teams on it and tells others why not', async () => {
    const [mine, other] = [createTestTeam(random), createTestTeam(random)];
    const relay = await relayWith({ allow: [mine.root] });
    const a = connect(relay.url, mine.device());
    await until(() => a.client.state().state === 'synced');
    await expect(refusal(relay.url, other.device())).resolves.toContain('does not serve');
  });

  test('S51: a proof made for another relay is worthless here', async () => {
    const relay = await relayWith({ origins: ['wss://relay.example'] });
    await expect(refusal(relay.url, createTestTeam(random).device())).resolves.toContain('another address');
  });

  test('S51: nor is one that is brought under the name of the relay that it was made for; what to do is said', async () => {
    const relay = await relayWith();
    const device = createTestTeam(random).device();
    const ws = new WebSocket(relay.url, { headers: { host: 'evil.example' } });
    const answers: ControlFrame[] = [];
    ws.on('message', (data: Buffer) => {
      const frame = expectOk(decodeControl(new Uint8Array(data)));
      answers.push(frame);
      if (frame.type === 'challenge')
        ws.send(encodeControl({ type: 'prove', ...buildProof(device.identity, 'ws://evil.example', frame.nonce) }));
    });
    await new Promise((resolve) => ws.on('close', resolve));
    expect(answers).toEqual([
      expect.objectContaining({ type: 'challenge' }),
      expect.objectContaining({ type: 'refuse', sentence: expect.stringContaining('--origin') as string }),
    ]);
  });

  test('S51: without being told, a relay is reached under its IP address and as localhost, behind a proxy not at all', async () => {
    const relay = await relayWith();
    const local = connect(`ws://localhost:${relay.port}`, createTestTeam(random).device());
    await until(() => local.client.state().state === 'synced');
    const proxied = await relayWith({ trustProxy: true });
    await expect(refusal(proxied.url, createTestTeam(random).device())).resolves.toContain('--origin');
  });
});

describe('a client that does not follow the rules', () => {
  const raw = async (url: string, answer: (nonce: Uint8Array) => readonly Uint8Array[]): Promise<ControlFrame[]> => {
    const ws = new WebSocket(url, { perMessageDeflate: false });
    const frames: ControlFrame[] = [];
    ws.on('message', (data: Buffer) => {
      const frame = decodeControl(new Uint8Array(data));
      if (!frame.ok) return;
      frames.push(frame.value);
      if (frame.value.type === 'challenge') for (const bytes of answer(frame.value.nonce)) ws.send(bytes);
    });
    await new Promise((resolve) => ws.on('close', resolve));
    return frames;
  };

  test('S1, S50: a proof over an old challenge, session frames before the proof, junk and text are refused', async () => {
    const relay = await relayWith();
    const device = createTestTeam(random).device();
    const old = encodeControl({ type: 'prove', ...buildProof(device.identity, relay.url, new Uint8Array(32)) });
    const early = encodeFrame({ type: 'digest', digest: new Uint8Array(32) });
    for (const bytes of [
      old,
      early,
      new Uint8Array([1, 2, 3]),
      new Uint8Array([0x82, 0x18, 0x99, 0x00]),
      new Uint8Array(),
    ])
      expect((await raw(relay.url, () => [bytes])).map(({ type }) => type)).toEqual(['challenge', 'refuse']);
    await until(() => relay.health().connections === 0);
  });

  test('S55: who does not prove itself in time is let go', async () => {
    const relay = await relayWith({ limits: { proveMs: 30 } });
    expect((await raw(relay.url, () => [])).map(({ type }) => type)).toEqual(['challenge', 'refuse']);
  });

  test('S55: connections above the limits of team and address are refused with a sentence that says to wait', async () => {
    const relay = await relayWith({ limits: { connectionsPerTeam: 1, connectionsPerAddress: 3 } });
    const team = createTestTeam(random);
    const a = connect(relay.url, team.device());
    await until(() => a.client.state().state === 'synced');
    const b = connect(relay.url, team.device());
    await until(() => b.client.state().state === 'offline');
    expect(b.client.state().sentence).toContain('Too many devices of this team');
    const others = [createTestTeam(random), createTestTeam(random), createTestTeam(random)].map((one) =>
      connect(relay.url, one.device()),
    );
    await until(() => others.some(({ client }) => client.state().sentence.includes('Too many devices are connected')));
  });

  test('S55: a flood of messages ends the connection, an oversized message too', async () => {
    const relay = await relayWith({ limits: { framesPerSecond: 1, framesBurst: 20 } });
    const device = createTestTeam(random).device();
    const proof = (nonce: Uint8Array) =>
      encodeControl({ type: 'prove', ...buildProof(device.identity, relay.url, nonce) });
    const flood = Array.from({ length: 50 }, () => encodeFrame({ type: 'notes', notes: [] }));
    await expect(raw(relay.url, (nonce) => [proof(nonce), ...flood])).resolves.toBeDefined();
    await expect(raw(relay.url, (nonce) => [proof(nonce), new Uint8Array(2 * 1024 * 1024)])).resolves.toBeDefined();
    await until(() => relay.health().connections === 0);
  });
});

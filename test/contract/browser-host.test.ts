import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { connectMeridian, nodeProof, socketPort, tryConnect } from '#engine/client/index.ts';
import { startBrowserHost, writeRedirectFile, type BrowserHost } from '#engine/hosts/browser/index.ts';
import { connectPort, proveToEngine } from '#shared/protocol/index.ts';
import { pocketEngine } from '#test/support/pocket-engine.ts';

let directory: string;
let pocket: ReturnType<typeof pocketEngine>;
let host: BrowserHost;
let warnings: string[];

const timers = {
  after: (ms: number, task: () => void) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};
const start = async (options: { port?: number; otherPortIfTaken?: boolean; content?: string } = {}) =>
  startBrowserHost({
    engine: pocket.engine,
    contentDirectory: options.content ?? join(directory, 'renderer'),
    port: options.port ?? 0,
    otherPortIfTaken: options.otherPortIfTaken ?? false,
    timers,
    log: { info: () => {}, warn: (message) => warnings.push(message) },
  });

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'meridian-host-'));
  pocket = pocketEngine();
  warnings = [];
  const content = join(directory, 'renderer');
  mkdirSync(join(content, 'assets'), { recursive: true });
  writeFileSync(join(directory, 'private.txt'), 'a secret beside the interface');
  writeFileSync(join(content, 'index.html'), '<!doctype html><title>Meridian</title>');
  writeFileSync(join(content, 'assets', 'app-A1b2C3d4.js'), 'export {};');
  writeFileSync(join(content, 'assets', 'inter-A1b2C3d4.woff2'), 'font');
  writeFileSync(join(content, '.hidden.html'), 'hidden');
  symlinkSync(join(directory, 'private.txt'), join(content, 'link.txt'));
  const started = await start();
  if (!started.ok) throw new Error(started.error.sentence);
  host = started.value;
});
afterEach(async () => {
  await host.close();
  rmSync(directory, { recursive: true });
});

const port = () => Number(new URL(host.url).port);
const authority = () => new URL(host.url).host;

/** A request with exactly this path and these headers: `fetch` would tidy both up. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port: port(), path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });

/** How a socket that is opened with these headers ends: the HTTP status of its refusal, or 101. */
const knock = (path: string, options: { origin?: string; headers?: Record<string, string> } = {}) =>
  new Promise<number>((resolve) => {
    const socket = new WebSocket(`ws://${authority()}${path}`, options);
    socket.on('open', () => {
      resolve(101);
      socket.close();
    });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', () => {});
  });

describe('the page', () => {
  it('is served with its type and may load nothing from elsewhere, run nothing inline and be framed by nobody', async () => {
    const { status, headers, body } = await get('/');
    expect(status).toBe(200);
    expect(body).toContain('<title>Meridian</title>');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`connect-src 'self' ws://${authority()}`);
  });

  it('never contains the secret', async () => {
    const { headers, body } = await get('/');
    expect(JSON.stringify(headers) + body).not.toContain(host.token);
    expect(host.url).not.toContain(host.token);
  });

  it('is not kept by the browser, while files named by their content are kept for ever', async () => {
    expect((await get('/')).headers['cache-control']).toBe('no-store');
    const script = await get('/assets/app-A1b2C3d4.js?v=1');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await get('/assets/inter-A1b2C3d4.woff2')).headers['content-type']).toBe('font/woff2');
  });

  it.each([
    '/../private.txt',
    '/assets/../../private.txt',
    '/%2e%2e/private.txt',
    '/..%2fprivate.txt',
    '/assets/..\\..\\private.txt',
    '//private.txt',
    '/link.txt',
    '/.hidden.html',
    '/assets',
    '/assets/',
    '/nothing.html',
    '/index.html%00.txt',
  ])('nothing but the files of the interface is served: %s', async (path) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
    expect(headers['content-security-policy']).toBeDefined();
  });

  it('is served whole after it was built anew under the running engine', async () => {
    const content = join(directory, 'renderer');
    rmSync(join(content, 'assets', 'app-A1b2C3d4.js'));
    writeFileSync(join(content, 'assets', 'app-Z9y8X7w6.js'), 'export {};');
    expect((await get('/assets/app-Z9y8X7w6.js')).status).toBe(200);
    expect((await get('/assets/app-A1b2C3d4.js')).status).toBe(404);
    expect((await get('/')).status).toBe(200);
  });

  it('is refused to a page that points its own host name at this machine', async () => {
    for (const name of ['evil.example', `evil.example:${port()}`, `localhost:${port()}`, '127.0.0.1']) {
      const { status, body } = await get('/', { host: name });
      expect(status).toBe(421);
      expect(body).not.toContain('<title>');
    }
  });

  it('takes no method that changes anything', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await get('/', {}, method)).status).toBe(405);
    expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it('says how to build the interface where it is missing', async () => {
    await host.close();
    const started = await start({ content: join(directory, 'nowhere') });
    if (!started.ok) throw new Error(started.error.sentence);
    host = started.value;
    expect(host.hasInterface).toBe(false);
    expect(await get('/')).toMatchObject({ status: 503, body: expect.stringContaining('npm run build') });
  });
});

describe('the socket', () => {
  it('lets in who proves the secret, as a script does', async () => {
    const client = await connectMeridian(host);
    expect(await client.run('draft.save', { key: 'a', value: 'one' })).toEqual({ ok: true, value: {} });
    expect(await client.read('draft', { key: 'a' })).toMatchObject({ ok: true, value: { value: 'one' } });
    client.close();
  });

  it('refuses a page of another origin before it can say anything', async () => {
    expect(await knock('/engine', { origin: 'http://evil.example' })).toBe(403);
    expect(await knock('/engine', { origin: 'null' })).toBe(403);
    expect(await knock('/engine', { origin: 'http://127.0.0.1:1' })).toBe(403);
    expect(await knock('/engine', { origin: `https://${authority()}` })).toBe(403);
    expect(await knock('/engine', { origin: `http://${authority()}` })).toBe(101);
  });

  it('refuses another host name and another path', async () => {
    expect(await knock('/engine', { headers: { host: `evil.example:${port()}` } })).toBe(421);
    expect(await knock('/elsewhere')).toBe(404);
  });

  it('refuses a wrong secret on both sides: neither the script nor the engine goes on', async () => {
    const wrong = nodeProof.nonce();
    expect(await tryConnect({ url: host.url, token: wrong })).toMatchObject({
      ok: false,
      error: { code: 'unauthorized' },
    });
    await expect(connectMeridian({ url: host.url, token: wrong })).rejects.toThrow('Open Meridian from the terminal');
    expect(pocket.requests).toEqual([]);
  });

  it('refuses a window that goes on without a right proof, and closes', async () => {
    const attempts: readonly ((nonce: string) => unknown)[] = [
      () => ({ type: 'hello', version: 1 }),
      () => ({ type: 'prove', proof: 'A'.repeat(43) }),
      () => ({ type: 'prove', proof: 7 }),
      () => null,
    ];
    for (const attempt of attempts) {
      const socket = new WebSocket(`ws://${authority()}/engine`);
      const raw = socketPort(socket);
      const received: unknown[] = [];
      raw.onMessage((message) => {
        received.push(message);
        raw.post(attempt((message as { nonce: string }).nonce));
        raw.post({ type: 'run', id: 1, name: 'draft.save', params: { key: 'a', value: 'b' } });
      });
      socket.on('open', () => raw.post({ type: 'knock', nonce: nodeProof.nonce() }));
      const code = await new Promise((resolve) => socket.on('close', resolve));
      expect(code).toBe(4401);
      expect(received).toHaveLength(1);
    }
    expect(pocket.requests).toEqual([]);
    expect(warnings.join()).not.toContain(host.token);
  });

  it('a proof made for another address is worth nothing here', async () => {
    const socket = new WebSocket(`ws://${authority()}/engine`);
    const raw = socketPort(socket);
    await new Promise((resolve) => socket.on('open', resolve));
    const proven = await proveToEngine(raw, { secret: host.token, authority: '127.0.0.1:1' }, nodeProof);
    expect(proven).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
  });

  it('a proof seen once cannot be used again', async () => {
    const sent: unknown[] = [];
    const first = socketPort(new WebSocket(`ws://${authority()}/engine`));
    const opening = new WebSocket(`ws://${authority()}/engine`);
    const recorded = socketPort(opening);
    await new Promise((resolve) => opening.on('open', resolve));
    const proven = await proveToEngine(
      {
        ...recorded,
        post: (message) => {
          sent.push(message);
          recorded.post(message);
        },
      },
      { secret: host.token, authority: authority() },
      nodeProof,
    );
    expect(proven.ok).toBe(true);
    first.close();

    const replay = new WebSocket(`ws://${authority()}/engine`);
    const raw = socketPort(replay);
    raw.onMessage(() => raw.post(sent[1]));
    replay.on('open', () => raw.post(sent[0]));
    expect(await new Promise((resolve) => replay.on('close', resolve))).toBe(4401);
  });

  it('a stranger that listens on the port learns nothing that proves the secret', async () => {
    const { WebSocketServer } = await import('ws');
    const stranger = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((resolve) => stranger.once('listening', resolve));
    const heard: string[] = [];
    stranger.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => {
        heard.push(data.toString());
        socket.send(JSON.stringify({ type: 'answer', nonce: nodeProof.nonce(), proof: 'A'.repeat(43) }));
      });
    });
    const { port: at } = stranger.address() as { port: number };
    const result = await tryConnect({ url: `http://127.0.0.1:${at}/`, token: host.token });
    expect(result).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
    expect(heard).toHaveLength(1);
    expect(heard.join()).not.toContain(host.token);
    expect(heard.join()).not.toContain('proof');
    stranger.close();
  });

  it('a message over the limit ends that connection and no other', async () => {
    const client = await connectMeridian(host);
    const socket = new WebSocket(`ws://${authority()}/engine`);
    await new Promise((resolve) => socket.on('open', resolve));
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.send(Buffer.alloc(97_000_000, 'x'), { binary: false });
    expect(await closed).toBe(1009);
    expect(await client.run('draft.save', { key: 'a', value: 'one' })).toMatchObject({ ok: true });
    client.close();
  });

  it('something that is not JSON ends the connection', async () => {
    for (const data of ['{', Buffer.from([1, 2, 3])]) {
      const socket = new WebSocket(`ws://${authority()}/engine`);
      socket.on('open', () => socket.send(data));
      expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(1003);
    }
  });

  it('closing the host ends what waits with a sentence', async () => {
    const client = await connectMeridian(host);
    pocket.hold();
    const running = client.run('draft.save', { key: 'a', value: 'one' });
    await host.close();
    expect(await running).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    pocket.release();
    expect(await tryConnect(host)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });

  it('a window that hangs does not keep the host from closing', async () => {
    const socket = new WebSocket(`ws://${authority()}/engine`);
    await new Promise((resolve) => socket.on('open', resolve));
    socket.pause();
    await host.close();
    socket.terminate();
    expect(await tryConnect(host)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });

  it('an address that is none is refused with a sentence', async () => {
    for (const url of ['', 'meridian', 'https://127.0.0.1:1/', 'ws://127.0.0.1:1/']) {
      expect(await tryConnect({ url, token: host.token })).toMatchObject({ ok: false, error: { code: 'invalid' } });
    }
  });
});

describe('the address', () => {
  it('is on this machine only', async () => {
    expect(new URL(host.url).hostname).toBe('127.0.0.1');
    const refused = await new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.2', port: port() });
      socket.on('connect', () => {
        socket.destroy();
        resolve(false);
      });
      socket.on('error', () => resolve(true));
    });
    expect(refused).toBe(true);
  });

  it('a port that is taken is refused with a sentence, or replaced where nobody asked for it', async () => {
    const refused = await start({ port: port() });
    expect(refused).toMatchObject({ ok: false, error: { code: 'unavailable', field: 'port' } });
    expect(!refused.ok && refused.error.sentence).toContain(String(port()));
    const other = await start({ port: port(), otherPortIfTaken: true });
    expect(other.ok && other.value.url).not.toBe(host.url);
    if (other.ok) await other.value.close();
  });

  it('the file that leads the browser there is readable by its owner only, whatever lay there before', () => {
    const target = join(directory, 'target.txt');
    writeFileSync(target, 'untouched');
    symlinkSync(target, join(directory, 'open-meridian.html'));
    const file = writeRedirectFile(directory, host.url, host.token);
    expect(readFileSync(target, 'utf8')).toBe('untouched');
    if (process.platform !== 'win32') expect(statSync(file.path).mode & 0o777).toBe(0o600);
    expect(readFileSync(file.path, 'utf8')).toContain(`${host.url}#meridian-secret=${host.token}`);
    file.remove();
    expect(() => statSync(file.path)).toThrow();
  });

  it('a script and a window use the same protocol', async () => {
    const socket = new WebSocket(`ws://${authority()}/engine`, { origin: `http://${authority()}` });
    const raw = socketPort(socket);
    await new Promise((resolve) => socket.on('open', resolve));
    const proven = await proveToEngine(raw, { secret: host.token, authority: authority() }, nodeProof);
    if (!proven.ok) throw new Error(proven.error.sentence);
    const client = connectPort(proven.value);
    expect(await client.ready).toEqual({ ok: true, value: null });
    client.close();
  });
});

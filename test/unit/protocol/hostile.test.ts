import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeProof } from '#engine/client/index.ts';
import {
  admitWindow,
  commands,
  connectPort,
  parseCommand,
  parseQuery,
  proveToEngine,
  queries,
  servePort,
  type CommandName,
  type QueryName,
} from '#shared/protocol/index.ts';
import { memoryPorts } from '#test/support/memory-ports.ts';
import { pocketEngine } from '#test/support/pocket-engine.ts';

const context = { secret: nodeProof.nonce(), authority: '127.0.0.1:7433' };
const silent = { info: () => {}, warn: () => {} };

/** Plain data that looks more or less like a message. */
const message = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      type: fc.constantFrom(
        'hello',
        'run',
        'watch',
        'unwatch',
        'welcome',
        'done',
        'failed',
        'value',
        'knock',
        'answer',
      ),
      id: fc.oneof(fc.integer(), fc.double(), fc.string()),
      name: fc.constantFrom('draft', 'draft.save', 'session', 'constructor', ''),
      version: fc.oneof(fc.integer({ min: 0, max: 2 }), fc.string()),
      params: fc.jsonValue(),
      error: fc.jsonValue(),
      nonce: fc.string({ maxLength: 200 }),
      proof: fc.string({ maxLength: 200 }),
    },
    { requiredKeys: [] },
  ),
);

describe('the protocol under arbitrary input', () => {
  it('an engine survives whatever a window sends, and answers the next request', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 12 }), async (messages) => {
        const { engine } = pocketEngine();
        const [engineEnd, windowEnd] = memoryPorts();
        const defects: unknown[] = [];
        servePort(engineEnd, engine, { log: { info: () => {}, warn: (text) => defects.push(text) } });
        for (const sent of messages) windowEnd.post(sent);
        await new Promise((resolve) => setImmediate(resolve));

        const [freshEnd, freshWindow] = memoryPorts();
        servePort(freshEnd, engine, { log: silent });
        expect(await connectPort(freshWindow).run('relay.retry', {})).toMatchObject({ error: { code: 'unreachable' } });
      }),
      { numRuns: 150 },
    );
  });

  it('a window survives whatever an engine sends, and its calls still end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 12 }), async (messages) => {
        const [engineEnd, windowEnd] = memoryPorts();
        const client = connectPort(windowEnd);
        const running = client.run('relay.retry', {});
        const reading = client.read('session', {});
        for (const sent of messages) engineEnd.post(sent);
        await new Promise((resolve) => setImmediate(resolve));
        engineEnd.close();
        for (const result of [await running, await reading, await client.ready]) {
          expect(typeof result.ok).toBe('boolean');
          if (!result.ok) expect(typeof result.error.sentence).toBe('string');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('nobody is let in by anything but the proof', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 4 }), async (messages) => {
        const [engineEnd, windowEnd] = memoryPorts();
        const admitting = admitWindow(engineEnd, context, nodeProof);
        for (const sent of messages) windowEnd.post(sent);
        await new Promise((resolve) => setImmediate(resolve));
        windowEnd.close();
        expect((await admitting).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('no engine is believed by anything but the proof', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 4 }), async (messages) => {
        const [engineEnd, windowEnd] = memoryPorts();
        const proving = proveToEngine(windowEnd, context, nodeProof);
        for (const sent of messages) engineEnd.post(sent);
        await new Promise((resolve) => setImmediate(resolve));
        engineEnd.close();
        expect((await proving).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('two that hold the secret let each other in, and the first message after it is not lost', async () => {
    const [engineEnd, windowEnd] = memoryPorts();
    const [admitted, proven] = await Promise.all([
      admitWindow(engineEnd, context, nodeProof),
      proveToEngine(windowEnd, context, nodeProof),
    ]);
    if (!admitted.ok || !proven.ok) throw new Error('they should know each other');
    proven.value.post({ type: 'first' });
    await new Promise((resolve) => setImmediate(resolve));
    const heard: unknown[] = [];
    admitted.value.onMessage((received) => heard.push(received));
    expect(heard).toEqual([{ type: 'first' }]);
  });

  it.each(['secret', 'authority'] as const)('another %s is another session', async (field) => {
    const [engineEnd, windowEnd] = memoryPorts();
    const other = { ...context, [field]: field === 'secret' ? nodeProof.nonce() : '127.0.0.1:1' };
    const [admitted, proven] = await Promise.all([
      admitWindow(engineEnd, context, nodeProof),
      proveToEngine(windowEnd, other, nodeProof),
    ]);
    expect([admitted.ok, proven.ok]).toEqual([false, false]);
  });
});

describe('requests under arbitrary input', () => {
  const names = Object.keys(commands) as CommandName[];
  const queryNames = Object.keys(queries) as QueryName[];

  it('a refusal is always a sentence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, params) => {
        const parsed = parseCommand(name, params);
        if (!parsed.ok) expect(parsed.error.sentence).toMatch(/\.$/);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...queryNames), fc.jsonValue(), (name, params) => {
        const parsed = parseQuery(name, params);
        if (!parsed.ok) expect(parsed.error.sentence).toMatch(/\.$/);
      }),
    );
  });

  it('what was read once reads the same again', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 50 }), fc.string({ maxLength: 50 }), (key, value) => {
        const once = parseCommand('draft.save', { key, value });
        expect(once.ok && parseCommand('draft.save', once.value)).toEqual(once);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { createMemoryReplica } from '#test/support/sync/memory-replica.ts';
import { meet, meetAndSettle, opening } from '#test/support/sync/meet.ts';
import { decodeFrame, encodeFrame, refusalCodes } from '#shared/sync/index.ts';
import type { Frame } from '#shared/sync/index.ts';

const random = seededRandom(1);
const filled = (logs: number, entries: number) => {
  const replica = createMemoryReplica();
  const writers = Array.from({ length: logs }, () => createLogWriter(random));
  for (const writer of writers) for (let i = 0; i < entries; i += 1) replica.append(writer.next());
  return { replica, writers };
};
const typesOf = (frames: readonly Uint8Array[]): readonly string[] =>
  frames.map((bytes) => {
    const frame = decodeFrame(bytes);
    return frame.ok ? frame.value.type : 'unreadable';
  });

describe('comparing', () => {
  test('S11: replicas that hold the same exchange one digest each and nothing more', async () => {
    const { replica: a } = filled(20, 3);
    const b = createMemoryReplica();
    await meetAndSettle(a, b);
    const second = await meetAndSettle(a, b);
    expect(second.sessions[0].status()).toMatchObject({ phase: 'settled', synced: true, toSend: 0, toReceive: 0 });
    expect(second.sessions[1].status()).toMatchObject({ phase: 'settled', synced: true });
    const third = meet(a, b);
    const seen: Uint8Array[] = [];
    third.link.onTraffic((_, bytes) => seen.push(bytes));
    await opening();
    third.link.settle();
    expect(typesOf(seen)).toEqual(['hello', 'hello', 'digest', 'digest']);
  });

  test('S13: only the rows of buckets that differ are named', async () => {
    const { replica: a, writers } = filled(64, 1);
    const b = createMemoryReplica();
    await meetAndSettle(a, b);
    const [writer] = writers;
    if (!writer) throw new Error('no writer');
    a.append(writer.next());
    const rows: number[] = [];

    const meeting = meet(a, b);
    meeting.link.onTraffic((_, bytes) => {
      const frame = decodeFrame(bytes);
      if (frame.ok && frame.value.type === 'vector') rows.push(frame.value.rows.length);
    });
    await opening();
    meeting.link.settle();
    const sameBucket = writers.filter((other) => other.id[0] === writer.id[0]).length;
    expect(rows).toEqual([sameBucket, sameBucket]);
    expect(b.fingerprint()).toBe(a.fingerprint());
  });
});

describe('moving entries', () => {
  test('S20, S24: two replicas that never met end equal, and meeting again moves nothing', async () => {
    const { replica: a } = filled(7, 90);
    const { replica: b } = filled(5, 40);
    await meetAndSettle(a, b);
    expect(a.fingerprint()).toBe(b.fingerprint());
    expect(a.entryCount()).toBe(7 * 90 + 5 * 40);
  });

  test('S20: batches stay within 64 KiB and 256 entries, and one larger entry travels alone', async () => {
    const a = createMemoryReplica();
    const writer = createLogWriter(random);
    for (const size of [256, 300_000, 256, 30_000, 30_000, 30_000]) a.append(writer.next(size));
    for (let i = 0; i < 600; i += 1) a.append(writer.next(1));
    const b = createMemoryReplica();

    const meeting = meet(a, b);
    const batches: { count: number; bytes: number }[] = [];
    meeting.link.onTraffic((_, bytes) => {
      const frame = decodeFrame(bytes);
      if (frame.ok && frame.value.type === 'entries')
        batches.push({
          count: frame.value.entries.length,
          bytes: frame.value.entries.reduce((sum, entry) => sum + entry.length, 0),
        });
    });
    await opening();
    meeting.link.settle();
    expect(b.fingerprint()).toBe(a.fingerprint());
    for (const { count, bytes } of batches) {
      expect(count).toBeLessThanOrEqual(256);
      if (count > 1) expect(bytes).toBeLessThanOrEqual(64 * 1024);
    }
    expect(batches.some(({ count, bytes }) => count === 1 && bytes > 300_000)).toBe(true);
  });

  test('S21: never more batches under way than the peer takes in at once', async () => {
    const { replica: a } = filled(1, 4000);

    const meeting = meet(a, createMemoryReplica());
    await opening();
    let most = 0;
    for (let i = 0; i < 5; i += 1) {
      while (meeting.link.waiting(0) > 0) meeting.link.deliver(0);
      most = Math.max(most, typesOf(meeting.link.underWay(1)).filter((type) => type === 'entries').length);
      if (i < 3) while (meeting.link.waiting(1) > 0) meeting.link.deliver(1);
    }
    expect(most).toBe(8);
    meeting.link.settle();
    expect(meeting.sessions[0].status().synced).toBe(true);
  });

  test('S25: what a device writes while connected arrives, and what it heard elsewhere is announced before it is sent', async () => {
    const a = createMemoryReplica();
    const b = createMemoryReplica();
    const c = createMemoryReplica();
    const ab = await meetAndSettle(a, b);
    const bc = await meetAndSettle(b, c);
    const seen: Frame['type'][] = [];
    bc.link.onTraffic((to, bytes) => {
      const frame = decodeFrame(bytes);
      if (to === 1 && frame.ok) seen.push(frame.value.type);
    });
    a.append(createLogWriter(random).next());
    ab.link.settle();
    expect(b.entryCount()).toBe(1);
    bc.link.settle();
    expect(c.entryCount()).toBe(1);
    expect(seen).toEqual(['state', 'entries']);
  });

  test('S25: what a device got from a teammate it does not push to a relay that has it', async () => {
    const [a, b, relay] = [createMemoryReplica(), createMemoryReplica(), createMemoryReplica()];
    const ar = await meetAndSettle(a, relay, { roles: ['device', 'relay'] });
    const br = await meetAndSettle(b, relay, { roles: ['device', 'relay'] });
    const ab = await meetAndSettle(a, b);
    let sent = 0;
    for (const { link } of [ar, br, ab])
      link.onTraffic((_, bytes) => {
        const frame = decodeFrame(bytes);
        if (frame.ok && frame.value.type === 'entries') sent += frame.value.entries.length;
      });
    a.append(createLogWriter(random).next());
    ab.link.settle();
    ar.link.settle();
    br.link.settle();
    ar.link.settle();
    expect(b.entryCount()).toBe(1);
    expect(relay.entryCount()).toBe(1);
    expect(sent).toBe(3);
  });

  test('S26: a peer that names more than it sends is never counted as synced', async () => {
    const { replica: a } = filled(2, 5);
    const withholding = { ...a, read: () => [] };
    const meeting = await meetAndSettle(withholding, createMemoryReplica());
    expect(meeting.sessions[1].status()).toMatchObject({ phase: 'settled', synced: false, toReceive: 10 });
    expect(meeting.reports[1].some((report) => report.type === 'synced')).toBe(false);
  });

  test('S27: a replica that cannot store ends the session with a sentence and sends no receipt', async () => {
    const { replica: a } = filled(1, 5);
    const full = {
      ...createMemoryReplica(),
      ingest: () => Promise.reject(new Error('database or disk is full')),
    };

    const meeting = meet(a, full);
    const towardsA: Frame['type'][] = [];
    meeting.link.onTraffic((to, bytes) => {
      const frame = decodeFrame(bytes);
      if (to === 0 && frame.ok) towardsA.push(frame.value.type);
    });
    await opening();
    meeting.link.settle();
    await expect(meeting.sessions[1].ended).resolves.toContain('disk is full');
    await expect(meeting.sessions[0].ended).resolves.toContain('disk is full');
    expect(towardsA).not.toContain('receipt');
  });

  test('S28: what the peer holds follows from its own words', async () => {
    const { replica: a, writers } = filled(3, 4);
    const meeting = await meetAndSettle(a, createMemoryReplica());
    expect([...meeting.sessions[0].peerHolds().values()]).toEqual(writers.map(() => 4));
    expect([...meeting.sessions[1].peerHolds().values()]).toEqual(writers.map(() => 4));
  });

  test('S22: an entry held already is ignored, and one that does not follow the head is refused, not stored', async () => {
    const b = createMemoryReplica();
    const meeting = await meetAndSettle(createMemoryReplica(), b);
    const writer = createLogWriter(random);
    const [first, , third] = [writer.next(), writer.next(), writer.next()];
    const receipts: Extract<Frame, { type: 'receipt' }>[] = [];
    meeting.link.onTraffic((to, bytes) => {
      const frame = decodeFrame(bytes);
      if (to === 0 && frame.ok && frame.value.type === 'receipt') receipts.push(frame.value);
    });
    for (const [at, entries] of [[first.bytes, first.bytes], [first.bytes], [third.bytes]].entries())
      meeting.link.inject(1, encodeFrame({ type: 'entries', batch: at + 1, entries }));
    while (meeting.link.waiting(1) > 0) meeting.link.deliver(1);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    while (meeting.link.waiting(0) > 0) meeting.link.deliver(0);
    const head = { id: writer.id, seq: 1, hash: first.hash };
    expect(receipts.map(({ heads }) => heads)).toEqual([[head], [head], [head]]);
    expect(receipts.map(({ refused }) => refused)).toEqual([
      [],
      [],
      [{ id: writer.id, seq: 3, code: refusalCodes.gap }],
    ]);
    expect(b.entryCount()).toBe(1);
  });

  test('S23: one bad entry stops its own log and no other, and the sender is told which', async () => {
    const { replica: a, writers } = filled(3, 10);
    const [bad] = writers;
    if (!bad) throw new Error('no writer');
    const tampered = {
      ...a,
      read: (...args: Parameters<typeof a.read>) =>
        Promise.resolve(a.read(...args)).then((entries) =>
          entries.map((entry) => {
            if (entry.log !== bad.log || entry.seq !== 4) return entry;
            const bytes = new Uint8Array(entry.bytes);
            bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
            return { ...entry, bytes };
          }),
        ),
    };
    const b = createMemoryReplica();
    const meeting = await meetAndSettle(tampered, b);
    for (let i = 0; i < 20; i += 1) {
      await Promise.resolve();
      meeting.link.settle();
    }
    expect(b.entryCount()).toBe(23);
    expect(meeting.reports[0]).toContainEqual({ type: 'rejected', log: bad.log, seq: 4, code: refusalCodes.malformed });
    // The clean copy arrives from somebody else.
    await meetAndSettle(a, b);
    expect(b.fingerprint()).toBe(a.fingerprint());
  });

  test('S56: a side that lost the end of a log gets it again in the same session', async () => {
    const { replica: a, writers } = filled(2, 10);
    const b = createMemoryReplica();
    const meeting = await meetAndSettle(a, b);
    const [writer] = writers;
    if (!writer) throw new Error('no writer');
    b.cut(writer.log, 6);
    expect(b.entryCount()).toBe(16);
    meeting.link.settle();
    expect(b.fingerprint()).toBe(a.fingerprint());
  });
});

describe('forks', () => {
  const forked = (lengthA: number, lengthB: number) => {
    const [a, b] = [createMemoryReplica(), createMemoryReplica()];
    const writer = createLogWriter(random);
    for (let i = 0; i < 3; i += 1) {
      const entry = writer.next();
      a.append(entry);
      b.append(entry);
    }
    const other = writer.fork();
    for (let i = 0; i < lengthA; i += 1) a.append(writer.next());
    for (let i = 0; i < lengthB; i += 1) b.append(other.next());
    const innocent = createLogWriter(random);
    a.append(innocent.next());
    return { a, b, writer };
  };

  for (const [lengthA, lengthB] of [
    [1, 1],
    [4, 1],
    [1, 4],
    [2, 7],
  ] as const)
    test(`S30, S31, S32: branches of ${lengthA} and ${lengthB} entries are proven on both sides and everything else goes on`, async () => {
      const { a, b, writer } = forked(lengthA, lengthB);
      const meeting = await meetAndSettle(a, b);
      for (const side of [0, 1] as const) {
        const proofs = meeting.reports[side].filter((report) => report.type === 'fork');
        expect(proofs).toHaveLength(1);
        expect(proofs[0]?.proof).toMatchObject({ log: writer.log, seq: 3 + Math.min(lengthA, lengthB) });
        expect(proofs[0]?.proof.mine.header).not.toEqual(proofs[0]?.proof.theirs.header);
        expect(meeting.sessions[side].status()).toMatchObject({ synced: true, frozen: 1 });
      }
      expect(a.entryCount()).toBe(3 + lengthA + 1);
      expect(b.entryCount()).toBe(3 + lengthB + 1);
    });
});

describe('introductions', () => {
  test('S4: another team is refused with a sentence on both sides', async () => {
    const meeting = await meetAndSettle(createMemoryReplica(), createMemoryReplica(), {
      teams: [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)],
    });
    await expect(meeting.sessions[0].ended).resolves.toContain('another team');
    await expect(meeting.sessions[1].ended).resolves.toContain('another team');
  });

  const refused = async (frames: readonly Frame[]): Promise<string> => {
    const meeting = meet(createMemoryReplica(), createMemoryReplica());
    await opening();
    while (meeting.link.waiting(0) > 0) meeting.link.deliver(0);
    for (const frame of frames) meeting.link.inject(0, encodeFrame(frame));
    meeting.link.settle();
    return meeting.sessions[0].ended;
  };
  const row = { id: new Uint8Array(32), seq: 1, hash: new Uint8Array(32) };
  const hello = { type: 'hello', version: 1, team: new Uint8Array(32).fill(7), role: 0, window: 8 } as const;
  const outOfTurn: readonly (readonly [string, Frame])[] = [
    ['S4: HELLO twice', hello],
    ['S11: DIGEST twice', { type: 'digest', digest: new Uint8Array(32) }],
    ['S12: BUCKETS although digests were equal', { type: 'buckets', buckets: [] }],
    ['S13: VECTOR although digests were equal', { type: 'vector', rows: [row], last: true }],
    ['S20: a batch out of order', { type: 'entries', batch: 2, entries: [new Uint8Array(3)] }],
    ['S20: an empty batch', { type: 'entries', batch: 1, entries: [] }],
    ['S2: an entry that is none', { type: 'entries', batch: 1, entries: [new Uint8Array(3)] }],
    ['S23: a receipt for nothing', { type: 'receipt', batch: 1, heads: [], refused: [] }],
    [
      'S31: a fork proof that proves nothing',
      { type: 'fork', sides: [{ header: new Uint8Array(9), signature: new Uint8Array(64) }] },
    ],
    ['S41: an object nobody asked for', { type: 'object', request: 1, id: row.id, version: 1, bytes: null }],
    ['S42: an acknowledgement of nothing', { type: 'put-done', request: 1, code: 0 }],
    ['S42: an object without a version', { type: 'put', request: 1, id: row.id, version: 0, bytes: null }],
  ];
  for (const [name, frame] of outOfTurn)
    test(`${name} ends the session with a sentence`, async () => {
      await expect(refused([frame])).resolves.toMatch(/^(The other side|An entry) .*\.$/);
    });
});

describe('objects', () => {
  const id = new Uint8Array(32).fill(3);
  test('S40, S43: objects spread, newer versions replace, deletions stay', async () => {
    const [a, b] = [createMemoryReplica(), createMemoryReplica()];
    a.putLocal({ id, version: 1, bytes: Uint8Array.of(1) });
    const meeting = await meetAndSettle(a, b);
    expect(b.objectOf(id)?.bytes).toEqual(Uint8Array.of(1));
    b.putLocal({ id, version: 2, bytes: null });
    meeting.link.settle();
    expect(a.objectOf(id)).toEqual({ id, version: 2, bytes: null });
    a.putLocal({ id, version: 1, bytes: Uint8Array.of(1) });
    meeting.link.settle();
    expect(b.objectOf(id)?.bytes).toBeNull();
  });

  test('S41, S42: a question is answered and a gift acknowledged once durable', async () => {
    const [a, b] = [createMemoryReplica(), createMemoryReplica()];
    const meeting = await meetAndSettle(a, { ...b, objects: { ...b.objects, wanted: () => [] } });
    const nothing = meeting.sessions[0].getObject(id);
    meeting.link.settle();
    await expect(nothing).resolves.toEqual({ ok: true, value: undefined });
    const given = meeting.sessions[0].putObject({ id, version: 4, bytes: Uint8Array.of(9) });
    meeting.link.settle();
    await expect(given).resolves.toEqual({ ok: true, value: 'stored' });
    const again = meeting.sessions[0].putObject({ id, version: 4, bytes: Uint8Array.of(8) });
    const asked = meeting.sessions[0].getObject(id);
    meeting.link.settle();
    await expect(again).resolves.toEqual({ ok: true, value: 'held' });
    await expect(asked).resolves.toMatchObject({ ok: true, value: { version: 4, bytes: Uint8Array.of(9) } });
    const unanswered = meeting.sessions[0].getObject(id);
    meeting.link.tear();
    await expect(unanswered).resolves.toMatchObject({ ok: false });
  });
});

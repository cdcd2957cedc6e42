import { describe, expect, test } from 'vitest';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { createMemoryReplica } from '#test/support/sync/memory-replica.ts';
import { meet, meetAndSettle, opening } from '#test/support/sync/meet.ts';
import { decodeFrame, encodeFrame } from '#shared/sync/index.ts';
import type { Frame } from '#shared/sync/index.ts';

const random = seededRandom(3);
const filled = (logs: number, entries: number) => {
  const replica = createMemoryReplica();
  const writers = Array.from({ length: logs }, () => createLogWriter(random));
  for (const writer of writers) for (let i = 0; i < entries; i += 1) replica.append(writer.next());
  return { replica, writers };
};
describe('before anything is sent', () => {
  /** What one end hears, frame by frame. */
  const heardBy = (meeting: ReturnType<typeof meet>, end: 0 | 1): Frame[] => {
    const frames: Frame[] = [];
    meeting.link.onTraffic((to, bytes) => {
      const frame = decodeFrame(bytes);
      if (to === end && frame.ok) frames.push(frame.value);
    });
    return frames;
  };

  test('S10: what is stored while both compare is no part of the snapshot, and arrives all the same', async () => {
    const { replica: a, writers } = filled(3, 2);
    const b = createMemoryReplica();
    const meeting = meet(a, b);
    const heard = heardBy(meeting, 1);
    await opening();
    const [writer] = writers;
    if (!writer) throw new Error('no writer');
    a.append(writer.next());
    a.append(createLogWriter(random).next());
    meeting.link.settle();
    expect(b.fingerprint()).toBe(a.fingerprint());
    const same = meet(a, b);
    const again = heardBy(same, 1);
    await opening();
    same.link.settle();
    const digestIn = (frames: readonly Frame[]) => frames.find((frame) => frame.type === 'digest');
    expect(digestIn(heard)).not.toEqual(digestIn(again));
  });

  test('S14, S15: logs that the other side does not name are sent once their bucket is settled, and nothing sooner', async () => {
    const { replica: a } = filled(30, 2);
    const { replica: b } = filled(30, 2);
    const meeting = meet(a, b);
    const heard = heardBy(meeting, 1);
    await opening();
    meeting.link.settle();
    const types = heard.map(({ type }) => type);
    const lastRow = heard.findLastIndex((frame) => frame.type === 'vector' && frame.last);
    expect(lastRow).toBeGreaterThan(0);
    expect(types.indexOf('entries')).toBeGreaterThan(lastRow);
    expect(b.entryCount()).toBe(120);
    expect(b.fingerprint()).toBe(a.fingerprint());
  });

  test.each(['state', 'entries'] as const)('S15: %s before both have compared ends the session', async (type) => {
    const meeting = meet(createMemoryReplica(), createMemoryReplica());
    await opening();
    // Only who the other side is has been said.
    meeting.link.deliver(0);
    meeting.link.disturb(0, (queue) => queue.splice(0));
    const row = { id: new Uint8Array(32), seq: 1, hash: new Uint8Array(32) };
    const entry = createLogWriter(random).next().bytes;
    meeting.link.inject(
      0,
      encodeFrame(type === 'state' ? { type, rows: [row] } : { type, batch: 1, entries: [entry] }),
    );
    meeting.link.settle();
    await expect(meeting.sessions[0].ended).resolves.toMatch(/before comparing\.$/);
  });

  test('S16: a head that one is behind of is answered with the own one, once, and one that it is ahead of with entries', async () => {
    const a = createMemoryReplica();
    const writer = createLogWriter(random);
    const first = writer.next();
    for (const entry of [first, writer.next(), writer.next()]) a.append(entry);
    const meeting = await meetAndSettle(a, createMemoryReplica());
    const heard = heardBy(meeting, 1);
    const unknown = { id: random.bytes(32), seq: 5, hash: random.bytes(32) };
    for (let time = 0; time < 2; time += 1) meeting.link.inject(0, encodeFrame({ type: 'state', rows: [unknown] }));
    while (meeting.link.waiting(0) > 0) meeting.link.deliver(0);
    while (meeting.link.waiting(1) > 0) meeting.link.deliver(1);
    const nothing = { id: unknown.id, seq: 0, hash: new Uint8Array(32) };
    expect(heard).toEqual([{ type: 'state', rows: [nothing] }]);
    const lost = { id: writer.id, seq: 1, hash: first.hash };
    meeting.link.inject(0, encodeFrame({ type: 'state', rows: [lost] }));
    while (meeting.link.waiting(0) > 0) meeting.link.deliver(0);
    while (meeting.link.waiting(1) > 0) meeting.link.deliver(1);
    expect(heard.map(({ type }) => type)).toEqual(['state', 'entries']);
  });

  test('S5: who leaves says why, and says nothing more', async () => {
    const { replica: a } = filled(1, 1);
    const meeting = await meetAndSettle(a, createMemoryReplica());
    const heard = heardBy(meeting, 1);
    meeting.sessions[0].leave('The device disconnects.');
    a.append(createLogWriter(random).next());
    meeting.link.settle();
    await expect(meeting.sessions[1].ended).resolves.toBe('The device disconnects.');
    expect(heard).toEqual([{ type: 'bye', code: 0, sentence: 'The device disconnects.' }]);
    expect(meeting.sessions.map((session) => session.status().phase)).toEqual(['closed', 'closed']);
  });
});

import { createHash } from 'node:crypto';
import { expectOk } from '#shared/std/index.ts';
import { leb128, readChange } from '#engine/documents/chunk.ts';
import { plainOps } from '#engine/documents/plain-ops.ts';
import { actorOf, createMachine, idOf, layout, type Written } from '#test/unit/documents/machines.ts';
import { accepted, readingOrNothing, refused, type Target } from '../target.ts';

const record = idOf('record');
const base = createMachine('ana');
const begun = base.edit([
  { path: 'title', value: 'Ship' },
  { path: 'description', value: 'A few words of prose.' },
]);
const bilal = createMachine('bilal');
bilal.receive(begun);
const written: readonly Written[] = [
  ...bilal.edit([{ path: 'title', value: 'Ship it' }]),
  ...bilal.edit([{ path: 'description', value: 'A few more words of prose, and others.' }]),
  ...bilal.edit([{ path: 'reflection', value: 'Twice.' }]),
];
const actor = actorOf('bilal');
const headerBytes = 9;

const contentOf = (bytes: Uint8Array): Uint8Array => {
  let at = headerBytes;
  while ((bytes[at] ?? 0) >= 0x80) at += 1;
  return bytes.subarray(at + 1);
};

/** The content of a change in an envelope that fits it: length, checksum, hash. */
const inEnvelope = (content: Uint8Array): { readonly bytes: Uint8Array; readonly hash: string } => {
  const body = Uint8Array.from([1, ...leb128(content.length), ...content]);
  const digest = createHash('sha256').update(body).digest();
  return {
    bytes: Uint8Array.from([0x85, 0x6f, 0x4a, 0x83, ...digest.subarray(0, 4), ...body]),
    hash: digest.toString('hex'),
  };
};

/** Judges on a machine that holds all that is needed; what passes has to leave a document that loads. */
const judged = (bytes: Uint8Array, expected: string, before: number): ReturnType<Target['read']> => {
  const machine = createMachine('cem');
  try {
    machine.receive([...begun, ...written.slice(0, before)]);
    const checked = machine.documents.check(record, layout, { actor, expected: [expected], changes: [bytes] });
    if (checked.status === 'fault') return refused(checked.fault.sentence);
    if (checked.status === 'waiting') return refused('It waits for something it builds on.');
    const applied = machine.documents.apply(record, layout, [bytes]);
    if (!applied.ok) return refused(applied.error.sentence);
    const settled = machine.documents.settle(record, layout);
    if (!settled.ok) return refused(settled.error.sentence);
    machine.stored.set(record, settled.value.saved);
    machine.documents.evict(record);
    expectOk(machine.documents.valueAt(record, layout));
    return accepted(settled.value.heads);
  } finally {
    machine.documents.close();
  }
};

const at = (bytes: Uint8Array): number =>
  Math.max(
    0,
    written.findIndex((one) => one.bytes.length === bytes.length),
  );

export const changeTargets: readonly Target[] = [
  {
    name: 'automerge-change',
    form: 'bytes',
    samples: () => written.map(({ bytes }) => bytes),
    read: (bytes) => judged(bytes, written[at(bytes)]?.hash ?? '', at(bytes)),
    bombs: () => [new Uint8Array(1 << 20), new Uint8Array((1 << 20) + 1)],
  },
  {
    name: 'automerge-change-content',
    form: 'bytes',
    samples: () => written.map(({ bytes }) => contentOf(bytes)),
    read: (content) => {
      const { bytes, hash } = inEnvelope(content);
      const which = written.findIndex((one) => contentOf(one.bytes).length === content.length);
      return judged(bytes, hash, which < 0 ? 2 : which);
    },
  },
  {
    name: 'plain-ops',
    form: 'bytes',
    samples: () => written.map(({ bytes }) => contentOf(bytes)),
    read: (content) => {
      const { bytes } = inEnvelope(content);
      const header = readChange(bytes);
      return header.ok ? readingOrNothing(plainOps(bytes, header.value)) : refused(header.error.sentence);
    },
    bombs: () => [new Uint8Array(1 << 16), Uint8Array.from({ length: 1 << 16 }, () => 0xff)],
  },
];

import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import type { CborValue } from './cbor.ts';
import { isBranchVersion } from './branch.ts';
import { bytesOf, bytesUpTo, fieldsOf, flag, listOf, orNull, textUpTo, uintIn } from './fields.ts';
import type { Read } from './fields.ts';
import { createFlatReader } from './flat-reader.ts';
import type { Frame, FrameFault } from './frames.ts';
import { entryLimits } from './header.ts';
import { limits } from './limits.ts';

const cborLimits = { maxBytes: limits.frameBytes, maxDepth: 3, maxItems: 4 * limits.rowsPerFrame + 64 };

const id = bytesOf(32);
const number = uintIn(0, Number.MAX_SAFE_INTEGER);
const row = fieldsOf({ id, seq: number, hash: bytesOf(32) });
const rows = listOf(row, limits.rowsPerFrame);
const object = { request: number, id, version: number, bytes: orNull(bytesUpTo(entryLimits.wireBytes)) };

/** Items after the type, in their order on the wire (SPEC, table of frames). The index in the list is the type. */
const codecs = [
  ['hello', fieldsOf({ version: uintIn(0, 255), team: id, role: uintIn(0, 1), window: uintIn(1, 64) })],
  ['digest', fieldsOf({ digest: bytesOf(32) })],
  ['buckets', fieldsOf({ buckets: listOf(fieldsOf({ prefix: uintIn(0, 255), digest: bytesOf(16) }), 256) })],
  ['vector', fieldsOf({ rows, last: flag })],
  ['state', fieldsOf({ rows })],
  ['entries', fieldsOf({ batch: number, entries: listOf(bytesUpTo(limits.frameBytes), limits.batchEntries) })],
  [
    'receipt',
    fieldsOf({
      batch: number,
      heads: listOf(row, limits.batchEntries),
      refused: listOf(fieldsOf({ id, seq: number, code: uintIn(0, 255) }), limits.batchEntries),
    }),
  ],
  ['fork', fieldsOf({ sides: listOf(fieldsOf({ header: bytesUpTo(256), signature: bytesOf(64) }), 2) })],
  ['notes', fieldsOf({ notes: listOf(fieldsOf({ id, version: number }), limits.rowsPerFrame) })],
  ['get', fieldsOf({ request: number, id })],
  ['object', fieldsOf(object)],
  ['put', fieldsOf(object)],
  ['bye', fieldsOf({ code: uintIn(0, 255), sentence: textUpTo(limits.sentenceChars) })],
  ['put-done', fieldsOf({ request: number, code: uintIn(0, 2) })],
] as const satisfies readonly (readonly [Frame['type'], Read<object>])[];

const typeOf = new Map<Frame['type'], number>(codecs.map(([name], index) => [name, index]));

const items = (frame: Frame): readonly CborValue[] => {
  switch (frame.type) {
    case 'hello':
      return [frame.version, frame.team, frame.role, frame.window];
    case 'digest':
      return [frame.digest];
    case 'buckets':
      return [frame.buckets.map(({ prefix, digest }) => [prefix, digest])];
    case 'vector':
      return [frame.rows.map((one) => [one.id, one.seq, one.hash]), frame.last];
    case 'state':
      return [frame.rows.map((one) => [one.id, one.seq, one.hash])];
    case 'entries':
      return [frame.batch, frame.entries];
    case 'receipt':
      return [
        frame.batch,
        frame.heads.map((one) => [one.id, one.seq, one.hash]),
        frame.refused.map((one) => [one.id, one.seq, one.code]),
      ];
    case 'fork':
      return [frame.sides.map(({ header, signature }) => [header, signature])];
    case 'notes':
      return [frame.notes.map((note) => [note.id, note.version])];
    case 'get':
      return [frame.request, frame.id];
    case 'object':
    case 'put':
      return [frame.request, frame.id, frame.version, frame.bytes];
    case 'bye':
      return [frame.code, frame.sentence];
    case 'put-done':
      return [frame.request, frame.code];
  }
};

/** The one byte form of a frame (S2). */
export const encodeFrame = (frame: Frame): Uint8Array => encodeCbor([typeOf.get(frame.type) ?? 0, ...items(frame)]);

const entriesType = 5;

/** ENTRIES carries nearly all bytes there are, so it is read without detours; anything unusual goes the strict way. */
const readEntriesFast = (bytes: Uint8Array): Frame | undefined => {
  const reader = createFlatReader(bytes);
  if (reader.array() !== 3 || reader.uint() !== entriesType) return undefined;
  const batch = reader.uint();
  const count = reader.array();
  if (count < 0 || count > limits.batchEntries) return undefined;
  const entries: Uint8Array[] = [];
  for (let i = 0; i < count; i += 1) entries.push(reader.bytes());
  return reader.done() ? { type: 'entries', batch, entries } : undefined;
};

/** Reads one frame strictly (S2, S3). The sentence says what kind of message was wrong. */
export const decodeFrame = (bytes: Uint8Array): Result<Frame, FrameFault> => {
  const fast = bytes.length <= limits.frameBytes && bytes[1] === entriesType ? readEntriesFast(bytes) : undefined;
  if (fast) return ok(fast);
  const decoded = decodeCbor(bytes, cborLimits);
  if (!decoded.ok)
    return err({ sentence: `The other side sent a message that cannot be read. ${decoded.error.sentence}` });
  const [type, ...rest] = Array.isArray(decoded.value) ? (decoded.value as readonly CborValue[]) : [];
  const codec = typeof type === 'number' ? codecs[type] : undefined;
  if (!codec) return err({ sentence: 'The other side sent a message of an unknown kind.' });
  const fields = codec[1](rest);
  if (!fields) return err({ sentence: `The other side sent a malformed ${codec[0].toUpperCase()} message.` });
  // Names and fields come from one row of the table above, which the compiler cannot follow through the index.
  const frame = { type: codec[0], ...fields } as Frame;
  if ((frame.type === 'object' || frame.type === 'put') && !isBranchVersion(frame.version)) {
    if ((frame.bytes?.length ?? 0) > limits.objectBytes)
      return err({ sentence: 'The other side sent an object that is larger than allowed.' });
  }
  return ok(frame);
};

/** Reads CBOR of unsigned integers, byte strings, plain words, null and array heads, one after the other, without copying. */
export interface FlatReader {
  /** Number of items of an array; -1 if there is none here. */
  readonly array: () => number;
  readonly uint: () => number;
  /** A view into the input, empty if there is no byte string here: ask `done` at the end. */
  readonly bytes: () => Uint8Array;
  readonly bytesOrNull: () => Uint8Array | null;
  /** Text of ASCII characters, which is all that names in our formats are made of; other text is left to `decodeCbor`. */
  readonly word: () => string;
  /** True if everything so far was in the one allowed form and nothing is left. */
  readonly done: () => boolean;
}

const none = new Uint8Array(0);
const majors = { uint: 0, bytes: 2, text: 3, array: 4 } as const;
const nullByte = 0xf6;
/** Least value that needs a head of this many extra bytes: anything smaller must use the shorter form. */
const leastOf: Readonly<Record<number, number>> = { 1: 24, 2: 0x100, 4: 0x1_0000, 8: 0x1_0000_0000 };

/**
 * The hot path of replication: entries and their headers come by the ten thousand. Accepts exactly what `decodeCbor` accepts
 * for these shapes (a property test compares the two); whoever gets `done() === false` asks `decodeCbor` for the reason.
 */
export const createFlatReader = (input: Uint8Array): FlatReader => {
  let at = 0;
  let sound = true;

  const fail = (): number => {
    sound = false;
    return -1;
  };

  const head = (major: number): number => {
    const first = input[at] ?? 0xff;
    if (!sound || first >> 5 !== major) return fail();
    const info = first & 31;
    at += 1;
    if (info < 24) return info;
    const size = info > 27 ? 0 : 2 ** (info - 24);
    if (size === 0 || at + size > input.length) return fail();
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + (input[at + i] ?? 0);
    at += size;
    return value >= (leastOf[size] ?? 0) && Number.isSafeInteger(value) ? value : fail();
  };

  const bytes = (): Uint8Array => {
    const length = head(majors.bytes);
    if (length < 0 || at + length > input.length) {
      sound = false;
      return none;
    }
    at += length;
    return input.subarray(at - length, at);
  };

  const word = (): string => {
    const length = head(majors.text);
    if (length < 0 || at + length > input.length) {
      sound = false;
      return '';
    }
    let text = '';
    for (const end = at + length; at < end; at += 1) {
      const unit = input[at] ?? 0x80;
      if (unit >= 0x80) {
        sound = false;
        return '';
      }
      text += String.fromCharCode(unit);
    }
    return text;
  };

  return {
    word,
    array: () => head(majors.array),
    uint: () => head(majors.uint),
    bytes,
    bytesOrNull: () => {
      if (input[at] !== nullByte) return bytes();
      at += 1;
      return null;
    },
    done: () => sound && at === input.length,
  };
};

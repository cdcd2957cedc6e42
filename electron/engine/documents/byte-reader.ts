/** Walks bytes that nobody vouches for: every read says undefined instead of running over the end. */
export interface ByteReader {
  readonly position: () => number;
  readonly done: () => boolean;
  /** LEB128 below 2^53. */
  readonly unsigned: () => number | undefined;
  /** Signed LEB128 between -2^53 and 2^53. */
  readonly signed: () => number | undefined;
  readonly take: (length: number) => Uint8Array | undefined;
}

const maxLebBytes = 8;

export const createReader = (bytes: Uint8Array, from = 0, to = bytes.length): ByteReader => {
  let at = from;

  const groups = (): { readonly value: number; readonly bits: number; readonly negative: boolean } | undefined => {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < maxLebBytes; i++) {
      const byte = at < to ? bytes[at] : undefined;
      if (byte === undefined) return undefined;
      at++;
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
      if ((byte & 0x80) === 0) return { value, bits: scale, negative: (byte & 0x40) !== 0 };
    }
    return undefined;
  };

  return {
    position: () => at,
    done: () => at >= to,
    unsigned: () => {
      const read = groups();
      return read !== undefined && Number.isSafeInteger(read.value) ? read.value : undefined;
    },
    signed: () => {
      const read = groups();
      if (read === undefined) return undefined;
      const value = read.negative ? read.value - read.bits : read.value;
      return Number.isSafeInteger(value) ? value : undefined;
    },
    take: (length) => {
      if (!Number.isSafeInteger(length) || length < 0 || at + length > to) return undefined;
      at += length;
      return bytes.subarray(at - length, at);
    },
  };
};

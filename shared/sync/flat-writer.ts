/** What a flat list may hold: unsigned integers and byte strings. */
export type FlatItem = number | Uint8Array;

/** Bytes of a CBOR head with this argument. */
const headLength = (value: number): number =>
  value < 24 ? 1 : value < 0x100 ? 2 : value < 0x1_0000 ? 3 : value < 0x1_0000_0000 ? 5 : 9;

/**
 * Deterministic CBOR of one array of unsigned integers and byte strings: the same bytes as `encodeCbor`, for headers, which
 * come by the ten thousand (a property test compares the two). Throws for numbers outside the format.
 */
export const encodeFlat = (items: readonly FlatItem[]): Uint8Array => {
  let size = headLength(items.length);
  for (const item of items) {
    if (typeof item !== 'number') size += headLength(item.length) + item.length;
    else if (Number.isSafeInteger(item) && item >= 0) size += headLength(item);
    else throw new Error('value is not encodable: only unsigned integers are');
  }
  const out = new Uint8Array(size);
  let at = 0;
  const head = (major: number, value: number): void => {
    const length = headLength(value);
    if (length === 1) {
      out[at++] = (major << 5) | value;
      return;
    }
    out[at] = (major << 5) | (24 + Math.log2(length - 1));
    for (let i = length - 1, rest = value; i > 0; i -= 1, rest = Math.floor(rest / 0x100)) out[at + i] = rest % 0x100;
    at += length;
  };
  head(4, items.length);
  for (const item of items) {
    if (typeof item === 'number') head(0, item);
    else {
      head(2, item.length);
      out.set(item, at);
      at += item.length;
    }
  }
  return out;
};

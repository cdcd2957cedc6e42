/** Bytes as the key of a Map or Set: equal bytes, equal text. Not for showing and not for storing; see `toText`. */
export const mapKey = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

import { decode, encode, Tokenizer } from 'cborg';
import type { Token } from 'cborg';
import { equalBytes, err, ok } from '../std/index.ts';
import type { Result } from '../std/index.ts';

/** The only values our formats know: no maps, tags, negative numbers, floats or undefined (FORMATS 1). */
export type CborValue = number | string | boolean | null | Uint8Array | readonly CborValue[];

export interface CborLimits {
  /** Longest input in bytes. */
  readonly maxBytes: number;
  /** Deepest nesting of arrays; a flat array is depth 1. */
  readonly maxDepth: number;
  /** Most items in the whole input, arrays themselves included. */
  readonly maxItems: number;
}

export interface CborFault {
  readonly code: 'cbor-oversized' | 'cbor-malformed';
  readonly sentence: string;
}

export const defaultCborLimits: CborLimits = { maxBytes: 4 * 1024 * 1024, maxDepth: 8, maxItems: 200_000 };

const major = { uint: 0, bytes: 2, text: 3, array: 4, simple: 7 };

const isAllowed = (token: Token): boolean => {
  switch (token.type.major) {
    case major.uint:
      return Number.isSafeInteger(token.value);
    case major.bytes:
    case major.text:
      return true;
    case major.array:
      return Number.isSafeInteger(token.value);
    case major.simple:
      return token.value === null || typeof token.value === 'boolean';
    default:
      return false;
  }
};

/**
 * Watches the token stream, because cborg's own strictness lets more through than our formats know and its decoder
 * recurses: nesting must be bounded before the stack is.
 */
const limitedTokens = (bytes: Uint8Array, limits: CborLimits) => {
  const inner = new Tokenizer(bytes, {
    strict: true,
    allowIndefinite: false,
    allowUndefined: false,
    allowBigInt: false,
  });
  const open: number[] = [];
  let items = 0;
  return {
    done: () => inner.done(),
    pos: () => inner.pos(),
    next: (): Token => {
      const token: Token = inner.next();
      if (!isAllowed(token)) throw new Error(`a ${token.type.name} is not part of this format`);
      if (++items > limits.maxItems) throw new Error('too many items');
      while (open.at(-1) === 0) open.pop();
      const last = open.length - 1;
      if (last >= 0) open[last] = (open[last] ?? 0) - 1;
      if (token.type.major === major.array) {
        if (open.length >= limits.maxDepth) throw new Error('nested too deeply');
        const length = Number(token.value);
        // Each item takes a byte at least, so a longer promise than the input is a lie worth no memory.
        if (length > bytes.length) throw new Error('an array is longer than the input');
        open.push(length);
      }
      return token;
    },
  };
};

const isEncodable = (value: CborValue): boolean => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
  if (typeof value === 'string') return value.isWellFormed();
  if (Array.isArray(value)) return value.every(isEncodable);
  return true;
};

/** cborg answers with Node's Buffer where there is one; ours are always plain. */
const write = (value: CborValue): Uint8Array => {
  const bytes = encode(value);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

/** Deterministic CBOR of one value. Throws for values outside the format: that is a defect of the caller. */
export const encodeCbor = (value: CborValue): Uint8Array => {
  if (!isEncodable(value)) throw new Error('value is not encodable: only unsigned integers and well-formed text are');
  return write(value);
};

/**
 * Decodes exactly one value and accepts only the bytes that `encodeCbor` would have written for it, so that equal
 * values always have equal hashes.
 */
export const decodeCbor = (bytes: Uint8Array, limits: Partial<CborLimits> = {}): Result<CborValue, CborFault> => {
  const bound = { ...defaultCborLimits, ...limits };
  if (bytes.length > bound.maxBytes)
    return err({ code: 'cbor-oversized', sentence: `The data is larger than the allowed ${bound.maxBytes} bytes.` });
  let value: CborValue;
  try {
    value = decode(bytes, { strict: true, tokenizer: limitedTokens(bytes, bound) }) as CborValue;
  } catch (cause) {
    // cborg reports every malformation by throwing; what it says is kept in the sentence.
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    return err({ code: 'cbor-malformed', sentence: `The data is not in the expected form (${reason}).` });
  }
  if (!isEncodable(value) || !equalBytes(encode(value), bytes))
    return err({ code: 'cbor-malformed', sentence: 'The data is not written in its one allowed form.' });
  return ok(value);
};

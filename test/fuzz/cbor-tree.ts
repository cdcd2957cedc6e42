import { concatBytes } from '#shared/std/index.ts';

/**
 * CBOR as anybody may write it, well-formed or not: what the project's own codec refuses to produce. `wide` writes the
 * argument in more bytes than needed; `claim` writes another length than the content has.
 */
export interface Node {
  readonly major: number;
  readonly arg: bigint;
  readonly content: Uint8Array;
  readonly items: readonly Node[];
  readonly wide?: number;
  readonly claim?: bigint;
}

export const leaf = (major: number, arg: bigint, content: Uint8Array = new Uint8Array(0)): Node => ({
  major,
  arg,
  content,
  items: [],
});
export const list = (items: readonly Node[]): Node => ({
  major: 4,
  arg: BigInt(items.length),
  content: new Uint8Array(0),
  items,
});

/** Reads bytes of the formats as a tree; undefined where they are not CBOR of that simple kind. */
export const parseTree = (bytes: Uint8Array): Node | undefined => {
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError('ends early');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const argument = (info: number): bigint => {
    if (info < 24) return BigInt(info);
    if (info > 27) throw new RangeError('no definite length');
    return take(2 ** (info - 24)).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  };
  const node = (depth: number): Node => {
    if (depth > 16) throw new RangeError('too deep');
    const [first = 0] = take(1);
    const major = first >> 5;
    const arg = argument(first & 31);
    if (major === 2 || major === 3) return leaf(major, arg, take(Number(arg)));
    if (major !== 4) return leaf(major, arg);
    const items: Node[] = [];
    for (let i = 0n; i < arg; i += 1n) items.push(node(depth + 1));
    return list(items);
  };
  try {
    const tree = node(0);
    return at === bytes.length ? tree : undefined;
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
};

const head = (major: number, arg: bigint, wide = 0): Uint8Array => {
  const needed = arg < 24n ? 0 : arg < 256n ? 1 : arg < 65_536n ? 2 : arg < 4_294_967_296n ? 4 : 8;
  const size = Math.max(needed, wide);
  if (size === 0) return Uint8Array.of((major << 5) | Number(arg));
  const bytes = new Uint8Array(1 + size);
  bytes[0] = (major << 5) | (24 + Math.log2(size));
  let rest = arg;
  for (let i = size; i >= 1; i -= 1) {
    bytes[i] = Number(rest & 255n);
    rest >>= 8n;
  }
  return bytes;
};

export const writeTree = (node: Node): Uint8Array => {
  const length = node.major === 4 ? BigInt(node.items.length) : node.arg;
  const own = node.major === 2 || node.major === 3 ? BigInt(node.content.length) : length;
  return concatBytes(head(node.major, node.claim ?? own, node.wide), node.content, ...node.items.map(writeTree));
};

/** How many nodes a tree has. */
export const sizeOf = (node: Node): number => node.items.reduce((sum, item) => sum + sizeOf(item), 1);

/** The tree with its node number `place` (counted in writing order, the root is 0) replaced. */
export const replaceAt = (node: Node, place: number, change: (node: Node) => Node): Node => {
  if (place === 0) return change(node);
  let left = place - 1;
  const items = node.items.map((item) => {
    const size = sizeOf(item);
    const inside = left >= 0 && left < size;
    const changed = inside ? replaceAt(item, left, change) : item;
    left -= size;
    return changed;
  });
  return { ...node, items };
};

/** Node number `place` of a tree. */
export const nodeAt = (node: Node, place: number): Node => {
  let found = node;
  replaceAt(node, place, (one) => (found = one));
  return found;
};

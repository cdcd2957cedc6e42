import { concatBytes } from '#shared/std/index.ts';
import { leaf, list, nodeAt, parseTree, replaceAt, sizeOf, writeTree, type Node } from './cbor-tree.ts';
import type { Dice } from './dice.ts';

/** What the bytes of a target are written in: decides which mutations make sense beside those of plain bytes. */
export type Form = 'cbor' | 'bytes' | 'text';

const numbers = [0n, 1n, 23n, 24n, 255n, 256n, 65_535n, 65_536n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 53n - 1n, 2n ** 53n];
const lengths = [0, 1, 15, 16, 17, 31, 32, 33, 63, 64, 65, 255, 256, 257, 513] as const;
const utf8 = new TextEncoder();
const oddTexts = ['', '\u0000', '\ufeff', 'e\u0301', '\u00e9', '\ud83c\udf0d', '\u202e', 'constructor', '__proto__'];
const badUtf8: readonly Uint8Array[] = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2]].map(
  (bytes) => Uint8Array.from(bytes),
);
const textTokens = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\\|',
    '\n',
    '\r\n',
    '\r',
    '#',
    '---',
    '|---|---|',
    '```',
    '~~~',
    '\u0000',
    '\ufeff',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    'null',
    '1e999',
    '-0',
    '%',
    '$',
    '=HYPERLINK(',
    '[x](javascript:x)',
    '<b>',
    '&amp;',
    '\\u0000',
  ],
  ...[
    'Objective',
    'Key Result',
    'Owner',
    'Progress',
    'Actual',
    '2026 Q1',
    '0.7',
    '100 %',
    '__proto__',
    '\ud83c\udf0d',
    '*',
    '_',
  ],
];

const pick = <T>(dice: Dice, from: readonly T[], otherwise: T): T => from[dice.below(from.length)] ?? otherwise;

const randomLeaf = (dice: Dice): Node => {
  switch (dice.below(8)) {
    case 0:
      return leaf(1, pick(dice, numbers, 0n));
    case 1:
      return leaf(2, 0n, dice.bytes(dice.of(lengths)));
    case 2:
      return leaf(3, 0n, utf8.encode(pick(dice, oddTexts, '')));
    case 3:
      return leaf(3, 0n, pick(dice, badUtf8, Uint8Array.of(0xff)));
    case 4:
      return leaf(7, pick(dice, [20n, 21n, 22n, 23n, 24n, 31n], 22n));
    case 5:
      return list([]);
    case 6:
      return { ...leaf(7, 0x3ff0000000000000n), wide: 8 };
    default:
      return leaf(0, pick(dice, numbers, 0n));
  }
};

const nested = (node: Node, depth: number): Node => (depth === 0 ? node : nested(list([node]), depth - 1));

const changeNode = (dice: Dice, node: Node, other: Node): Node => {
  const at = dice.below(node.items.length);
  switch (dice.below(14)) {
    case 0:
    case 1:
      return randomLeaf(dice);
    case 2:
      return nodeAt(other, dice.below(sizeOf(other)));
    case 3:
      return { ...node, wide: dice.of([1, 2, 4, 8]) };
    case 4:
      return { ...node, claim: pick(dice, [...numbers, 2n ** 63n, 2n ** 64n - 1n], 0n) };
    case 5:
      return nested(node, 1 + dice.below(40));
    case 6:
      return { ...node, major: dice.of([0, 2, 3, 4, 5, 6]) };
    case 7:
      return node.content.length > 0 ? { ...node, content: flipped(dice, node.content) } : leaf(0, node.arg + 1n);
    case 8:
      return { ...node, content: dice.bytes(dice.of(lengths)) };
    default:
      break;
  }
  if (node.major !== 4) return node.major === 0 ? leaf(0, pick(dice, numbers, 0n)) : randomLeaf(dice);
  const items = [...node.items];
  const one = items[at];
  const how = dice.below(one === undefined ? 1 : 4);
  if (how === 0 || one === undefined) items.splice(at, 0, randomLeaf(dice));
  else if (how === 1) items.splice(at, 1);
  else if (how === 2) items.splice(at, 0, ...Array.from({ length: 1 + dice.below(40) }, () => one));
  else items.reverse();
  return list(items);
};

const flipped = (dice: Dice, bytes: Uint8Array): Uint8Array => {
  const copy = bytes.slice();
  const at = dice.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (dice.once(2) ? 1 << dice.below(8) : 1 + dice.below(255));
  return copy;
};

const splice = (bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array =>
  concatBytes(bytes.subarray(0, at), insert, bytes.subarray(at + remove));

const changeBytes = (dice: Dice, bytes: Uint8Array, other: Uint8Array): Uint8Array => {
  if (bytes.length === 0) return dice.bytes(dice.below(40));
  const at = dice.below(bytes.length);
  const some = 1 + dice.below(Math.min(64, bytes.length));
  switch (dice.below(9)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return splice(bytes, at, 0, dice.bytes(some));
    case 2:
      return splice(bytes, at, some, new Uint8Array(0));
    case 3:
      return splice(bytes, at, 0, bytes.subarray(at, at + some));
    case 4:
      return splice(bytes, at, some, new Uint8Array(some).fill(dice.of([0, 0x7f, 0x80, 0xff])));
    case 5:
      return concatBytes(bytes.subarray(0, at), other.subarray(dice.below(other.length)));
    default:
      return flipped(dice, bytes);
  }
};

const changeText = (dice: Dice, bytes: Uint8Array): Uint8Array => {
  const at = dice.below(bytes.length + 1);
  const token = utf8.encode(pick(dice, textTokens, '|').repeat(dice.once(10) ? 1 + dice.below(300) : 1));
  return splice(bytes, at, dice.once(2) ? dice.below(6) : 0, token);
};

/** One to five changes of real bytes, of the kind that networks, disks, mail programs and enemies make. */
export const mutate = (dice: Dice, form: Form, bytes: Uint8Array, other: Uint8Array): Uint8Array => {
  let now = bytes;
  for (let left = 1 + dice.below(dice.once(3) ? 5 : 2); left > 0; left -= 1) {
    const tree = form === 'cbor' && !dice.once(5) ? parseTree(now) : undefined;
    const otherTree = tree === undefined ? undefined : (parseTree(other) ?? tree);
    if (tree !== undefined && otherTree !== undefined) {
      now = writeTree(replaceAt(tree, dice.below(sizeOf(tree)), (node) => changeNode(dice, node, otherTree)));
    } else if (form === 'text' && !dice.once(4)) now = changeText(dice, now);
    else now = changeBytes(dice, now, other);
  }
  return now;
};

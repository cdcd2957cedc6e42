import { hash } from 'node:crypto';
import { encodeChange } from '@automerge/automerge';
import { readChange } from './chunk.ts';
import type { ChangeHeader } from './chunk.ts';
import { containerKeys } from './containers.ts';
import type { Layout } from './types.ts';

/** The change every document of a record starts with. It is never shipped: each replica makes the same bytes. */
export interface Genesis {
  readonly bytes: Uint8Array;
  /** Hex. */
  readonly hash: string;
  readonly actor: string;
  readonly header: ChangeHeader;
}

const encode = (layout: Layout, actor: string): Uint8Array =>
  encodeChange({
    actor,
    author: null,
    seq: 1,
    startOp: 1,
    time: 0,
    message: null,
    deps: [],
    ops: containerKeys(layout).map(({ key, type }) => ({
      action: type === 'map' ? 'makeMap' : 'makeText',
      obj: '_root',
      key,
      pred: [],
    })),
  });

interface Pattern {
  readonly bytes: Uint8Array;
  readonly header: ChangeHeader;
  /** Where the actor stands in the bytes. */
  readonly at: number;
}

const actorBytes = 16;
const patterns = new WeakMap<Layout, Pattern>();

/** Genesis changes of a kind differ in nothing but their actor, and encoding one costs more than hashing it. */
const patternOf = (layout: Layout): Pattern => {
  const known = patterns.get(layout);
  if (known !== undefined) return known;
  const actor = Buffer.alloc(actorBytes, 0xa5);
  const bytes = encode(layout, actor.toString('hex'));
  const header = readChange(bytes);
  if (!header.ok) throw new Error(`A genesis change cannot be read: ${header.error.sentence}`);
  const pattern = { bytes, header: header.value, at: Buffer.from(bytes).indexOf(actor) };
  patterns.set(layout, pattern);
  return pattern;
};

/**
 * Makes all containers of a kind, at time 0, as `actor`: the first 16 bytes (hex) of H("genesis", record id). Two
 * devices that create the same record thereby start from the same change (formats, section 3).
 */
export const makeGenesis = (layout: Layout, actor: string): Genesis => {
  const pattern = patternOf(layout);
  const own = Buffer.from(actor, 'hex');
  if (own.length !== actorBytes) throw new Error('The actor of a genesis change has 16 bytes.');
  const bytes = new Uint8Array(pattern.bytes);
  bytes.set(own, pattern.at);
  const digest = hash('sha256', bytes.subarray(8), 'buffer');
  bytes.set(digest.subarray(0, 4), 4);
  const name = digest.toString('hex');
  return { bytes, hash: name, actor, header: { ...pattern.header, hash: name, actor } };
};

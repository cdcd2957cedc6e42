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

/**
 * Makes all containers of a kind, at time 0, as `actor`: the first 16 bytes (hex) of H("genesis", record id). Two
 * devices that create the same record thereby start from the same change (formats, section 3).
 */
export const makeGenesis = (layout: Layout, actor: string): Genesis => {
  const bytes = encodeChange({
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
  const header = readChange(bytes);
  if (!header.ok) throw new Error(`A genesis change cannot be read: ${header.error.sentence}`);
  return { bytes, hash: header.value.hash, actor, header: header.value };
};

import type { Scalar } from '#shared/schema/index.ts';
import { readOps } from './change-ops.ts';
import { readChange } from './chunk.ts';
import { plain, viewpoint } from './live.ts';
import type { Live } from './live.ts';
import type { PathChange } from './types.ts';

/**
 * What one change did: for each path the value that its author saw and the value that the change left. Empty for a
 * change that the document does not hold. Staged changes have to be flushed first.
 */
export const diffOf = (live: Live, hash: string): readonly PathChange[] => {
  const bytes = live.handle.getChangeByHash(hash);
  const header = bytes === null ? undefined : readChange(bytes);
  if (bytes === null || header?.ok !== true) return [];
  const ops = readOps(bytes, header.value, live.containers);
  if (!ops.ok) return [];
  const at = viewpoint(live, header.value.deps);

  const diffs = new Map<string, PathChange>();
  for (const set of ops.value.sets) {
    const seen = live.handle.getAll(set.objectId, set.key, at).at(-1);
    const from: Scalar = seen === undefined || seen[0] === 'null' ? null : plain(seen[1]);
    diffs.set(set.path, { path: set.path, from, to: set.value });
  }
  for (const text of ops.value.texts) {
    const from = live.handle.text(text.objectId, at);
    const to = live.handle.text(text.objectId, viewpoint(live, [hash]));
    diffs.set(text.path, { path: text.path, from: from === '' ? null : from, to });
  }
  return [...diffs.values()];
};

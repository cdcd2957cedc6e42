import type { RecordValue } from '#shared/schema/index.ts';
import type { Admitted } from './gate.ts';
import { flush } from './live.ts';
import type { Handle, Live } from './live.ts';
import { advance, complete, coversHeads, freshPresent } from './present.ts';
import type { Present } from './present.ts';
import { valueOf } from './values.ts';

const textFrom = (handle: Handle, live: Live, path: string, heads?: readonly string[]): string => {
  const place = live.containers.place(path);
  if (place?.form !== 'text') throw new Error(`"${path}" is no prose.`);
  return handle.text(place.objectId, heads === undefined ? undefined : [...heads]);
};

/** The record as it is now, with all its prose. Hands staged changes to Automerge where that is needed. */
export const presentOf = (live: Live): Present => {
  if (live.present === undefined) {
    flush(live);
    live.present = freshPresent(live.appliedHeads, valueOf(live.handle, live.containers));
  } else if (live.present.staleTexts.size > 0) {
    flush(live);
    live.present = complete(live.present, (path) => textFrom(live.handle, live, path));
  }
  return live.present;
};

/**
 * For each admitted change a function that gives the record at the change's dependencies, or null when there was no
 * record yet. They have to be called before the document changes again.
 */
export const valuesBefore = (live: Live, admitted: readonly Admitted[]): readonly (() => RecordValue | null)[] => {
  let scratch: Handle | undefined;
  const scratchHandle = (): Handle => {
    if (scratch === undefined) {
      flush(live);
      scratch = live.handle.clone();
      scratch.applyChanges(admitted.map((one) => one.staged.bytes));
    }
    return scratch;
  };
  const known: (Present | undefined)[] = [];

  const presentBefore = (index: number): Present | undefined => {
    const change = admitted[index]?.staged;
    if (change === undefined) return undefined;
    const { deps } = change.header;
    if (index === 0) {
      const heads = live.present?.heads ?? (live.staged.length === 0 ? live.appliedHeads : live.causality().heads());
      return coversHeads(deps, heads) ? presentOf(live) : undefined;
    }
    const previous = admitted[index - 1]?.staged;
    const earlier = presentAt(index - 1);
    const next =
      previous === undefined || earlier === undefined ? undefined : advance(earlier, previous.header, previous.ops);
    if (next === undefined || !coversHeads(deps, next.heads)) return undefined;
    return complete(next, (path) => textFrom(scratchHandle(), live, path, deps));
  };
  const presentAt = (index: number): Present | undefined => (known[index] ??= presentBefore(index));

  return admitted.map(({ staged: { header } }, index) => () => {
    if (header.deps.every((dep) => dep === live.genesis.hash)) return null;
    return (
      presentAt(index)?.value ?? valueOf(index === 0 ? flushed(live) : scratchHandle(), live.containers, header.deps)
    );
  });
};

const flushed = (live: Live): Handle => {
  flush(live);
  return live.handle;
};

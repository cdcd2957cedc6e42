import { maximal } from './causality.ts';
import { plain } from './live.ts';
import type { Live } from './live.ts';
import { overlap, spliceWords } from './prose.ts';
import type { RawConflict, RawVariant } from './types.ts';

/** What concurrency did to a record, besides what Automerge's merge shows. */
export interface Concurrency {
  readonly conflicts: readonly RawConflict[];
  /** Prose that all sides wrote alike, by path: shown once, though the merge holds it twice. */
  readonly agreed: ReadonlyMap<string, string>;
}

const none: Concurrency = { conflicts: [], agreed: new Map() };

/** Changes that write each path, for all changes or those within `within`. */
const writersByPath = (live: Live, within?: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> => {
  const writers = new Map<string, string[]>();
  for (const { hash } of live.causality().all()) {
    if (within?.has(hash) === false) continue;
    for (const path of live.facts(hash).paths) {
      const known = writers.get(path);
      if (known === undefined) writers.set(path, [hash]);
      else known.push(hash);
    }
  }
  return writers;
};

/** The latest changes of `path` that do not know of each other, as seen at `heads`. */
export const tipsAt = (live: Live, path: string, heads: readonly string[]): readonly string[] => {
  const causality = live.causality();
  if (!causality.forked()) return [];
  return maximal(causality, writersByPath(live, causality.past(heads).hashes()).get(path) ?? []);
};

const valueConflict = (live: Live, path: string): RawConflict | undefined => {
  const place = live.containers.place(path);
  if (place?.form !== 'key') return undefined;
  const held = live.handle.getAll(place.objectId, place.key);
  if (held.length < 2) return undefined;
  const variants: RawVariant[] = [];
  // Automerge lists the value that shows last.
  for (const entry of held.toReversed()) {
    const value = plain(entry[0] === 'null' ? null : entry[1]);
    if (variants.some((variant) => variant.value === value)) continue;
    const [counter = '', actor = ''] = String(entry.at(-1)).split('@');
    const change = live.causality().maker(Number(counter), actor)?.hash;
    if (change === undefined) throw new Error('A document holds a value that no change wrote.');
    variants.push({ value, change, actor, counter: Number(counter), heads: [change] });
  }
  return variants.length < 2 ? undefined : { path, kind: 'value', variants };
};

type ProseState = { readonly agreed: string } | { readonly conflict: RawConflict } | undefined;

/** Compares each pair of tips with the text that both sides started from. */
const proseState = (live: Live, path: string, objectId: string, writers: readonly string[]): ProseState => {
  const causality = live.causality();
  const tips = maximal(causality, writers);
  if (tips.length < 2) return undefined;
  const textAt = (heads: readonly string[]): string => live.handle.text(objectId, [...heads]);
  const sides = tips.map((hash) => ({ hash, text: textAt([hash]), past: causality.past([hash]).hashes() }));
  const first = sides[0]?.text ?? '';
  if (sides.every((side) => side.text === first)) return { agreed: first };

  const meeting = new Set<string>();
  for (const [index, a] of sides.entries()) {
    for (const b of sides.slice(index + 1)) {
      const common = maximal(
        causality,
        [...a.past].filter((hash) => b.past.has(hash)),
      );
      const base = textAt(common);
      if (!overlap(spliceWords(base, a.text), spliceWords(base, b.text))) continue;
      meeting.add(a.hash).add(b.hash);
    }
  }
  const variants: RawVariant[] = [];
  for (const { hash, text } of sides) {
    if (!meeting.has(hash) || variants.some((variant) => variant.value === text)) continue;
    const node = causality.get(hash);
    variants.push({ value: text, change: hash, actor: node?.actor ?? '', counter: node?.maxOp ?? 0, heads: [hash] });
  }
  return variants.length < 2 ? undefined : { conflict: { path, kind: 'prose', variants } };
};

/**
 * Fields that were written concurrently and differ: single values with every value that stands, and prose whose edits
 * overlap with the text of each side. A later change of the field that knows all sides ends the conflict.
 */
export const concurrencyOf = (live: Live): Concurrency => {
  if (!live.causality().forked()) return none;
  const conflicts: RawConflict[] = [];
  const agreed = new Map<string, string>();
  const byPath = [...writersByPath(live)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, writers] of byPath) {
    if (writers.length < 2) continue;
    const place = live.containers.place(path);
    if (place?.form === 'text') {
      const state = proseState(live, path, place.objectId, writers);
      if (state !== undefined && 'agreed' in state) agreed.set(path, state.agreed);
      else if (state !== undefined) conflicts.push(state.conflict);
      continue;
    }
    const conflict = valueConflict(live, path);
    if (conflict !== undefined) conflicts.push(conflict);
  }
  return { conflicts, agreed };
};

/** What of an arrival decides where it is told. */
export interface Arrived {
  readonly kind: string;
  readonly byId: string | null;
  /** The goal it belongs to; null for what belongs to none. */
  readonly goal: { readonly id: string; readonly title: string } | null;
}

export type AwayBy = 'goal' | 'person' | 'kind';

export interface AwayGroup<A extends Arrived> {
  /** Id of the goal or person, or the kind; null for what belongs to no goal, or to nobody known. */
  readonly id: string | null;
  /** The goal's title; empty where the reader's own words name the group. */
  readonly title: string;
  readonly items: readonly A[];
}

const keyOf = (item: Arrived, by: AwayBy): string | null =>
  by === 'goal' ? (item.goal?.id ?? null) : by === 'person' ? item.byId : item.kind;

/**
 * Arrivals as groups in the order of their newest one; what belongs to no goal comes last. Nothing is left out and
 * nothing is told twice. Takes them newest first.
 */
export const groupAway = <A extends Arrived>(items: readonly A[], by: AwayBy): readonly AwayGroup<A>[] => {
  const groups = [...Map.groupBy(items, (item) => keyOf(item, by))].map(([id, same]): AwayGroup<A> => ({
    id,
    title: by === 'goal' ? (same[0]?.goal?.title ?? '') : '',
    items: same,
  }));
  return [...groups.filter((group) => group.id !== null), ...groups.filter((group) => group.id === null)];
};

/**
 * How many lines of each group are shown at first, so that all of it is read in a minute: every group that fits gets one
 * line, in order, and what is left of the lines goes round among them. Groups beyond `lines` get none.
 */
export const shareLines = (sizes: readonly number[], lines: number): readonly number[] => {
  const shown = sizes.map(() => 0);
  let left = lines;
  for (let round = 1; left > 0; round++) {
    let gave = false;
    for (const [nth, size] of sizes.entries()) {
      if (left === 0) break;
      if (size < round) continue;
      shown[nth] = round;
      left -= 1;
      gave = true;
    }
    if (!gave) break;
  }
  return shown;
};

/** Something that a view can do which has no key, so that it is found by its name: in the palette, once that is typed. */
export interface Act {
  /** What it is called, in the reader's language. */
  readonly label: string;
  readonly run: () => void;
  /** Whether it is about one row of a list. */
  readonly inRow?: () => boolean;
}

export interface ActRegistry {
  /** Adds acts until the returned function is called. */
  readonly add: (acts: readonly Act[]) => () => void;
  /** Everything that can be done right now, each name once. */
  readonly now: () => readonly Act[];
}

/** A name that several rows share does not say which is meant; several of the place around them mean the same. */
const meant = (same: readonly Act[]): readonly Act[] => {
  if (same.length === 1) return same;
  const around = same.find((act) => act.inRow?.() !== true);
  return around === undefined ? [] : [around];
};

/**
 * Acts of whatever is in sight. Nobody is told of changes: the palette reads them when it comes up, and lists that
 * scroll add and remove many.
 */
export const createActRegistry = (): ActRegistry => {
  const all = new Set<Act>();
  return {
    add: (acts) => {
      const own = acts.map((act) => ({ ...act }));
      for (const act of own) all.add(act);
      return () => {
        for (const act of own) all.delete(act);
      };
    },
    now: () => [...Map.groupBy(all, (act) => act.label).values()].flatMap(meant),
  };
};

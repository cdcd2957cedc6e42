import { useCallback, useState } from 'react';
import type { CycleView } from '#shared/protocol/index.ts';
import { useQuery, useRecordId } from '#renderer/state/index.ts';

export interface ShownCycle {
  /** Id of the goal in the address; null when it names none, or names a cycle. */
  readonly goalId: string | null;
  readonly loaded: boolean;
  readonly cycles: readonly CycleView[];
  readonly shown: CycleView | null;
  /** The reader's choice; it holds until the address names a goal of another cycle. */
  readonly show: (id: string) => void;
  /** Told by the detail which cycle the goal of the address belongs to. */
  readonly follow: (id: string) => void;
}

const noCycles: readonly CycleView[] = [];

/** Which cycle the tree shows: the one in the address, or chosen, or that of the goal in the address, or the current one. */
export const useShownCycle = (): ShownCycle => {
  const { data } = useQuery('cycles', {});
  const named = useRecordId();
  const cycles = data?.cycles ?? noCycles;
  const by = (id: string | null | undefined): CycleView | undefined => cycles.find((cycle) => cycle.id === id);
  const namedCycle = by(named);
  const goalId = namedCycle === undefined ? named : null;
  const [chosen, setChosen] = useState<{ readonly id: string; readonly at: string | null } | null>(null);
  const follow = useCallback(
    (id: string) => {
      setChosen((now) => (now !== null && (now.id === id || now.at === goalId) ? now : { id, at: goalId }));
    },
    [goalId],
  );
  const show = useCallback(
    (id: string) => {
      setChosen({ id, at: goalId });
    },
    [goalId],
  );
  return {
    goalId,
    loaded: data !== undefined,
    cycles,
    shown: namedCycle ?? by(chosen?.id) ?? by(data?.currentId) ?? cycles[0] ?? null,
    show,
    follow,
  };
};

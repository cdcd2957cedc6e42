import { useEffect, useRef, useState } from 'react';
import type { CycleView, ObjectiveView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useQuery } from '#renderer/state/index.ts';
import { Button, EmptyState, GoalsIcon, Skeleton } from '#renderer/ui/index.ts';
import classes from './detail.module.css';
import { KeyResultDetail } from './key-result-detail.tsx';
import { ObjectiveDetail } from './objective-detail.tsx';

export interface GoalDetailProps {
  /** Id in the address: an objective's, or a key result's. */
  readonly id: string;
  readonly objectiveId: string;
  /** Told which cycle the goal belongs to, once it is known. */
  readonly onCycle: (cycleId: string) => void;
  /** The way on from a goal that is not here. */
  readonly onLeave: () => void;
}

const Missing = (props: { readonly onLeave: () => void }) => {
  const { t } = useText();
  return (
    <EmptyState
      whole
      icon={GoalsIcon}
      title={t('goals.missing.title')}
      sentence={t('goals.missing.sentence')}
      actions={<Button onClick={props.onLeave}>{t('goals.missing.act')}</Button>}
    />
  );
};

const Shown = (props: { readonly id: string; readonly objective: ObjectiveView; readonly cycle: CycleView | null }) => {
  const keyResult = props.objective.keyResults.find((each) => each.id === props.id);
  return keyResult === undefined ? (
    <ObjectiveDetail key={props.objective.id} objective={props.objective} cycle={props.cycle} />
  ) : (
    <KeyResultDetail key={keyResult.id} keyResult={keyResult} objective={props.objective} cycle={props.cycle} />
  );
};

/** The goal of the address beside the tree. What was shown stays until the next one is here, so nothing flickers. */
export const GoalDetail = (props: GoalDetailProps) => {
  const { data } = useQuery('objective', { id: props.objectiveId });
  const [last, setLast] = useState<typeof data>(undefined);
  if (data !== undefined && data !== last) setLast(data);
  const cycleId = data?.objective?.cycleId;
  const { onCycle } = props;
  useEffect(() => {
    if (cycleId !== undefined) onCycle(cycleId);
  }, [cycleId, onCycle]);

  // Every goal is read from its beginning.
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.parentElement?.scrollTo({ top: 0 });
  }, [props.id]);

  const shown = data ?? last;
  return (
    <div ref={box} className={classes['detail']}>
      {shown === undefined ? (
        <Skeleton rows={6} />
      ) : shown.objective === null ? (
        <Missing onLeave={props.onLeave} />
      ) : (
        <Shown
          id={data === undefined ? shown.objective.id : props.id}
          objective={shown.objective}
          cycle={shown.cycle}
        />
      )}
    </div>
  );
};

import { useEffect, useRef } from 'react';
import type { ObjectiveView } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useCommand, useQuery } from '#renderer/state/index.ts';
import { useToast } from '#renderer/ui/index.ts';
import { CloseDialog } from '../editing/close-dialog.tsx';
import { useGoalStanding } from '../standing.ts';
import type { BoardColumnName } from './board-columns.ts';
import { moveOf } from './move.ts';

export interface GoalMoveProps {
  readonly id: string;
  readonly to: BoardColumnName;
  readonly hasChildren: boolean;
  readonly onDone: () => void;
}

const Moving = (props: GoalMoveProps & { readonly objective: ObjectiveView }) => {
  const { t } = useText();
  const said = useSaid();
  const toast = useToast();
  const { objective, to, hasChildren, onDone } = props;
  const standing = useGoalStanding(objective);
  const update = useCommand('objective.update');
  const report = useCommand('keyResult.progress');
  const move = moveOf(objective, hasChildren, to, standing);
  const begun = useRef(false);
  const carryOut = async (): Promise<void> => {
    const column = t(`goals.board.${to}`);
    const done = t('goals.board.moved', { title: objective.title, column });
    const base = [...objective.heads];
    if (move.act === 'state') await update.run({ id: objective.id, base, state: move.state }, { done });
    if (move.act === 'report') {
      const { id, value, projection } = move.keyResult;
      const said = { value, projection, confidence: move.confidence };
      await report.run({ objectiveId: objective.id, keyResultId: id, base, ...said }, { done });
    }
    if (move.act === 'refused') toast({ sentence: said(move.sentence), tone: 'error' });
    if (move.act === 'unclear') toast({ sentence: t('goals.board.unclear'), tone: 'error' });
    if (move.act !== 'close') onDone();
  };
  useEffect(() => {
    // Once: what the command changes comes back here before the card is let go.
    if (begun.current) return;
    begun.current = true;
    void carryOut();
  });
  return move.act === 'close' ? <CloseDialog objective={objective} onClose={onDone} /> : null;
};

/** Carries out the move of a card, on the goal as it is now; says what came of it. */
export const GoalMove = (props: GoalMoveProps) => {
  const objective = useQuery('objective', { id: props.id }).data?.objective ?? null;
  return objective === null ? null : <Moving {...props} objective={objective} />;
};

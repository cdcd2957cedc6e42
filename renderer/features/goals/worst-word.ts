import type { GoalRow } from '#shared/protocol/index.ts';
import type { Translate } from '#renderer/i18n/index.ts';
import { statusOf } from '#renderer/ui/index.ts';
import type { Status } from '#renderer/ui/index.ts';

/** Status of a goal and the word for a tight row: a parent shows its worst child and how many share it. */
export const statusOfGoal = (
  row: Pick<GoalRow, 'state' | 'confidence' | 'worst'>,
  t: Translate,
): { readonly status: Status; readonly word: string | undefined } => {
  if (row.state === 'closed') return { status: 'closed', word: undefined };
  const status = statusOf(row.worst === null ? row.confidence : row.worst.confidence);
  if (status === 'unsaid') return { status, word: t('goals.tree.notSaid') };
  if (row.worst === null || status === 'on-track' || status === 'closed') return { status, word: undefined };
  return { status, word: t(`goals.worst.${status}`, { count: row.worst.count }) };
};

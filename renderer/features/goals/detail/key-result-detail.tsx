import { useState } from 'react';
import type { CycleView, KeyResultView, ObjectiveView } from '#shared/protocol/index.ts';
import { useAmounts, useSaid, useText } from '#renderer/i18n/index.ts';
import { PlaceLink, useCommand } from '#renderer/state/index.ts';
import {
  Banner,
  Button,
  ChevronRightIcon,
  Chip,
  HistoryIcon,
  ProgressIcon,
  StatusWord,
  statusOf,
  useKeys,
  useTime,
} from '#renderer/ui/index.ts';
import { KeyResultChart } from '../chart/key-result-chart.tsx';
import { KeyResultEditor } from '../editing/key-result-editor.tsx';
import { useGoalStanding } from '../standing.ts';
import { Comments } from './comments.tsx';
import { DetailHead, headIcons } from './detail-head.tsx';
import classes from './detail.module.css';
import { ForecastAlarm } from './forecast-alarm.tsx';
import { GoalConflicts } from './goal-conflicts.tsx';
import { PersonFact } from './person-fact.tsx';
import { ProgressForm } from './progress-form.tsx';
import { Stats } from './stats.tsx';
import type { Stat } from './stats.tsx';
import { Updates } from './updates.tsx';

export interface KeyResultDetailProps {
  readonly keyResult: KeyResultView;
  readonly objective: ObjectiveView;
  readonly cycle: CycleView | null;
}

const useStats = (keyResult: KeyResultView): readonly Stat[] => {
  const { t } = useText();
  const { parts } = useAmounts();
  const stat = (label: string, value: number | null, strong = false): Stat => {
    if (value === null) return { label, value: t('goals.stat.none') };
    const { before, number, after } = parts(value, keyResult);
    return { label, before, value: number, after, strong };
  };
  const reported = keyResult.updates.length > 0 || keyResult.type !== 'threshold';
  return [
    stat(t('goals.stat.now'), reported ? keyResult.value : null, true),
    ...(keyResult.expectedValue === null ? [] : [stat(t('goals.stat.expected'), keyResult.expectedValue)]),
    stat(t('goals.stat.projection'), keyResult.projection),
    stat(
      keyResult.type === 'threshold'
        ? t(keyResult.direction === 'at-least' ? 'goals.stat.atLeast' : 'goals.stat.atMost')
        : t('goals.stat.target'),
      keyResult.target,
    ),
  ];
};

type Doing = 'reading' | 'reporting' | 'editing';

/** A key result: its numbers, its way through the cycle, what its owner says, and what was said about it. */
export const KeyResultDetail = (props: KeyResultDetailProps) => {
  const said = useSaid();
  const { t } = useText();
  const { ago } = useTime();
  const { keyResult, objective, cycle } = props;
  const standing = useGoalStanding(objective);
  const stats = useStats(keyResult);
  const update = useCommand('keyResult.update');
  const [doing, setDoing] = useState<Doing>('reading');

  const closed = objective.state === 'closed' ? t('goals.closedNoMore') : null;
  const archived = keyResult.archived ? t('goals.archivedNoMore') : null;
  const reportRefusal = closed ?? archived ?? standing.report(keyResult);
  const editRefusal = closed ?? standing.editKeyResult(keyResult);
  const start = (next: Doing, refusal: string | null) => () => {
    if (refusal === null) setDoing(next);
  };
  const done = (): void => {
    setDoing('reading');
  };
  useKeys([
    { keys: 'u', label: t('goals.keys.report'), run: start('reporting', reportRefusal) },
    { keys: 'e', label: t('goals.keys.edit'), run: start('editing', editRefusal) },
  ]);

  return (
    <article aria-label={keyResult.title}>
      <DetailHead
        crumb={
          <>
            <PlaceLink place="goals" id={objective.id}>
              {objective.title}
            </PlaceLink>
            <ChevronRightIcon size={14} stroke={1.75} aria-hidden />
            <span>{t('goals.keyResult')}</span>
          </>
        }
        title={keyResult.title}
        objective={objective}
        pinId={keyResult.id}
        editor={
          doing === 'editing' ? (
            <KeyResultEditor keyResult={keyResult} objective={objective} onClose={done} />
          ) : undefined
        }
        facts={
          <>
            <StatusWord status={objective.state === 'closed' ? 'closed' : statusOf(keyResult.confidence)} />
            <PersonFact id={keyResult.ownerId ?? objective.ownerId} />
            <span className={classes['quiet']}>{t('goals.weight', { weight: keyResult.weight })}</span>
            {keyResult.archived && <Chip>{t('goals.state.archived')}</Chip>}
            {keyResult.stale && (
              <Chip tone="line">
                {keyResult.lastUpdateAt === null
                  ? t('goals.stale.never')
                  : t('goals.stale.since', { when: ago(keyResult.lastUpdateAt) })}
              </Chip>
            )}
          </>
        }
        acts={[
          {
            label: t('goals.act.edit'),
            icon: headIcons.edit,
            keys: 'e',
            refusal: editRefusal,
            run: start('editing', editRefusal),
          },
          {
            label: t(keyResult.archived ? 'goals.act.unarchive' : 'goals.act.archive'),
            icon: headIcons.remove,
            refusal: editRefusal,
            run: () =>
              void update.run(
                {
                  objectiveId: objective.id,
                  keyResultId: keyResult.id,
                  base: [...objective.heads],
                  archived: !keyResult.archived,
                },
                { done: t(keyResult.archived ? 'goals.unarchived' : 'goals.archived') },
              ),
          },
        ]}
      />
      <GoalConflicts objective={objective} keyResultId={keyResult.id} />
      <Stats stats={stats} />
      {keyResult.notComputed !== null && keyResult.updates.length > 0 && <Banner>{said(keyResult.notComputed)}</Banner>}
      {cycle !== null && <KeyResultChart keyResult={keyResult} cycle={cycle} />}
      <ForecastAlarm keyResult={keyResult} objective={objective} cycle={cycle} />
      {doing === 'reporting' ? (
        <ProgressForm keyResult={keyResult} objective={objective} cycle={cycle} onClose={done} />
      ) : (
        <div className={classes['bar']}>
          <Button
            icon={ProgressIcon}
            keys="u"
            onClick={start('reporting', reportRefusal)}
            disabled={reportRefusal !== null}
          >
            {t('goals.act.report')}
          </Button>
          <PlaceLink place="trust" id={objective.id} className={classes['historyLink']}>
            <HistoryIcon size={16} stroke={1.75} aria-hidden />
            {t('goals.history')}
          </PlaceLink>
          {reportRefusal !== null && <p className={classes['refusal']}>{reportRefusal}</p>}
        </div>
      )}
      <Updates keyResult={keyResult} />
      <Comments objective={objective} refusal={standing.comment} />
    </article>
  );
};

import { useState } from 'react';
import type { CycleView, ObjectiveView } from '#shared/protocol/index.ts';
import { sayNumber, useAmounts, useSaid, useText } from '#renderer/i18n/index.ts';
import { GoalAwards, PlaceLink, useCommand, usePersonName } from '#renderer/state/index.ts';
import {
  Banner,
  Button,
  ChevronRightIcon,
  Chip,
  CopyIcon,
  HistoryIcon,
  PlusIcon,
  ProgressBar,
  SectionHead,
  StatusWord,
  Words,
  useKeys,
  joinNames,
} from '#renderer/ui/index.ts';
import { ExpectationCard } from '../card/expectation-card.tsx';
import { CloseDialog } from '../editing/close-dialog.tsx';
import { CopyDialog } from '../editing/copy-dialog.tsx';
import { KeyResultDialog } from '../editing/key-result-dialog.tsx';
import { ObjectiveEditor } from '../editing/objective-editor.tsx';
import { SaveTemplateDialog } from '../templates/save-template-dialog.tsx';
import { useGoalStanding } from '../standing.ts';
import { statusOfGoal } from '../worst-word.ts';
import { Comments } from './comments.tsx';
import { DetailHead, headIcons } from './detail-head.tsx';
import classes from './detail.module.css';
import { GoalConflicts } from './goal-conflicts.tsx';
import { KeyResultLines } from './key-result-lines.tsx';
import { PersonFact } from './person-fact.tsx';
import { Stats } from './stats.tsx';

export interface ObjectiveDetailProps {
  readonly objective: ObjectiveView;
  readonly cycle: CycleView | null;
}

/** How far it is: the bar with the cycle's mark, where the number comes from, or why there is none. */
const Progress = (props: { readonly objective: ObjectiveView }) => {
  const said = useSaid();
  const { t } = useText();
  const nameOf = usePersonName();
  const { objective } = props;
  const manual = objective.rollUp === 'manual';
  return (
    <div className={classes['progress']}>
      <ProgressBar progress={objective.progress} expected={objective.state === 'closed' ? null : objective.expected} />
      <p className={classes['quiet']}>
        {objective.progress === null
          ? t('goals.notComputed', { reason: said(objective.notComputed ?? '') })
          : manual
            ? t('goals.manualBy', { name: nameOf(objective.manualById) })
            : t(`goals.rollUpWords.${objective.rollUp}`)}
      </p>
    </div>
  );
};

const useObjectiveStats = (objective: ObjectiveView) => {
  const { t, language } = useText();
  const { percent } = useAmounts();
  return [
    {
      label: t('goals.stat.progress'),
      value: objective.progress === null ? t('goals.stat.none') : percent(objective.progress),
      strong: true,
    },
    ...(objective.state === 'closed'
      ? objective.score === null
        ? []
        : [{ label: t('goals.stat.score'), value: sayNumber(objective.score, language) }]
      : [{ label: t('goals.stat.expected'), value: percent(objective.expected) }]),
    {
      label: t('goals.stat.keyResults'),
      value: sayNumber(objective.keyResults.filter((each) => !each.archived).length, language),
    },
  ];
};

const Facts = (props: { readonly objective: ObjectiveView }) => {
  const { t, language } = useText();
  const nameOf = usePersonName();
  const { objective } = props;
  const { status, word } = statusOfGoal({ state: objective.state, confidence: null, worst: objective.worst }, t);
  return (
    <>
      <StatusWord status={status} word={word} />
      <PersonFact id={objective.ownerId} />
      {objective.contributorIds.length > 0 && (
        <span className={classes['quiet']}>
          {t('goals.with', {
            names: joinNames(
              objective.contributorIds.map((id) => nameOf(id)),
              language,
            ),
          })}
        </span>
      )}
      {objective.state === 'draft' && <Chip>{t('goals.state.draft')}</Chip>}
    </>
  );
};

/** What it goes on with, and what went on with it. */
const Lineage = (props: { readonly objective: ObjectiveView }) => {
  const { t } = useText();
  const { carriedFrom, carriedTo } = props.objective;
  if (carriedFrom === null && carriedTo.length === 0) return null;
  return (
    <p className={classes['quiet']}>
      {carriedFrom !== null && (
        <PlaceLink place="goals" id={carriedFrom.id}>
          {t('goals.copy.from', { title: carriedFrom.title === '' ? t('goals.parentAway') : carriedFrom.title })}
        </PlaceLink>
      )}
      {carriedTo.map((each) => (
        <PlaceLink key={each.id} place="goals" id={each.id}>
          {t('goals.copy.to', { title: each.title })}
        </PlaceLink>
      ))}
    </p>
  );
};

type Doing = 'reading' | 'editing' | 'adding' | 'closing' | 'copying' | 'keeping';

/** An objective: what it is for, how far it is and by which key results, what was learned, what was said about it. */
export const ObjectiveDetail = (props: ObjectiveDetailProps) => {
  const { t } = useText();
  const { objective } = props;
  const standing = useGoalStanding(objective);
  const stats = useObjectiveStats(objective);
  const update = useCommand('objective.update');
  const [doing, setDoing] = useState<Doing>('reading');
  const closed = objective.state === 'closed';
  const closedReason = closed ? t('goals.closedNoMore') : null;
  const editRefusal = closedReason ?? standing.edit;
  const start = (next: Doing, refusal: string | null) => () => {
    if (refusal === null) setDoing(next);
  };
  const done = (): void => {
    setDoing('reading');
  };
  useKeys([
    { keys: 'e', label: t('goals.keys.edit'), run: start('editing', editRefusal) },
    { keys: 'a', label: t('goals.keys.add'), run: start('adding', editRefusal) },
  ]);
  const setState = (state: 'draft' | 'active', said: string) => () =>
    void update.run({ id: objective.id, base: [...objective.heads], state }, { done: said });

  return (
    <article aria-label={objective.title}>
      <DetailHead
        crumb={
          <>
            {objective.parentId !== null && (
              <>
                <PlaceLink place="goals" id={objective.parentId}>
                  {objective.parentTitle ?? t('goals.parentAway')}
                </PlaceLink>
                <ChevronRightIcon size={14} stroke={1.75} aria-hidden />
              </>
            )}
            <span>{t('goals.objective')}</span>
          </>
        }
        title={objective.title}
        objective={objective}
        pinId={objective.id}
        facts={<Facts objective={objective} />}
        editor={doing === 'editing' ? <ObjectiveEditor objective={objective} onClose={done} /> : undefined}
        acts={[
          {
            label: t('goals.act.edit'),
            icon: headIcons.edit,
            keys: 'e',
            refusal: editRefusal,
            run: start('editing', editRefusal),
          },
          {
            label: t('goals.copy.act'),
            icon: CopyIcon,
            refusal: standing.comment,
            run: start('copying', standing.comment),
          },
          {
            label: t('goals.templates.save'),
            icon: CopyIcon,
            refusal: standing.comment,
            run: start('keeping', standing.comment),
          },
          ...(objective.state === 'draft'
            ? [
                {
                  label: t('goals.act.activate'),
                  icon: headIcons.close,
                  refusal: standing.lead,
                  run: setState('active', t('goals.activated')),
                },
              ]
            : []),
          closed
            ? {
                label: t('goals.act.reopen'),
                icon: headIcons.edit,
                refusal: standing.lead,
                run: setState('active', t('goals.reopened')),
              }
            : {
                label: t('goals.act.close'),
                icon: headIcons.close,
                refusal: standing.lead,
                run: start('closing', standing.lead),
              },
        ]}
      />
      <GoalConflicts objective={objective} />
      <Stats stats={stats} />
      <Progress objective={objective} />
      <Lineage objective={objective} />
      {objective.description !== '' && doing !== 'editing' && <Words>{objective.description}</Words>}
      {closed && (
        <section aria-labelledby="goal-reflection" className={classes['part']}>
          <SectionHead id="goal-reflection" level={3} title={t('goals.field.reflection')} />
          {objective.reflection === '' ? (
            <p className={classes['none']}>{t('goals.noReflection')}</p>
          ) : (
            <Words>{objective.reflection}</Words>
          )}
        </section>
      )}
      <section aria-labelledby="goal-key-results">
        <SectionHead id="goal-key-results" level={3} title={t('goals.keyResults')} />
        <KeyResultLines objective={objective} />
        <div className={classes['bar']}>
          <Button
            size="xs"
            icon={PlusIcon}
            keys="a"
            onClick={start('adding', editRefusal)}
            disabled={editRefusal !== null}
          >
            {t('goals.act.addKeyResult')}
          </Button>
          <PlaceLink place="trust" id={objective.id} className={classes['historyLink']}>
            <HistoryIcon size={16} stroke={1.75} aria-hidden />
            {t('goals.history')}
          </PlaceLink>
          {editRefusal !== null && <p className={classes['refusal']}>{editRefusal}</p>}
        </div>
      </section>
      <GoalAwards objectiveId={objective.id} />
      <ExpectationCard
        objective={objective}
        onEdit={editRefusal === null && doing === 'reading' ? start('editing', null) : null}
      />
      {update.error !== null && <Banner tone="off-track">{update.error.sentence}</Banner>}
      <Comments objective={objective} refusal={standing.comment} />
      {doing === 'adding' && <KeyResultDialog objective={objective} onClose={done} />}
      {doing === 'keeping' && <SaveTemplateDialog objective={objective} onClose={done} />}
      {doing === 'copying' && <CopyDialog objective={objective} onClose={done} />}
      {doing === 'closing' && <CloseDialog objective={objective} onClose={done} />}
    </article>
  );
};

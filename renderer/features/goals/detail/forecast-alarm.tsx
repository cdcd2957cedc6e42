import { useId, useState } from 'react';
import { estimate, isMetOrNot, paceProgress } from '#shared/domain/index.ts';
import type { CycleView, KeyResultView, ObjectiveView } from '#shared/protocol/index.ts';
import { useAmounts, useSaid, useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Banner, Button, useTime } from '#renderer/ui/index.ts';
import classes from './detail.module.css';

export interface ForecastAlarmProps {
  readonly keyResult: KeyResultView;
  readonly objective: ObjectiveView;
  readonly cycle: CycleView | null;
}

/** What the alarm was made from: every number, and the rule. */
const Reasons = (props: ForecastAlarmProps & { readonly id: string }) => {
  const said = useSaid();
  const { t } = useText();
  const { say, percent } = useAmounts();
  const { when, calendarDate } = useTime();
  const nameOf = usePersonName();
  const { keyResult, objective, cycle } = props;
  const projecting = keyResult.updates.findLast((update) => update.projection !== null);
  return (
    <div id={props.id} className={classes['reasons']}>
      <dl>
        <dt>{t('goals.why.range')}</dt>
        <dd>
          {t('goals.why.rangeWords', {
            start: say(keyResult.start, keyResult),
            target: say(keyResult.target, keyResult),
          })}
        </dd>
        <dt>{t('goals.why.now')}</dt>
        <dd>
          {keyResult.progress === null
            ? said(keyResult.notComputed ?? '')
            : t('goals.why.nowWords', {
                value: say(keyResult.value, keyResult),
                percent: percent(keyResult.progress),
              })}
        </dd>
        <dt>{t('goals.why.cycle')}</dt>
        <dd>
          {t('goals.why.cycleWords', {
            percent: percent(objective.expected),
            end: cycle === null ? '' : calendarDate(cycle.end),
          })}
        </dd>
        {projecting?.projection !== null && projecting !== undefined && (
          <>
            <dt>{t('goals.why.projection')}</dt>
            <dd>
              {t('goals.why.projectionWords', {
                value: say(projecting.projection, keyResult),
                name: nameOf(projecting.byId),
                when: when(projecting.at),
              })}
            </dd>
          </>
        )}
      </dl>
      {keyResult.progress !== null && keyResult.expectedValue !== null && objective.expected > 0 && (
        <p className={classes['formula']}>
          {t('goals.why.pace', {
            progress: percent(keyResult.progress),
            elapsed: percent(objective.expected),
            end: percent(Math.min(1, keyResult.progress / objective.expected)),
          })}
        </p>
      )}
      {keyResult.projection !== null && keyResult.projectedProgress !== null && (
        <p className={classes['formula']}>
          {t('goals.why.projected', {
            projection: say(keyResult.projection, keyResult),
            start: say(keyResult.start, keyResult),
            target: say(keyResult.target, keyResult),
            end: percent(keyResult.projectedProgress),
          })}
        </p>
      )}
      <p>{t('goals.why.rule')}</p>
    </div>
  );
};

/** The alarm in words: where the projection and the pace end, each with its numbers. */
const useForecastWords = (keyResult: KeyResultView, objective: ObjectiveView): string => {
  const { t } = useText();
  const { say, percent } = useAmounts();
  const { projection, projectedProgress, start, target } = keyResult;
  const said = (value: number): string => say(value, keyResult);
  const pace = paceProgress({ ...keyResult, expected: objective.expected });
  return [
    projection === null || projectedProgress === null
      ? ''
      : isMetOrNot(keyResult)
        ? t('goals.alarm.met', { value: said(projection), target: said(target) })
        : t('goals.alarm.projection', {
            value: said(projection),
            percent: percent(projectedProgress),
            target: said(target),
          }),
    pace === null
      ? ''
      : t('goals.alarm.pace', {
          value: said(estimate(start * (1 - pace) + target * pace, keyResult)),
          percent: percent(pace),
        }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
};

/** Says when the projection or the pace points at a miss, and from which numbers. It is about the work. */
export const ForecastAlarm = (props: ForecastAlarmProps) => {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const reasons = useId();
  const { forecast } = props.keyResult;
  const words = useForecastWords(props.keyResult, props.objective);
  if (forecast.level === 'none' || props.objective.state === 'closed') return null;
  return (
    <div className={classes['alarm']}>
      <Banner
        tone={forecast.level === 'red' ? 'off-track' : 'at-risk'}
        action={
          <Button
            size="xs"
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {t('goals.why.ask')}
          </Button>
        }
      >
        {words}
      </Banner>
      {open && <Reasons {...props} id={reasons} />}
    </div>
  );
};

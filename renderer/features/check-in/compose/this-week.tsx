import type { RefObject } from 'react';
import type { KeyResultView, PlanView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { ActMenu, CloseIcon, GoalsIcon, IconButton, Keys, SectionHead, classNames } from '#renderer/ui/index.ts';
import { addPlan, changePlan, removePlan } from '../form/changes.ts';
import type { Change } from '../form/changes.ts';
import type { CheckInForm } from '../form/form.ts';
import classes from './plans.module.css';

interface GoalLinkProps {
  readonly plan: string;
  readonly value: string | null;
  readonly keyResults: readonly KeyResultView[];
  readonly onChange: (keyResultId: string | null) => void;
}

/** Which key result a plan is for. */
const GoalLink = (props: GoalLinkProps) => {
  const { t } = useText();
  const linked = props.keyResults.find((keyResult) => keyResult.id === props.value);
  if (props.keyResults.length === 0) return null;
  return (
    <ActMenu
      width={260}
      position="bottom-end"
      about={props.plan}
      target={
        <button
          type="button"
          className={classNames(classes['link'], linked !== undefined && classes['linked'])}
          aria-label={
            linked === undefined
              ? t('checkIn.week.linkOf', { plan: props.plan })
              : t('checkIn.week.linkedTo', { plan: props.plan, goal: linked.title })
          }
        >
          <GoalsIcon size={14} stroke={1.75} aria-hidden />
          <span>{linked?.title ?? t('checkIn.week.link')}</span>
        </button>
      }
      sections={[
        {
          acts: [
            ...props.keyResults.map((keyResult) => ({
              label: keyResult.title,
              run: () => props.onChange(keyResult.id),
            })),
            ...(linked === undefined ? [] : [{ label: t('checkIn.week.unlink'), run: () => props.onChange(null) }]),
          ],
        },
      ]}
    />
  );
};

export interface ThisWeekProps {
  readonly form: CheckInForm;
  readonly carried: readonly PlanView[];
  /** Open tasks of Work that are planned for the week. */
  readonly tasks: readonly PlanView[];
  readonly keyResults: readonly KeyResultView[];
  readonly change: (change: Change) => void;
  readonly adding: RefObject<HTMLInputElement | null>;
}

/** This week's plans: what is carried on, and new ones. Enter adds the next. */
export const ThisWeek = (props: ThisWeekProps) => {
  const { t } = useText();
  const { form, carried, tasks, keyResults, change, adding } = props;
  const known = [...carried, ...tasks];
  const fromWork = new Set(tasks.map((task) => task.id));
  const titles = new Map(keyResults.map((keyResult) => [keyResult.id, keyResult.title]));
  return (
    <section aria-labelledby="this-week">
      <SectionHead id="this-week" title={t('checkIn.week.title')} />
      <ol className={classes['week']}>
        {known.map((plan, index) => {
          const goal = plan.keyResultId === null ? undefined : titles.get(plan.keyResultId);
          return (
            <li key={plan.id}>
              <span className={classes['number']}>{index + 1}</span>
              <span className={classes['grow']} dir="auto">
                {plan.text}
              </span>
              {goal !== undefined && (
                <span className={classNames(classes['link'], classes['linked'])}>
                  <GoalsIcon size={14} stroke={1.75} aria-hidden />
                  <span>{goal}</span>
                </span>
              )}
              <span className={classes['quiet']}>
                {t(fromWork.has(plan.id) ? 'checkIn.week.fromWork' : 'checkIn.week.carried')}
              </span>
            </li>
          );
        })}
        {form.plans.map((plan, index) => (
          <li key={plan.key}>
            <span className={classes['number']}>{known.length + index + 1}</span>
            <input
              className={classes['line']}
              value={plan.text}
              maxLength={300}
              dir="auto"
              aria-label={t('checkIn.week.plan', { number: known.length + index + 1 })}
              onChange={(event) => {
                change(changePlan(plan.key, { text: event.currentTarget.value }));
              }}
            />
            <GoalLink
              plan={plan.text}
              value={plan.keyResultId}
              keyResults={keyResults}
              onChange={(keyResultId) => {
                change(changePlan(plan.key, { keyResultId }));
              }}
            />
            <IconButton
              size="xs"
              icon={CloseIcon}
              label={t('checkIn.week.remove', { plan: plan.text })}
              onClick={() => {
                change(removePlan(plan.key));
              }}
            />
          </li>
        ))}
        <li>
          <span className={classes['number']}>{known.length + form.plans.length + 1}</span>
          <input
            ref={adding}
            className={classes['line']}
            value={form.adding}
            maxLength={300}
            dir="auto"
            placeholder={t('checkIn.week.add')}
            aria-label={t('checkIn.week.add')}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              change((now) => ({ ...now, adding: typed }));
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              change(addPlan);
            }}
          />
          <Keys keys={form.adding === '' ? 'p' : 'enter'} />
        </li>
      </ol>
    </section>
  );
};

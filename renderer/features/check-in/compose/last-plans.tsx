import { asksBeforeCarrying } from '#shared/domain/index.ts';
import type { PlanView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import {
  ArrowIcon,
  Button,
  CheckIcon,
  CloseIcon,
  HandOverIcon,
  InfoIcon,
  Keys,
  Rows,
  SectionHead,
  SplitIcon,
  classNames,
} from '#renderer/ui/index.ts';
import type { RowSelection } from '#renderer/ui/index.ts';
import type { Choice } from '../form/form.ts';
import classes from './plans.module.css';

/** The two answers to the third carry-over that need one more word. */
export type Help = 'split' | 'hand';

export interface LastPlansProps {
  readonly plans: readonly PlanView[];
  readonly choiceOf: (plan: PlanView) => Choice;
  readonly selection: RowSelection;
  readonly onChoose: (planId: string, choice: Choice) => void;
  readonly onHelp: (plan: PlanView, help: Help) => void;
}

const acts = [
  { choice: 'done', icon: CheckIcon, keys: 'x' },
  { choice: 'carried', icon: ArrowIcon, keys: '>' },
  { choice: 'dropped', icon: CloseIcon, keys: 'd' },
] as const;

/** Which of the three buttons shows a choice as taken. */
const shownAs = (choice: Choice): Choice => (choice === 'split' ? 'carried' : choice === 'handed' ? 'dropped' : choice);

const Third = (
  props: { readonly plan: PlanView; readonly current: boolean } & Pick<LastPlansProps, 'onChoose' | 'onHelp'>,
) => {
  const { t } = useText();
  const { plan, current } = props;
  return (
    <div className={classes['third']}>
      <InfoIcon size={16} stroke={1.9} aria-hidden />
      <span className={classes['grow']}>{t('checkIn.last.third', { count: plan.carried + 1 })}</span>
      <span className={classes['acts']}>
        <Button size="xs" icon={SplitIcon} keys={current ? 's' : undefined} onClick={() => props.onHelp(plan, 'split')}>
          {t('checkIn.last.split')}
        </Button>
        <Button
          size="xs"
          icon={HandOverIcon}
          keys={current ? 'h' : undefined}
          onClick={() => props.onHelp(plan, 'hand')}
        >
          {t('checkIn.last.handOver')}
        </Button>
        <Button
          size="xs"
          icon={CloseIcon}
          keys={current ? 'd' : undefined}
          onClick={() => props.onChoose(plan.id, 'dropped')}
        >
          {t('checkIn.last.drop')}
        </Button>
      </span>
    </div>
  );
};

/** What became of last week's plans: done, carried on, or dropped; the third carry-over asks what would help. */
export const LastPlans = (props: LastPlansProps) => {
  const { t } = useText();
  const { plans, choiceOf, selection } = props;
  const done = plans.filter((plan) => choiceOf(plan) === 'done').length;
  const open = plans.filter((plan) => choiceOf(plan) === 'open').length;
  return (
    <section aria-labelledby="last-plans">
      <SectionHead
        id="last-plans"
        title={t('checkIn.last.title')}
        note={
          plans.length === 0
            ? undefined
            : [
                t('checkIn.last.note', { done, count: plans.length }),
                open > 0 ? t('checkIn.last.undecided', { count: open }) : '',
              ]
                .filter((part) => part !== '')
                .join(t('ui.list.comma'))
        }
      />
      {plans.length === 0 ? (
        <p className={classes['none']}>{t('checkIn.last.none')}</p>
      ) : (
        <Rows label={t('checkIn.last.title')} items={plans} idOf={(plan) => plan.id} selection={selection}>
          {(plan, current) => {
            const choice = choiceOf(plan);
            const asks = choice === 'carried' && asksBeforeCarrying(plan);
            return (
              <>
                <div className={classNames(classes['plan'], choice === 'done' && classes['done'])}>
                  <span className={classNames(classes['grow'], choice === 'dropped' && classes['dropped'])} dir="auto">
                    {plan.text}
                  </span>
                  <span className={classes['quiet']}>
                    {choice === 'split'
                      ? t('checkIn.last.wasSplit')
                      : choice === 'handed'
                        ? t('checkIn.last.wasHanded')
                        : plan.carried > 0 || choice === 'carried'
                          ? t('checkIn.last.times', { count: plan.carried + 1, ordinal: true })
                          : ''}
                  </span>
                  <span
                    className={classes['acts']}
                    role="group"
                    aria-label={t('checkIn.last.outcome', { plan: plan.text })}
                  >
                    {acts.map((act) => {
                      const on = shownAs(choice) === act.choice;
                      return (
                        <button
                          key={act.choice}
                          type="button"
                          className={classNames(classes['choice'], on && act.choice === 'done' && classes['isDone'])}
                          aria-pressed={on}
                          onClick={() => props.onChoose(plan.id, on ? 'open' : act.choice)}
                        >
                          <act.icon size={14} stroke={2} aria-hidden />
                          {t(`checkIn.last.acts.${act.choice}`)}
                          {current && <Keys keys={act.keys} />}
                        </button>
                      );
                    })}
                  </span>
                </div>
                {asks && <Third plan={plan} current={current} onChoose={props.onChoose} onHelp={props.onHelp} />}
              </>
            );
          }}
        </Rows>
      )}
    </section>
  );
};

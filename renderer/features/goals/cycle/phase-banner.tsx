import { phaseDays } from '#shared/domain/index.ts';
import type { CyclePhase } from '#shared/domain/index.ts';
import type { CycleView, GoalRow } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { Banner, Button, CalendarIcon, useTime } from '#renderer/ui/index.ts';
import { dueAtMiddle } from './review.ts';
import classes from './phase-banner.module.css';

export interface PhaseBannerProps {
  readonly cycle: CycleView;
  readonly phase: CyclePhase;
  readonly rows: readonly GoalRow[];
  readonly me: string | null;
  readonly onShow: (id: string) => void;
  /** Scores and closes the cycle; null for those who write nothing. */
  readonly onClose: (() => void) | null;
}

/** What the time of the cycle asks for: another look once it is half over, scores at its end; nothing otherwise. */
export const PhaseBanner = (props: PhaseBannerProps) => {
  const { t } = useText();
  const { calendarDate } = useTime();
  const { cycle, phase, me, onClose } = props;
  if (phase === 'closing') {
    const end = calendarDate(cycle.end);
    return (
      <div className={classes['place']}>
        <Banner
          icon={CalendarIcon}
          action={
            onClose !== null && (
              <Button size="xs" keys="x" onClick={onClose}>
                {t('goals.cycle.close')}
              </Button>
            )
          }
        >
          {t('goals.cycle.ending', { title: cycle.title, end })}
        </Banner>
      </div>
    );
  }
  const due = phase === 'mid-cycle' && me !== null ? dueAtMiddle(props.rows, cycle, me) : [];
  const first = due[0];
  if (first === undefined) return null;
  const day = calendarDate(phaseDays(cycle).middle);
  return (
    <div className={classes['place']}>
      <Banner
        icon={CalendarIcon}
        action={
          <Button size="xs" onClick={() => props.onShow(first.id)}>
            {t('goals.cycle.look')}
          </Button>
        }
      >
        {t('goals.cycle.middle', { title: cycle.title, day, count: due.length })}
      </Banner>
    </div>
  );
};

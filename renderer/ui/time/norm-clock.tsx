import { useText } from '#renderer/i18n/index.ts';
import { ClockIcon } from '../icons.tsx';
import classes from './norm-clock.module.css';
import { useTime } from './use-time.tsx';

export interface NormClockProps {
  /** Working milliseconds left, and when they end; null for a recipient who states no hours. */
  readonly norm: { readonly leftMs: number; readonly dueAt: number; readonly urgent: boolean } | null;
  /** Whose working hours count; null when they are the reader's own. */
  readonly recipient: { readonly name: string; readonly timeZone: string } | null;
}

/** The clock of a request as both sides see it: working time left, and when it runs out in both local times. */
export const NormClock = (props: NormClockProps) => {
  const { t } = useText();
  const { zone, clock, dayName, duration } = useTime();
  const { norm, recipient } = props;
  if (norm === null) return <span className={classes['clock']}>{t('ui.norm.none')}</span>;
  const out = norm.leftMs <= 0;
  const at = `${dayName(norm.dueAt)} ${clock(norm.dueAt)}`;
  const theirs =
    recipient === null || clock(norm.dueAt, recipient.timeZone) === clock(norm.dueAt, zone)
      ? null
      : t('ui.norm.theirs', {
          time: clock(norm.dueAt, recipient.timeZone),
          name: recipient.name.split(/\s+/u)[0] ?? recipient.name,
        });
  const head = out
    ? t('ui.norm.out', { at })
    : t(norm.urgent ? 'ui.norm.leftUrgent' : 'ui.norm.left', { duration: duration(norm.leftMs), at });
  return (
    <span className={classes['clock']} data-out={out}>
      <ClockIcon size={16} stroke={1.75} aria-hidden />
      <span>{theirs === null ? head : `${head} (${theirs})`}</span>
    </span>
  );
};

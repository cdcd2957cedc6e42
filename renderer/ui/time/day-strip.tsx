import { useText } from '#renderer/i18n/index.ts';
import { joinNames } from '../people/join-names.ts';
import classes from './day-strip.module.css';
import { dayOf, heatLevel, holds, statedSpans } from './hours.ts';
import type { Stated } from './hours.ts';
import { useTime } from './use-time.tsx';

export interface StatedPerson extends Stated {
  readonly id: string;
  readonly name: string;
  readonly me: boolean;
}

export interface DayStripProps {
  readonly people: readonly StatedPerson[];
  /** Where the reader is, in words. */
  readonly place: string;
}

const slots = 48;

/** My 24 hours, the team's stated hours as a small skyline, a line for now. The overlap clock's small sister. */
export const DayStrip = (props: DayStripProps) => {
  const { t, language } = useText();
  const { now, zone, clock } = useTime();
  const day = dayOf(now, zone);
  const length = day.to - day.from;
  const spans = props.people.map((person) => statedSpans(person, day));
  const most = Math.max(1, props.people.length);
  const counts = Array.from({ length: slots }, (_, slot) => {
    const middle = day.from + ((slot + 0.5) / slots) * length;
    return spans.filter((stated) => holds(stated, middle)).length;
  });
  const others = props.people.filter((person) => !person.me);
  const working = others
    .filter((person) => holds(statedSpans(person, day), now))
    .map((person) => person.name.split(/\s+/u)[0] ?? '');
  const at = `${(((now - day.from) / length) * 100).toFixed(3)}%`;
  return (
    <div className={classes['strip']}>
      <div className={classes['head']}>
        <span className={classes['clock']}>{clock(now)}</span>
        <span className={classes['quiet']}>{props.place}</span>
      </div>
      <svg className={classes['picture']} role="img" aria-label={t('ui.dayStrip.label')}>
        {counts.map((count, slot) => {
          // An hour outside everybody's is still an hour: a low, quiet mark keeps the day's length in sight.
          const level = heatLevel(count, most);
          const height = count === 0 ? 3 : 6 + (level / 5) * 16;
          return (
            <rect
              key={slot}
              x={`${((slot / slots) * 100 + 0.25).toFixed(3)}%`}
              y={24 - height}
              width={`${(100 / slots - 0.5).toFixed(3)}%`}
              height={height}
              rx="1"
              fill={count === 0 ? 'var(--mer-line-strong)' : `var(--mer-heat-${String(level)})`}
            />
          );
        })}
        <line x1={at} x2={at} y1="-2" y2="25" stroke="var(--mer-text)" strokeWidth="1.5" />
        <circle cx={at} cy="-2" r="2.5" fill="var(--mer-text)" />
      </svg>
      <div className={classes['quiet']}>
        {others.length === 0
          ? t('ui.dayStrip.alone')
          : working.length === 0
            ? t('ui.dayStrip.nobody')
            : t('ui.dayStrip.atWork', { names: joinNames(working, language) })}
      </div>
    </div>
  );
};

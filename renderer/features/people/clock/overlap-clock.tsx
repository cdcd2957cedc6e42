import { useMemo } from 'react';
import { Trans } from 'react-i18next';
import { useText } from '#renderer/i18n/index.ts';
import type { ClockPeople, Person } from '#renderer/state/index.ts';
import {
  Avatars,
  SectionHead,
  classNames,
  dayOf,
  heatLevel,
  holds,
  joinNames,
  minuteOfDay,
  nightSpans,
  useTime,
} from '#renderer/ui/index.ts';
import type { Span } from '#renderer/ui/index.ts';
import { ChoosePeople } from './choose-people.tsx';
import { groupPlaces } from './group-places.ts';
import type { ClockPlace } from './group-places.ts';
import { bestOverlap, workingPlaces } from './overlap.ts';
import classes from './overlap-clock.module.css';

const share = (at: number, day: Span): number => (at - day.from) / (day.to - day.from);
const percent = (value: number): string => `${(value * 100).toFixed(3)}%`;
/** Where a span lies on the axis, as attributes of a rectangle. */
const stretch = (span: Span, day: Span) => ({
  x: percent(share(span.from, day)),
  width: percent(share(span.to, day) - share(span.from, day)),
});

const Band = (props: { readonly place: ClockPlace; readonly day: Span; readonly label: string }) => {
  const { place, day } = props;
  const fill = place.mine ? 'var(--mer-working-mine)' : 'var(--mer-working)';
  return (
    <svg className={classes['band']} role="img" aria-label={props.label}>
      <rect x="0" y="9" width="100%" height="14" rx="3" fill="var(--mer-day)" />
      {nightSpans(place.timeZone, day).map((span) => (
        <rect key={span.from} {...stretch(span, day)} y="9" height="14" rx="3" fill="var(--mer-night)" />
      ))}
      {place.spans.map((span) => (
        <rect key={span.from} {...stretch(span, day)} y="5" height="22" rx="4" fill={fill} />
      ))}
    </svg>
  );
};

const heat = (count: number, of: number): { readonly background: string; readonly color: string } => {
  const level = heatLevel(count, of);
  return {
    background: `var(--mer-heat-${String(level)})`,
    color: level >= 4 ? 'var(--mer-on-heat)' : 'var(--mer-text)',
  };
};

const Counts = (props: { readonly places: readonly ClockPlace[]; readonly day: Span; readonly zone: string }) => {
  const { t } = useText();
  const { places, day, zone } = props;
  return (
    <div className={classNames(classes['row'], classes['sum'])}>
      <span className={classNames(classes['label'], classes['sumLabel'])}>
        {t('people.clock.sum', { count: places.length })}
      </span>
      <div className={classes['counts']} role="img" aria-label={t('people.clock.sumLabel', { count: places.length })}>
        {Array.from({ length: 24 }, (_, hour) => {
          const middle = minuteOfDay(day.from, hour * 60 + 30, zone);
          const count = places.filter((place) => holds(place.spans, middle)).length;
          return (
            <span key={hour} className={classes['count']} style={heat(count, places.length)}>
              {count > 0 && count}
            </span>
          );
        })}
      </div>
    </div>
  );
};

const Meaning = (props: {
  readonly places: readonly ClockPlace[];
  readonly day: Span;
  readonly clock: (at: number) => string;
}) => {
  const { t, language } = useText();
  const { places, day, clock } = props;
  const best = bestOverlap(places, day);
  const spans = best.ranges.map((span) =>
    t('people.clock.span', { from: clock(span.from), to: span.to === day.to ? '24:00' : clock(span.to) }),
  );
  const [first = '', ...others] = spans;
  const ranges = others.length === 0 ? first : t('people.clock.and', { first, second: joinNames(others, language) });
  const b = { b: <b /> };
  if (places.length < 2) return <>{t('people.clock.alone')}</>;
  if (best.count === 0) return <>{t('people.clock.nobody')}</>;
  if (best.count === 1) return <>{t('people.clock.never')}</>;
  return best.count === places.length ? (
    <Trans i18nKey="people.clock.all" values={{ ranges }} components={b} />
  ) : (
    <Trans i18nKey="people.clock.some" values={{ count: best.count, ranges }} components={b} />
  );
};

/** One row a place on one axis: stated hours, night, how many meet, and one sentence that says what it means. */
export const OverlapClock = (props: {
  readonly people: readonly Person[];
  /** Whose hours are shown. */
  readonly choice: ClockPeople;
  readonly zone: string;
}) => {
  const { t, language } = useText();
  const { people, choice, zone } = props;
  const { now, clock: clockOf, longDay } = useTime();
  const day = useMemo(() => dayOf(now, zone), [now, zone]);
  const places = useMemo(() => groupPlaces(choice.shown, day), [choice.shown, day]);
  const clock = (at: number): string => clockOf(at, zone);
  const working = workingPlaces(places, now);
  return (
    <section aria-labelledby="overlap-clock">
      <SectionHead
        id="overlap-clock"
        title={t('people.clock.title')}
        note={t(working === 0 ? 'people.clock.noteNobody' : 'people.clock.note', {
          day: longDay(now, zone),
          working,
          places: t('people.places', { count: places.length }),
        })}
        end={people.length > 1 ? <ChoosePeople people={people} choice={choice} /> : undefined}
      />
      <div className={classes['clock']}>
        <div className={classes['axis']} aria-hidden>
          <span />
          <div className={classes['hours']}>
            {[0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => (
              <span
                key={hour}
                data-near={Math.abs(share(minuteOfDay(day.from, hour * 60, zone), day) - share(now, day)) < 0.06}
                style={{ insetInlineStart: percent(share(minuteOfDay(day.from, hour * 60, zone), day)) }}
              >
                {String(hour).padStart(2, '0')}
              </span>
            ))}
          </div>
        </div>
        {places.map((place) => {
          const hours = place.spans.map((span) =>
            t('people.clock.span', { from: clock(span.from), to: clock(span.to) }),
          );
          return (
            <div key={place.key} className={classNames(classes['row'], place.mine && classes['mine'])}>
              <span className={classes['label']}>
                <span className={classes['faces']}>
                  <Avatars people={place.people} size="sm" limit={2} />
                </span>
                <span className={classes['name']}>{place.name}</span>
                <span className={classes['time']}>{clockOf(now, place.timeZone)}</span>
              </span>
              <Band
                place={place}
                day={day}
                label={
                  hours.length === 0
                    ? t('people.clock.rowOff', { place: place.name })
                    : t('people.clock.row', { place: place.name, hours: joinNames(hours, language) })
                }
              />
            </div>
          );
        })}
        <Counts places={places} day={day} zone={zone} />
        <div className={classes['now']} aria-hidden>
          <div>
            <span className={classes['nowLine']} style={{ insetInlineStart: percent(share(now, day)) }}>
              <b className={classes['nowTime']}>{clock(now)}</b>
            </span>
          </div>
        </div>
      </div>
      <p className={classes['say']}>
        <Meaning places={places} day={day} clock={clock} />
      </p>
      <div className={classes['legend']}>
        <span>
          <i style={{ background: 'var(--mer-working-mine)' }} />
          {t('people.clock.yours')}
        </span>
        <span>
          <i style={{ background: 'var(--mer-working)' }} />
          {t('people.clock.theirs')}
        </span>
        <span>
          <i style={{ background: 'var(--mer-night)' }} />
          {t('people.clock.night')}
        </span>
        <span className={classes['end']}>{t('people.clock.stated')}</span>
      </div>
    </section>
  );
};

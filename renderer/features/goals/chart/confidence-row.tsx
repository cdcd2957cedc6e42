import { useText } from '#renderer/i18n/index.ts';
import { StatusShape, inSentence, statusOf, useTime } from '#renderer/ui/index.ts';
import type { ReportedPoint } from './chart-data.ts';
import classes from './chart.module.css';
import { thin } from './place-labels.ts';

export interface ConfidenceRowProps {
  readonly reported: readonly ReportedPoint[];
  readonly px: (place: number) => number;
  /** 1 where time runs to the right, -1 where it runs to the left. */
  readonly toward: number;
  readonly width: number;
  readonly y: number;
}

/** What the owner said at each report, as shapes on the time axis; the newest with its word and since when. */
export const ConfidenceRow = (props: ConfidenceRowProps) => {
  const { t } = useText();
  const { dayName } = useTime();
  const { reported, px, toward, y } = props;
  const newest = reported.at(-1);
  if (newest === undefined) return null;
  const status = statusOf(newest.update.confidence);
  const since = reported.slice(
    reported.findLastIndex((point) => point.update.confidence !== newest.update.confidence) + 1,
  )[0];
  const shown = thin(
    reported.map((point) => px(point.x)),
    15,
  );
  const after = px(newest.x) + toward * 14;
  const room = toward > 0 ? props.width - after : after;
  const words = t('goals.chart.since', {
    status: inSentence(t(`ui.status.${status}`)),
    day: dayName(since?.update.at ?? newest.update.at),
  });
  return (
    <g>
      <text x={toward > 0 ? 0 : props.width} y={y + 4} className={classes['ink']}>
        {t('goals.chart.confidence')}
      </text>
      {reported.map((point, index) =>
        shown[index] === true ? (
          <svg key={point.update.id} x={px(point.x) - 6} y={y - 6} width={12} height={12} overflow="visible">
            <StatusShape status={statusOf(point.update.confidence)} silent />
          </svg>
        ) : null,
      )}
      {room > words.length * 6 && (
        <text x={after} y={y + 4} className={classes[status]}>
          {words}
        </text>
      )}
    </g>
  );
};

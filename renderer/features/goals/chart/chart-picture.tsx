import type { CycleView, KeyResultView } from '#shared/protocol/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { useTime } from '#renderer/ui/index.ts';
import { axisDays, placeIn } from './chart-data.ts';
import type { ChartData, ChartPoint } from './chart-data.ts';
import { ConfidenceRow } from './confidence-row.tsx';
import classes from './chart.module.css';
import { spread, thin } from './place-labels.ts';

export interface ChartPictureProps {
  readonly data: ChartData;
  readonly keyResult: KeyResultView;
  readonly cycle: CycleView;
  /** Pixels. */
  readonly width: number;
  readonly summary: string;
  /** First name of whoever reported last. */
  readonly teller: string;
}

const top = 16;
const bottom = 188;
const height = 244;
const edge = 16;

/** Width of a letter at the chart's size, on average. */
const letter = 5.6;
/** The same of strong words. */
const strongLetter = 6.1;

/** Above the projection: clear of its line where the words begin, which is left of the ring. */
const expectsPlace = (
  projection: NonNullable<ChartData['projection']>,
  wordsWidth: number,
  plot: number,
  py: (value: number) => number,
): number => {
  const ring = py(projection.to);
  const span = (1 - projection.from.x) * plot || 1;
  const from = Math.max(0, 1 - (wordsWidth + 12) / span);
  const rise = (end: number): number => py(projection.from.value) + (py(end) - py(projection.from.value)) * from;
  return Math.min(ring, rise(projection.to), rise(projection.high), rise(projection.low)) - 12;
};

const rightToLeft = (): boolean => document.documentElement.dir === 'rtl';

/** The picture of a key result, drawn at the size it has, so that its words stay readable. Time runs with the script. */
export const ChartPicture = (props: ChartPictureProps) => {
  const { t } = useText();
  const { shortDate, now, date } = useTime();
  const { say } = useAmounts();
  const { data, keyResult, cycle, width } = props;
  const { scale, projection, now: nowAt } = data;
  const lineWords = scale.lines.map((value) => say(value, keyResult));
  // Wide enough for the values, and for the word before the row of shapes.
  const gutter = Math.max(74, Math.min(width * 0.3, 20 + Math.max(...lineWords.map((words) => words.length)) * 6.2));
  const mirrored = rightToLeft();
  const plot = width - gutter - edge;
  const px = (place: number): number => {
    const at = gutter + place * plot;
    return mirrored ? width - at : at;
  };
  const py = (value: number): number => {
    const share = (value - scale.low) / (scale.high - scale.low || 1);
    return bottom - 16 - Math.min(1.02, Math.max(-0.02, share)) * (bottom - 16 - top);
  };
  const toward = mirrored ? -1 : 1;
  const path = (points: readonly ChartPoint[]): string =>
    points.map((point) => `${px(point.x).toFixed(1)},${py(point.value).toFixed(1)}`).join(' ');

  const days = axisDays(cycle);
  const dayPlaces = days.map((day, index) => px(index === days.length - 1 ? 1 : placeIn(cycle, Date.parse(day))));
  const dayShown = thin(dayPlaces, 58);
  const end = px(1);
  const targetY = py(keyResult.target);
  // The whole sentence while it fits beside the line of now.
  const expectsWhole =
    projection === null ? '' : t('goals.chart.expects', { name: props.teller, value: say(projection.to, keyResult) });
  const room = projection === null ? 0 : (1 - projection.from.x) * plot;
  const expectsWords =
    projection === null || expectsWhole.length * strongLetter + 12 <= room
      ? expectsWhole
      : t('goals.chart.expectsShort', { value: say(projection.to, keyResult) });
  const expectsAt = projection === null ? 0 : expectsPlace(projection, expectsWords.length * strongLetter, plot, py);
  // Where the projection ends near the target, the one stands above both and the other below.
  const near = projection !== null && Math.abs(py(projection.to) - targetY) < 30;
  const targetAt = near
    ? Math.max(targetY, py(projection.to)) + 15
    : targetY + (targetY >= py(keyResult.start) ? 15 : -12);
  const [targetLabel = targetAt, expectsLabel = expectsAt] = spread(
    [{ at: targetAt, size: 15 }, ...(projection === null ? [] : [{ at: expectsAt, size: 15 }])],
    top - 6,
    bottom - 2,
  );
  // Under the line of the pace, away from the line of now: to its right while there is room, else to its left.
  const falling = keyResult.target < keyResult.start;
  const paceWidth = t('goals.chart.pace').length * letter + 8;
  const paceRoom = (paceWidth + 8) / plot;
  const roomRight = nowAt === null || nowAt + paceRoom < 0.72;
  const paceFrom = roomRight ? Math.max(0.3, (nowAt ?? 0) + 8 / plot) : nowAt - paceRoom;
  const paceX = falling ? paceFrom + paceWidth / plot : paceFrom;
  const paceY = py(keyResult.start + (keyResult.target - keyResult.start) * paceX);
  const showPace = data.pace.length > 0 && plot > 300 && paceFrom > 0;

  return (
    <svg className={classes['chart']} width={width} height={height} role="img" aria-label={props.summary}>
      {scale.lines.map((value, index) => (
        <g key={value}>
          <line x1={px(0)} x2={end} y1={py(value)} y2={py(value)} className={classes['grid']} />
          <text x={px(0) - toward * 12} y={py(value) + 4} textAnchor="end">
            {lineWords[index]}
          </text>
        </g>
      ))}
      {days.map((day, index) =>
        dayShown[index] === true ? (
          <text
            key={day}
            x={dayPlaces[index]}
            y={204}
            textAnchor={index === 0 ? 'start' : index === days.length - 1 ? 'end' : 'middle'}
          >
            {shortDate(day)}
          </text>
        ) : null,
      )}
      {projection !== null && (
        <>
          <path
            d={`M${String(px(projection.from.x))} ${String(py(projection.from.value))} L${String(end)} ${String(py(projection.low))} L${String(end)} ${String(py(projection.high))} Z`}
            className={classes['fan']}
          />
          <line
            x1={px(projection.from.x)}
            y1={py(projection.from.value)}
            x2={end}
            y2={py(projection.to)}
            className={classes['projected']}
          />
        </>
      )}
      {data.pace.length > 0 && <polyline points={path(data.pace)} className={classes['pace']} />}
      {data.keep !== null && <line x1={px(0)} x2={end} y1={targetY} y2={targetY} className={classes['pace']} />}
      {nowAt !== null && (
        <>
          <line x1={px(nowAt)} x2={px(nowAt)} y1={top} y2={bottom} className={classes['now']} />
          <text
            x={px(nowAt) + toward * (nowAt > 0.85 ? -6 : 6)}
            y={top + 2}
            textAnchor={nowAt > 0.85 ? 'end' : 'start'}
            className={classes['ink']}
          >
            {date(now)}
          </text>
        </>
      )}
      <polyline points={path(data.actual)} className={classes['actual']} />
      {data.reported.map((point) => (
        <circle
          key={point.update.id}
          cx={px(point.x)}
          cy={py(point.value)}
          r={data.reported.length > 40 ? 2 : 3.5}
          className={classes['point']}
        />
      ))}
      {projection !== null && <circle cx={end} cy={py(projection.to)} r={4} className={classes['ring']} />}
      {keyResult.type !== 'boolean' && (
        <path d={`M${String(end)} ${String(targetY - 5)}l5 5-5 5-5-5z`} className={classes['diamond']} />
      )}
      {keyResult.type !== 'boolean' && (
        <text x={end - toward * 10} y={targetLabel + 4} textAnchor="end">
          {t(data.keep === null ? 'goals.chart.target' : 'goals.chart.keep', {
            value: say(keyResult.target, keyResult),
          })}
        </text>
      )}
      {projection !== null && (
        <text x={end - toward * 8} y={expectsLabel + 4} textAnchor="end" className={classes['ink']}>
          {expectsWords}
        </text>
      )}
      {showPace && (
        <text x={px(paceX)} y={paceY + (falling ? 15 : 18)} textAnchor={falling ? 'end' : 'start'}>
          {t('goals.chart.pace')}
        </text>
      )}
      <ConfidenceRow reported={data.reported} px={px} toward={toward} width={width} y={230} />
    </svg>
  );
};

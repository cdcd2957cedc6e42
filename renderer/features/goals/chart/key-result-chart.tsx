import { useMemo, useState } from 'react';
import { useElementSize } from '@mantine/hooks';
import type { CycleView, KeyResultView } from '#shared/protocol/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Button, useTime } from '#renderer/ui/index.ts';
import { chartData } from './chart-data.ts';
import { ChartPicture } from './chart-picture.tsx';
import { ChartTable } from './chart-table.tsx';
import classes from './chart.module.css';

export interface KeyResultChartProps {
  readonly keyResult: KeyResultView;
  readonly cycle: CycleView;
}

/** One sentence that says what the picture shows, for those who do not see it. */
const useSummary = ({ keyResult, cycle }: KeyResultChartProps): string => {
  const { t } = useText();
  const { say } = useAmounts();
  const { calendarDate } = useTime();
  const parts = [
    t('goals.chart.summary', {
      title: keyResult.title,
      from: say(keyResult.start, keyResult),
      to: say(keyResult.value, keyResult),
      target: say(keyResult.target, keyResult),
      end: calendarDate(cycle.end),
    }),
  ];
  if (keyResult.expectedValue !== null)
    parts.push(t('goals.chart.summaryExpected', { value: say(keyResult.expectedValue, keyResult) }));
  if (keyResult.projection !== null)
    parts.push(t('goals.chart.summaryProjection', { value: say(keyResult.projection, keyResult) }));
  return parts.join(' ');
};

/** A key result over its cycle: reported, expected and projected values, what its owner said, and the same as a table. */
export const KeyResultChart = (props: KeyResultChartProps) => {
  const { t } = useText();
  const { now } = useTime();
  const nameOf = usePersonName();
  const { ref, width } = useElementSize();
  const [asTable, setAsTable] = useState(false);
  const summary = useSummary(props);
  const { keyResult, cycle } = props;
  const data = useMemo(() => chartData(keyResult, cycle, now), [keyResult, cycle, now]);
  const newest = data.reported.at(-1);
  const teller = newest === undefined ? '' : (nameOf(newest.update.byId).split(/\s+/u)[0] ?? '');
  return (
    <figure className={classes['figure']}>
      <div ref={ref}>
        {asTable ? (
          <ChartTable keyResult={keyResult} />
        ) : (
          width > 0 && (
            <ChartPicture
              data={data}
              keyResult={keyResult}
              cycle={cycle}
              width={Math.round(width)}
              summary={summary}
              teller={teller}
            />
          )
        )}
      </div>
      {data.reported.length > 0 && (
        <figcaption className={classes['caption']}>
          <Button
            size="xs"
            tone="quiet"
            onClick={() => {
              setAsTable(!asTable);
            }}
          >
            {t(asTable ? 'goals.chart.asPicture' : 'goals.chart.asTable')}
          </Button>
        </figcaption>
      )}
    </figure>
  );
};

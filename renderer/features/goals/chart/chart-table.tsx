import type { KeyResultView } from '#shared/protocol/index.ts';
import { useAmounts, useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { StatusWord, statusOf, useTime } from '#renderer/ui/index.ts';
import classes from './chart.module.css';

/** The chart's points as a table, newest first. */
export const ChartTable = (props: { readonly keyResult: KeyResultView }) => {
  const { t } = useText();
  const { when } = useTime();
  const { say } = useAmounts();
  const nameOf = usePersonName();
  const { keyResult } = props;
  return (
    <div className={classes['tableFrame']} role="region" aria-label={t('goals.chart.table')} tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('goals.chart.when')}</th>
            <th scope="col" className={classes['number']}>
              {t('goals.chart.value')}
            </th>
            <th scope="col" className={classes['number']}>
              {t('goals.chart.projection')}
            </th>
            <th scope="col">{t('goals.chart.confidence')}</th>
            <th scope="col">{t('goals.chart.by')}</th>
          </tr>
        </thead>
        <tbody>
          {keyResult.updates.toReversed().map((update) => (
            <tr key={update.id}>
              <th scope="row">{when(update.at)}</th>
              <td className={classes['number']}>{say(update.value, keyResult)}</td>
              <td className={classes['number']}>
                {update.projection === null ? t('goals.chart.none') : say(update.projection, keyResult)}
              </td>
              <td>
                <StatusWord status={statusOf(update.confidence)} size="xs" />
              </td>
              <td>{nameOf(update.byId)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

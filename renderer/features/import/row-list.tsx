import { useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import type { ImportRow } from '#shared/protocol/index.ts';
import { sayNumber, useSaid, useText } from '#renderer/i18n/index.ts';
import { Button, Chip, SectionHead, StopIcon, classNames } from '#renderer/ui/index.ts';
import classes from './import.module.css';
import type { Preview } from './use-import.ts';

/** Rows drawn at a time: enough to see what happens, few enough to stay quick. */
const step = 200;

const number = (value: number | null, language: string): string => (value === null ? '' : sayNumber(value, language));

const Row = (props: { readonly row: ImportRow }) => {
  const said = useSaid();
  const { t, language } = useText();
  const { row } = props;
  return (
    <tr className={classNames(row.error !== null && classes['faulty'])}>
      <td className={classes['line']}>{row.line}</td>
      <td>
        <Chip tone={row.effect === 'new' ? 'accent' : row.effect === 'changed' ? 'info' : 'plain'}>
          {t(row.error === null ? `import.effect.${row.effect}` : 'import.effect.leftOut')}
        </Chip>
      </td>
      <td className={classNames(row.kind === 'key-result' && classes['below'])} dir="auto">
        <span className={classNames(row.kind === 'objective' && classes['goal'])}>
          {row.title === '' ? t('import.rows.untitled') : row.title}
        </span>
        {row.error !== null && (
          <span className={classes['rowError']}>
            <StopIcon size={14} stroke={1.9} aria-hidden />
            {said(row.error)}
          </span>
        )}
      </td>
      <td dir="auto">{row.owners.join(t('ui.list.comma'))}</td>
      <td className={classes['number']}>{number(row.actual, language)}</td>
      <td className={classes['number']}>{number(row.projection, language)}</td>
      <td className={classes['number']}>{number(row.score, language)}</td>
    </tr>
  );
};

type Shown = 'all' | 'faulty' | 'changing';

/** Every row of the table with what the import would do to it, and what is wrong with it, in place. */
export const RowList = (props: { readonly preview: Preview }) => {
  const { t } = useText();
  const { preview } = props;
  const [shown, setShown] = useState<Shown>('all');
  const [limit, setLimit] = useState(step);
  const rows = preview.rows.filter(
    (row) =>
      shown === 'all' ||
      (shown === 'faulty' ? row.error !== null : row.error === null && ['new', 'changed'].includes(row.effect)),
  );
  return (
    <section aria-labelledby="import-rows">
      <SectionHead
        id="import-rows"
        title={t('import.rows.title')}
        note={[
          t('import.counts.new', { count: preview.fresh }),
          t('import.counts.changed', { count: preview.changed }),
          t('import.counts.same', { count: preview.same }),
          t('import.counts.errors', { count: preview.errors }),
        ].join(t('ui.list.comma'))}
        end={
          <SegmentedControl
            aria-label={t('import.rows.which')}
            value={shown}
            onChange={(value) => {
              setShown(value);
              setLimit(step);
            }}
            data={[
              { value: 'all' as const, label: t('import.rows.all') },
              { value: 'changing' as const, label: t('import.rows.changing') },
              { value: 'faulty' as const, label: t('import.rows.faulty') },
            ]}
          />
        }
      />
      <div className={classes['frame']} role="region" aria-label={t('import.rows.table')} tabIndex={0}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col" className={classes['line']}>
                {t('import.rows.line')}
              </th>
              <th scope="col">{t('import.rows.effect')}</th>
              <th scope="col">{t('import.role.title')}</th>
              <th scope="col">{t('import.role.owner')}</th>
              <th scope="col" className={classes['number']}>
                {t('import.role.actual')}
              </th>
              <th scope="col" className={classes['number']}>
                {t('import.role.projection')}
              </th>
              <th scope="col" className={classes['number']}>
                {t('import.role.score')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((row) => (
              <Row key={row.line} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className={classes['hint']}>{t('import.rows.none')}</p>}
      {rows.length > limit && (
        <Button
          size="xs"
          onClick={() => {
            setLimit(limit + step);
          }}
        >
          {t('import.rows.more', { count: rows.length - limit })}
        </Button>
      )}
    </section>
  );
};

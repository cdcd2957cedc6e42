import { useState } from 'react';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useGo, usePersonName } from '#renderer/state/index.ts';
import {
  Banner,
  Button,
  CheckIcon,
  Chip,
  EmptyState,
  SectionHead,
  StopIcon,
  WorkIcon,
  classNames,
  useTime,
} from '#renderer/ui/index.ts';
import classes from './import.module.css';
import type { Importing, TaskPreview, TasksApplied } from './use-import.ts';

/** Rows drawn at a time: enough to see what happens, few enough to stay quick. */
const step = 200;

/** Names of tools are the same in every language. */
const toolNames = { asana: 'Asana', trello: 'Trello' } as const;

const Row = (props: { readonly row: TaskPreview['rows'][number] }) => {
  const said = useSaid();
  const { t } = useText();
  const { calendarDate } = useTime();
  const nameOf = usePersonName();
  const { row } = props;
  const unknown = row.owner !== '' && row.ownerId === null;
  return (
    <tr className={classNames(row.error !== null && classes['faulty'])}>
      <td className={classes['line']}>{row.line}</td>
      <td>
        <Chip tone={row.effect === 'new' ? 'accent' : row.effect === 'changed' ? 'info' : 'plain'}>
          {t(row.error === null ? `import.effect.${row.effect}` : 'import.effect.leftOut')}
        </Chip>
      </td>
      <td dir="auto">
        <span>{row.title === '' ? t('import.rows.untitled') : row.title}</span>{' '}
        {row.milestone && <Chip>{t('import.tasks.milestone')}</Chip>}
        {row.error !== null && (
          <span className={classes['rowError']}>
            <StopIcon size={14} stroke={1.9} aria-hidden />
            {said(row.error)}
          </span>
        )}
        {unknown && <span className={classes['hint']}>{t('import.tasks.nobody')}</span>}
      </td>
      <td dir="auto">{row.ownerId === null ? row.owner : nameOf(row.ownerId)}</td>
      <td>{row.due === null ? '' : calendarDate(row.due)}</td>
      <td>{t(`import.tasks.states.${row.state}`)}</td>
    </tr>
  );
};

/** Tasks of another tool's export with what the import would do to each, and the act itself. */
export const TaskPlan = (props: { readonly importing: Importing; readonly preview: TaskPreview }) => {
  const { t } = useText();
  const { importing, preview } = props;
  const [limit, setLimit] = useState(step);
  const said = useSaid();
  const source = toolNames[preview.source ?? 'asana'];
  const count = preview.fresh + preview.changed;
  const left = preview.rows.length - limit;
  return (
    <>
      {importing.error !== null && (
        <Banner tone="off-track" live>
          {t('import.fault.refused', { sentence: said(importing.error.sentence) })}
        </Banner>
      )}
      <section aria-labelledby="import-tasks">
        <SectionHead
          id="import-tasks"
          title={t('import.tasks.title', { source })}
          note={[
            t('import.counts.new', { count: preview.fresh }),
            t('import.counts.changed', { count: preview.changed }),
            t('import.counts.same', { count: preview.same }),
            t('import.counts.errors', { count: preview.errors }),
          ].join(', ')}
        />
        <p className={classes['hint']}>{t('import.tasks.note', { source })}</p>
        <div className={classes['frame']} role="region" aria-label={t('import.tasks.table')} tabIndex={0}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{t('import.rows.line')}</th>
                <th scope="col">{t('import.rows.effect')}</th>
                <th scope="col">{t('import.tasks.task')}</th>
                <th scope="col">{t('import.tasks.owner')}</th>
                <th scope="col">{t('import.tasks.due')}</th>
                <th scope="col">{t('import.tasks.state')}</th>
              </tr>
            </thead>
            <tbody>
              {preview.rows.slice(0, limit).map((row) => (
                <Row key={row.line} row={row} />
              ))}
            </tbody>
          </table>
        </div>
        {left > 0 && (
          <Button size="xs" onClick={() => setLimit(limit + step)}>
            {t('import.rows.more', { count: Math.min(step, left) })}
          </Button>
        )}
      </section>
      <div className={classes['foot']}>
        <span className={classes['hint']}>
          {count === 0
            ? t('import.foot.nothing')
            : preview.errors > 0
              ? t('import.foot.leftOut', { count: preview.errors })
              : t('import.foot.all')}
        </span>
        <Button tone="quiet" onClick={importing.reset}>
          {t('import.foot.other')}
        </Button>
        <Button tone="primary" busy={importing.busy} disabled={count === 0} onClick={importing.apply}>
          {t('import.tasks.act', { count })}
        </Button>
      </div>
    </>
  );
};

/** What the import of tasks did. */
export const TaskResult = (props: { readonly result: TasksApplied; readonly onAgain: () => void }) => {
  const { t } = useText();
  const go = useGo();
  const { result } = props;
  const counts = [
    t('import.counts.new', { count: result.fresh }),
    t('import.counts.changed', { count: result.changed }),
    t('import.counts.same', { count: result.same }),
    t('import.counts.errors', { count: result.errors }),
  ].join(', ');
  return (
    <EmptyState
      whole
      icon={CheckIcon}
      title={t('import.tasks.resultTitle')}
      sentence={t('import.result.sentence', { counts })}
      actions={
        <>
          <Button tone="primary" icon={WorkIcon} autoFocus onClick={() => go('tasks')}>
            {t('import.tasks.show')}
          </Button>
          <Button onClick={props.onAgain}>{t('import.result.again')}</Button>
        </>
      }
    />
  );
};

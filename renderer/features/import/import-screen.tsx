import { standingSentences, writes } from '#shared/domain/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useSession } from '#renderer/state/index.ts';
import { Banner, Button, EmptyState, LockIcon, Page, Place, SelectField, Skeleton } from '#renderer/ui/index.ts';
import { ChooseFile } from './choose-file.tsx';
import { ColumnMapper } from './column-mapper.tsx';
import { CycleChoice } from './cycle-choice.tsx';
import { ImportResult } from './import-result.tsx';
import classes from './import.module.css';
import { RowList } from './row-list.tsx';
import { TaskPlan, TaskResult } from './task-plan.tsx';
import { isComplete } from './target.ts';
import { useImport } from './use-import.ts';
import type { Importing, Preview } from './use-import.ts';

const TableChoice = (props: { readonly importing: Importing; readonly preview: Preview }) => {
  const { t } = useText();
  const { importing, preview } = props;
  if (preview.tables.length < 2) return null;
  return (
    <SelectField
      label={t('import.table.label')}
      className={classes['tableChoice']}
      value={String(importing.plan?.table ?? 0)}
      data={preview.tables.map((table) => ({
        value: String(table.index),
        label: t('import.table.option', {
          title: table.title === '' ? t('import.table.untitled', { number: table.index + 1 }) : table.title,
          rows: t('import.table.rows', { count: table.rowCount }),
        }),
      }))}
      onChange={(value) => {
        if (value !== null) importing.setTable(Number(value));
      }}
    />
  );
};

/** The acts stay in sight below a long table, with what they would do. */
const Foot = (props: { readonly importing: Importing; readonly preview: Preview }) => {
  const { t } = useText();
  const { importing, preview } = props;
  const target = importing.plan?.target ?? null;
  const count = preview.fresh + preview.changed;
  const ready = isComplete(target) && importing.error === null;
  return (
    <div className={classes['foot']}>
      <span className={classes['hint']}>
        {!isComplete(target)
          ? t('import.foot.noCycle')
          : count === 0
            ? t('import.foot.nothing')
            : preview.errors > 0
              ? t('import.foot.leftOut', { count: preview.errors })
              : t('import.foot.all')}
      </span>
      <Button tone="quiet" onClick={importing.reset}>
        {t('import.foot.other')}
      </Button>
      <Button tone="primary" busy={importing.busy} disabled={!ready || count === 0} onClick={importing.apply}>
        {t('import.foot.act', { count })}
      </Button>
    </div>
  );
};

const Planning = (props: { readonly importing: Importing; readonly preview: Preview }) => {
  const { t } = useText();
  const { importing, preview } = props;
  const { plan } = importing;
  return (
    <>
      <TableChoice importing={importing} preview={preview} />
      {importing.error !== null && (
        <Banner tone="off-track" live>
          {t('import.fault.refused', { sentence: importing.error.sentence })}
        </Banner>
      )}
      {preview.columns.length > 0 && preview.mapping.length > 0 && (
        <ColumnMapper preview={preview} mapping={plan?.mapping ?? preview.mapping} onRole={importing.setRole} />
      )}
      <CycleChoice
        cycles={importing.cycles}
        period={preview.period}
        target={plan?.target ?? null}
        onTarget={importing.setTarget}
      />
      <RowList preview={preview} />
      <Foot importing={importing} preview={preview} />
    </>
  );
};

/** Goals from a file: what it holds, what its columns mean, what would happen, and only then the import. */
export const ImportScreen = () => {
  const { t } = useText();
  const said = useSaid();
  const importing = useImport();
  const me = useSession()?.me;
  const { plan, preview, result, error } = importing;
  const guest = me !== null && me !== undefined && !writes({ personId: me.id, role: me.role, state: me.state });

  const body = () => {
    if (guest)
      return <EmptyState whole icon={LockIcon} title={t('import.title')} sentence={said(standingSentences.write)} />;
    if (result !== null) return <ImportResult result={result} onAgain={importing.reset} />;
    if (importing.tasksResult !== null) return <TaskResult result={importing.tasksResult} onAgain={importing.reset} />;
    if (importing.tasks !== null) return <TaskPlan importing={importing} preview={importing.tasks} />;
    if (plan === null) return <ChooseFile onSource={importing.open} />;
    if (preview !== null) return <Planning importing={importing} preview={preview} />;
    if (error === null) return <Skeleton rows={5} />;
    return (
      <>
        <Banner tone="off-track" live>
          {t('import.fault.file', { name: plan.source.fileName, sentence: error.sentence })}
        </Banner>
        <ChooseFile
          onSource={importing.open}
          {...(plan.source.fileName === t('import.pastedName') ? { pasted: plan.source.text } : {})}
        />
      </>
    );
  };

  return (
    <Place title={t('import.title')} context={plan?.source.fileName}>
      <Page>
        <div className={classes['steps']}>{body()}</div>
      </Page>
    </Place>
  );
};

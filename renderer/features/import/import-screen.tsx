import { standingSentences, writes } from '#shared/domain/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useSession } from '#renderer/state/index.ts';
import { Banner, Button, EmptyState, LockIcon, Page, Place, Skeleton } from '#renderer/ui/index.ts';
import { ChooseFile } from './choose-file.tsx';
import { ColumnMapper } from './column-mapper.tsx';
import { CycleChoice } from './cycle-choice.tsx';
import { ImportResult } from './import-result.tsx';
import classes from './import.module.css';
import { roles } from './mappings.ts';
import { PeoplePlan } from './people-plan.tsx';
import { PeopleResult } from './people-result.tsx';
import { PresetChoice } from './preset-choice.tsx';
import { RowList } from './row-list.tsx';
import { TableChoice } from './table-choice.tsx';
import { TaskPlan, TaskResult } from './task-plan.tsx';
import { isComplete } from './target.ts';
import { useImport } from './use-import.ts';
import type { Importing, Preview } from './use-import.ts';

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
      <TableChoice tables={preview.tables} table={plan?.table ?? 0} onTable={importing.setTable} />
      {importing.error !== null && (
        <Banner tone="off-track" live>
          {t('import.fault.refused', { sentence: importing.error.sentence })}
        </Banner>
      )}
      {preview.columns.length > 0 && preview.mapping.length > 0 && (
        <ColumnMapper
          columns={preview.columns}
          samples={preview.samples}
          mapping={plan?.mapping ?? preview.mapping}
          roles={roles.map((role) => ({ role, label: t(`import.role.${role}`) }))}
          onRole={importing.setRole}
        />
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

/** A file that does not fit what it was taken for: what is wrong, and another try. */
const Unread = ({ importing }: { readonly importing: Importing }) => {
  const { t } = useText();
  const { plan } = importing;
  const error = importing.error ?? importing.people.error;
  if (plan === null || error === null) return null;
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

/** The plan of what the file was taken for, once the engine has looked into it. */
const Planned = ({ importing }: { readonly importing: Importing }) => {
  const { tasks, preview, people, error } = importing;
  if (people.preview !== null)
    return <PeoplePlan importing={people} preview={people.preview} onOther={importing.reset} />;
  if (tasks !== null) return <TaskPlan importing={importing} preview={tasks} />;
  if (preview !== null) return <Planning importing={importing} preview={preview} />;
  return error === null && people.error === null ? <Skeleton rows={5} /> : <Unread importing={importing} />;
};

/** Goals, tasks or people from a file: what it holds, what its columns mean, what would happen, and only then the import. */
export const ImportScreen = () => {
  const { t } = useText();
  const said = useSaid();
  const importing = useImport();
  const me = useSession()?.me;
  const { plan, result, error } = importing;
  const guest = me !== null && me !== undefined && !writes({ personId: me.id, role: me.role, state: me.state });

  const body = () => {
    if (guest)
      return <EmptyState whole icon={LockIcon} title={t('import.title')} sentence={said(standingSentences.write)} />;
    if (result !== null) return <ImportResult result={result} onAgain={importing.reset} />;
    if (importing.tasksResult !== null) return <TaskResult result={importing.tasksResult} onAgain={importing.reset} />;
    if (importing.people.result !== null)
      return <PeopleResult result={importing.people.result} onAgain={importing.reset} />;
    if (plan === null) return <ChooseFile onSource={importing.open} />;
    if (importing.recognised === null) return error === null ? <Skeleton rows={5} /> : <Unread importing={importing} />;
    return (
      <>
        <PresetChoice preset={plan.preset} recognised={importing.recognised} onPreset={importing.setPreset} />
        <Planned importing={importing} />
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

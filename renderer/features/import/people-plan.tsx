import { useState } from 'react';
import type { PeopleRole } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { Banner, Button, SectionHead, SelectField, weekdayNames } from '#renderer/ui/index.ts';
import { ColumnMapper } from './column-mapper.tsx';
import classes from './import.module.css';
import { peopleRoles } from './mappings.ts';
import { PeopleRow } from './people-row.tsx';
import { TableChoice } from './table-choice.tsx';
import type { PeopleImporting, PeoplePreview } from './use-people-import.ts';

/** Rows drawn at a time: enough to see what happens, few enough to stay quick. */
const step = 200;
const lastings = [3, 7, 14, 30] as const;
const weekdayRoles = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

type WeekdayRole = (typeof weekdayRoles)[number];

const isWeekday = (role: PeopleRole): role is WeekdayRole => weekdayRoles.some((day) => day === role);

const useRoleLabels = () => {
  const { t, language } = useText();
  const weekdays = weekdayNames(language, 'long');
  return peopleRoles.map((role) => ({
    role,
    label: isWeekday(role) ? (weekdays[weekdayRoles.indexOf(role)] ?? '') : t(`importPeople.role.${role}`),
  }));
};

const Rows = ({ preview }: { readonly preview: PeoplePreview }) => {
  const { t } = useText();
  const [limit, setLimit] = useState(step);
  const left = preview.rows.length - limit;
  return (
    <section aria-labelledby="import-people">
      <SectionHead
        id="import-people"
        title={t('importPeople.title')}
        note={[
          t('importPeople.counts.fresh', { count: preview.fresh }),
          t('importPeople.counts.invited', { count: preview.invited }),
          t('import.counts.changed', { count: preview.changed }),
          t('import.counts.same', { count: preview.same }),
          t('import.counts.errors', { count: preview.errors }),
        ].join(t('ui.list.comma'))}
      />
      <p className={classes['hint']}>{t('importPeople.note')}</p>
      <div className={classes['frame']} role="region" aria-label={t('importPeople.columns')} tabIndex={0}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('import.rows.line')}</th>
              <th scope="col">{t('import.rows.effect')}</th>
              <th scope="col">{t('importPeople.person')}</th>
              <th scope="col">{t('importPeople.joins')}</th>
              <th scope="col">{t('importPeople.changes')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, limit).map((row) => (
              <PeopleRow key={row.line} row={row} />
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
  );
};

/** People of a file with what the import would do to each, and the act itself. */
export const PeoplePlan = (props: {
  readonly importing: PeopleImporting;
  readonly preview: PeoplePreview;
  readonly onOther: () => void;
}) => {
  const { t } = useText();
  const { importing, preview } = props;
  const [days, setDays] = useState<number>(14);
  const roles = useRoleLabels();
  const { fresh, changed, errors } = preview;
  const named = importing.mapping.includes('name') || importing.mapping.includes('firstName');
  const act =
    fresh > 0 && changed > 0
      ? t('importPeople.act.both')
      : fresh > 0
        ? t('importPeople.act.invite', { count: fresh })
        : t('importPeople.act.change', { count: changed });
  return (
    <>
      <TableChoice tables={preview.tables} table={importing.table} onTable={importing.setTable} />
      {(importing.error !== null || !named) && (
        <Banner tone="off-track" live>
          {importing.error === null
            ? t('importPeople.noNames')
            : t('import.fault.refused', { sentence: importing.error.sentence })}
        </Banner>
      )}
      <ColumnMapper
        columns={preview.columns}
        samples={preview.samples}
        mapping={importing.mapping}
        roles={roles}
        onRole={importing.setRole}
      />
      <Rows preview={preview} />
      <div className={classes['foot']}>
        <span className={classes['hint']}>
          {fresh + changed === 0
            ? t('import.foot.nothing')
            : errors > 0
              ? t('import.foot.leftOut', { count: errors })
              : t('import.foot.all')}
        </span>
        {fresh > 0 && (
          <SelectField
            aria-label={t('importPeople.days')}
            value={String(days)}
            data={lastings.map((count) => ({
              value: String(count),
              label: t('importPeople.lasting', { count }),
            }))}
            onChange={(value) => setDays(Number(value ?? 14))}
          />
        )}
        <Button tone="quiet" onClick={props.onOther}>
          {t('import.foot.other')}
        </Button>
        <Button
          tone="primary"
          busy={importing.busy}
          disabled={fresh + changed === 0 || importing.error !== null}
          onClick={() => importing.apply(days)}
        >
          {act}
        </Button>
      </div>
    </>
  );
};

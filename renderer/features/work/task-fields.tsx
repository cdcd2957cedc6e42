import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import type { GoalRow } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { skip, usePeople, usePersonName, useQuery } from '#renderer/state/index.ts';
import { Button, ProseField, SelectField, TextField } from '#renderer/ui/index.ts';
import type { TaskDraft } from './task-draft.ts';
import classes from './work.module.css';

const none = 'none';
const noRows: readonly GoalRow[] = [];

const PersonSelect = (props: {
  readonly label: string;
  readonly none: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}) => {
  const people = usePeople();
  const nameOf = usePersonName();
  const { value } = props;
  const gone = value !== null && !people.some((person) => person.id === value) ? [value] : [];
  return (
    <SelectField
      label={props.label}
      searchable={people.length > 6}
      value={value ?? none}
      data={[
        { value: none, label: props.none },
        ...[...people.map((person) => person.id), ...gone].map((id) => ({ value: id, label: nameOf(id) })),
      ]}
      onChange={(next) => {
        props.onChange(next === none ? null : next);
      }}
    />
  );
};

/** Key results of the present cycle, and the one that is linked already wherever it is. */
const useKeyResults = (linked: { readonly id: string; readonly title: string } | null) => {
  const cycleId = useQuery('cycles', {}).data?.currentId ?? null;
  const rows = useQuery('goals', cycleId === null ? skip : { cycleId }).data?.rows ?? noRows;
  const found = rows
    .filter((row) => row.kind === 'key-result' && row.state !== 'closed')
    .map((row) => ({ value: row.id, label: row.title }));
  return linked === null || found.some((each) => each.value === linked.id)
    ? found
    : [...found, { value: linked.id, label: linked.title }];
};

export interface TaskFieldsProps {
  readonly draft: TaskDraft;
  readonly onChange: (draft: TaskDraft) => void;
  readonly tried: boolean;
  readonly linked: { readonly id: string; readonly title: string } | null;
  /** The nature of a task stands once it is made. */
  readonly fresh: boolean;
  readonly onSubmit: () => void;
}

/** The fields of a task: the quick ones first, the expectation card on demand. */
export const TaskFields = (props: TaskFieldsProps) => {
  const { t } = useText();
  const { draft, tried, fresh } = props;
  const keyResults = useKeyResults(props.linked);
  const said = draft.deliverable !== '' || draft.doneMeans !== '' || draft.acceptedById !== null || draft.note !== '';
  const [more, setMore] = useState(said);
  const set = (change: Partial<TaskDraft>): void => {
    props.onChange({ ...draft, ...change });
  };
  return (
    <>
      <TextField
        label={t('work.form.title')}
        placeholder={t('work.form.titleExample')}
        value={draft.title}
        maxLength={300}
        data-autofocus
        error={tried && draft.title.trim() === '' ? t('work.form.titleMissing') : null}
        onChange={(event) => {
          set({ title: event.currentTarget.value });
        }}
      />
      <div className={classes['row']}>
        <PersonSelect
          label={t('work.form.owner')}
          none={t('work.form.nobody')}
          value={draft.ownerId}
          onChange={(ownerId) => {
            set({ ownerId });
          }}
        />
        <TextField
          type="date"
          label={t('work.form.due')}
          value={draft.due}
          onChange={(event) => {
            set({ due: event.currentTarget.value });
          }}
        />
      </div>
      <SelectField
        label={t('work.form.keyResult')}
        searchable
        value={draft.keyResultId ?? none}
        data={[{ value: none, label: t('work.form.noKeyResult') }, ...keyResults]}
        onChange={(value) => {
          set({ keyResultId: value === none ? null : value });
        }}
      />
      {fresh && (
        <div className={classes['checks']}>
          <Checkbox
            label={t('work.form.milestone')}
            checked={draft.milestone}
            onChange={(event) => {
              set({ milestone: event.currentTarget.checked });
            }}
          />
          {!draft.milestone && (
            <Checkbox
              label={t('work.form.thisWeek')}
              checked={draft.inWeek}
              onChange={(event) => {
                set({ inWeek: event.currentTarget.checked });
              }}
            />
          )}
        </div>
      )}
      {more ? (
        <>
          <TextField
            label={t('work.form.deliverable')}
            placeholder={t('work.form.deliverableExample')}
            value={draft.deliverable}
            maxLength={2000}
            onChange={(event) => {
              set({ deliverable: event.currentTarget.value });
            }}
          />
          <ProseField
            label={t('work.form.doneMeans')}
            placeholder={t('work.form.doneMeansExample')}
            minRows={2}
            value={draft.doneMeans}
            onSubmit={props.onSubmit}
            onChange={(event) => {
              set({ doneMeans: event.currentTarget.value });
            }}
          />
          <PersonSelect
            label={t('work.form.acceptedBy')}
            none={t('work.form.acceptedByNobody')}
            value={draft.acceptedById}
            onChange={(acceptedById) => {
              set({ acceptedById });
            }}
          />
          <ProseField
            label={t('work.form.note')}
            minRows={2}
            value={draft.note}
            onSubmit={props.onSubmit}
            onChange={(event) => {
              set({ note: event.currentTarget.value });
            }}
          />
        </>
      ) : (
        <Button
          size="xs"
          tone="quiet"
          className={classes['start']}
          onClick={() => {
            setMore(true);
          }}
        >
          {t('work.form.more')}
        </Button>
      )}
    </>
  );
};

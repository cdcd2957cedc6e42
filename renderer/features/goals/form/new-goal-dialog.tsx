import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import type { CommandParams, CycleView, GoalRow } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useAudience, useCommand, useGo, usePeople, useSession } from '#renderer/state/index.ts';
import {
  AudienceBar,
  Banner,
  Button,
  Dialog,
  DialogFoot,
  IconButton,
  PlusIcon,
  ProseField,
  SelectField,
  SubmitForm,
  TextField,
  TrashIcon,
} from '#renderer/ui/index.ts';
import { beginFrom } from './begin-from.ts';
import classes from './form.module.css';
import { emptyKeyResult, faultsOf, keyResultInput } from './key-result-draft.ts';
import type { KeyResultDraft } from './key-result-draft.ts';
import { KeyResultFields } from './key-result-fields.tsx';
import { PeopleField, PersonField } from './person-field.tsx';
import { TemplateField } from '../templates/template-field.tsx';
import type { Template } from '../templates/use-templates.ts';

export interface NewGoalDialogProps {
  readonly onClose: () => void;
  readonly cycles: readonly CycleView[];
  readonly cycleId: string;
  /** Goals of the shown cycle, any of which may be the parent. */
  readonly rows: readonly GoalRow[];
}

const none = 'none';
const most = 20;

type RollUp = NonNullable<CommandParams<'objective.create'>['rollUp']>;

/** How progress rolls up for a goal that begins with or without key results. */
const rollUpFor = (keyResults: number): RollUp => (keyResults === 0 ? 'both' : 'key-results');

const NewGoalForm = (props: NewGoalDialogProps) => {
  const { t } = useText();
  const go = useGo();
  const me = useSession()?.me ?? null;
  const people = usePeople();
  const audienceOf = useAudience();
  const create = useCommand('objective.create');
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [cycleId, setCycleId] = useState(props.cycleId);
  const [ownerId, setOwnerId] = useState<string | null>(me?.id ?? null);
  const [contributorIds, setContributorIds] = useState<readonly string[]>([]);
  const [parentId, setParentId] = useState<string | null>(null);
  const [draft, setDraft] = useState(false);
  const [nextKey, setNextKey] = useState(1);
  const [keyResults, setKeyResults] = useState<readonly KeyResultDraft[]>([emptyKeyResult('0')]);
  const [template, setTemplate] = useState<Template | null>(null);
  /** The row that was asked for last: the focus goes there. */
  const [added, setAdded] = useState<string | null>(null);
  const [tried, setTried] = useState(false);

  // A row that nobody touched is not a key result yet.
  const meant = keyResults.filter((each) => each.title.trim() !== '' || each.target !== null);
  const add = (): void => {
    setAdded(String(nextKey));
    setKeyResults([...keyResults, emptyKeyResult(String(nextKey))]);
    setNextKey(nextKey + 1);
  };
  /** Puts a template's words and key results into the form; what was typed stays. */
  const begin = (chosen: Template | null): void => {
    const begun = beginFrom({ title, description, keyResults, nextKey }, template, chosen, most);
    setTemplate(chosen);
    setTitle(begun.title);
    setDescription(begun.description);
    setKeyResults(begun.keyResults);
    setNextKey(begun.nextKey);
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (title.trim() === '' || meant.some((each) => faultsOf(each).length > 0) || create.busy) return;
    const result = await create.run(
      {
        title,
        description,
        cycleId,
        ownerId,
        contributorIds: [...contributorIds],
        parentId,
        state: draft ? 'draft' : 'active',
        rollUp: rollUpFor(meant.length),
        keyResults: meant.map(keyResultInput),
        deliverable: template?.deliverable ?? '',
        doneMeans: template?.doneMeans ?? '',
      },
      { quiet: true, done: t('goals.saved') },
    );
    if (!result.ok) return;
    props.onClose();
    go('goals', result.value.id);
  };

  return (
    <SubmitForm
      className={classes['form']}
      busy={create.busy}
      onSubmit={() => void submit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void submit();
        }
      }}
    >
      <AudienceBar future {...audienceOf({ kind: 'team', readerIds: people.map((person) => person.id) })} />
      <TemplateField chosen={template} onChoose={begin} />
      <TextField
        label={t('goals.field.title')}
        placeholder={t('goals.form.titleExample')}
        value={title}
        maxLength={300}
        data-autofocus
        error={tried && title.trim() === '' ? t('goals.form.fault.title') : null}
        onChange={(event) => {
          setTitle(event.currentTarget.value);
        }}
      />
      <ProseField
        label={t('goals.field.description')}
        value={description}
        minRows={2}
        onChange={(event) => {
          setDescription(event.currentTarget.value);
        }}
      />
      <div className={classes['row']}>
        <PersonField label={t('goals.field.owner')} value={ownerId} none={t('goals.nobody')} onChange={setOwnerId} />
        <SelectField
          label={t('goals.field.cycle')}
          value={cycleId}
          data={props.cycles
            .filter((cycle) => cycle.state === 'open' || cycle.id === props.cycleId)
            .map((cycle) => ({ value: cycle.id, label: cycle.title }))}
          onChange={(value) => {
            if (value !== null) setCycleId(value);
          }}
        />
        <SelectField
          label={t('goals.field.parent')}
          searchable
          value={parentId ?? none}
          data={[
            { value: none, label: t('goals.form.noParent') },
            ...props.rows
              .filter((row) => row.kind === 'objective' && row.state !== 'closed')
              .map((row) => ({ value: row.id, label: row.title })),
          ]}
          onChange={(value) => {
            setParentId(value === none ? null : value);
          }}
        />
      </div>
      <PeopleField label={t('goals.field.contributors')} values={contributorIds} onChange={setContributorIds} />
      <fieldset className={classes['keyResults']}>
        <legend>{t('goals.keyResults')}</legend>
        {keyResults.map((each) => (
          <div key={each.key} className={classes['one']}>
            <KeyResultFields
              draft={each}
              tried={tried && meant.includes(each)}
              autoFocus={each.key === added}
              onChange={(changed) => {
                setKeyResults(keyResults.map((other) => (other.key === changed.key ? changed : other)));
              }}
            />
            <IconButton
              icon={TrashIcon}
              size="xs"
              label={t('goals.form.removeKeyResult', { title: each.title })}
              onClick={() => {
                setKeyResults(keyResults.filter((other) => other.key !== each.key));
              }}
            />
          </div>
        ))}
        {keyResults.length < most && (
          <Button size="xs" icon={PlusIcon} onClick={add} className={classes['start']}>
            {t('goals.form.another')}
          </Button>
        )}
        <p className={classes['hint']}>{t('goals.form.keyResultsHint')}</p>
      </fieldset>
      <Checkbox
        label={t('goals.form.draft')}
        checked={draft}
        onChange={(event) => {
          setDraft(event.currentTarget.checked);
        }}
      />
      {create.error !== null && (
        <Banner tone="off-track" live>
          {create.error.sentence}
        </Banner>
      )}
      <DialogFoot>
        <Button tone="quiet" keys="escape" onClick={props.onClose}>
          {t('goals.cancel')}
        </Button>
        <Button tone="primary" type="submit" keys="mod+enter" busy={create.busy}>
          {t(draft ? 'goals.form.saveDraft' : 'goals.form.create')}
        </Button>
      </DialogFoot>
    </SubmitForm>
  );
};

/** A new goal with everything it needs, in one go. */
export const NewGoalDialog = (props: NewGoalDialogProps) => {
  const { t } = useText();
  return (
    <Dialog opened onClose={props.onClose} title={t('goals.form.title')} size={760}>
      <NewGoalForm {...props} />
    </Dialog>
  );
};

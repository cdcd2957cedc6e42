import { useState } from 'react';
import type { ObjectiveView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { FormDialog, TextField } from '#renderer/ui/index.ts';
import classes from '../form/form.module.css';

/** Keeps a goal as a template for the next one: what it says and how it is measured, without people and results. */
export const SaveTemplateDialog = (props: { readonly objective: ObjectiveView; readonly onClose: () => void }) => {
  const { t } = useText();
  const [objective] = useState(props.objective);
  const [title, setTitle] = useState(objective.title);
  const [tried, setTried] = useState(false);
  const save = useCommand('template.save');
  const submit = async (): Promise<void> => {
    setTried(true);
    if (title.trim() === '' || save.busy) return;
    const { description, deliverable, doneMeans } = objective;
    const keyResults = objective.keyResults
      .filter(({ archived }) => !archived)
      .slice(0, 20)
      .map(({ title: named, type, unit, start, target, direction, weight }) => ({
        ...{ title: named, type, unit, start, target, direction, weight },
      }));
    const said = { title, description: description.slice(0, 4000), deliverable, doneMeans, keyResults };
    const made = await save.run(said, { quiet: true, done: t('goals.templates.saved', { title }) });
    if (made.ok) props.onClose();
  };
  return (
    <FormDialog
      title={t('goals.templates.save')}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      act={t('goals.templates.act')}
      busy={save.busy}
      error={save.error?.sentence}
      size={520}
    >
      <p className={classes['hint']}>{t('goals.templates.sentence')}</p>
      <TextField
        label={t('goals.templates.name')}
        value={title}
        maxLength={300}
        data-autofocus
        error={tried && title.trim() === '' ? t('goals.form.fault.title') : null}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
    </FormDialog>
  );
};

import { useState } from 'react';
import type { TaskDetail } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useAudience, useCommand, usePeople, useSession } from '#renderer/state/index.ts';
import { AudienceBar, Banner, Button, Dialog, DialogFoot, SubmitForm } from '#renderer/ui/index.ts';
import { changedTask, draftOf, emptyTask, newTask } from './task-draft.ts';
import { TaskFields } from './task-fields.tsx';
import classes from './work.module.css';

export interface TaskDialogProps {
  /** The task to edit; null for a new one. */
  readonly task: TaskDetail | null;
  readonly milestone: boolean;
  readonly week: string;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

const TaskForm = (props: TaskDialogProps) => {
  const { t } = useText();
  const me = useSession()?.me ?? null;
  const people = usePeople();
  const audienceOf = useAudience();
  const create = useCommand('task.create');
  const update = useCommand('task.update');
  // As it was when the form came up: what arrives meanwhile is merged, never overwritten.
  const [task] = useState(props.task);
  const [begun] = useState(() => (task === null ? emptyTask(me?.id ?? null, props.milestone) : draftOf(task)));
  const [draft, setDraft] = useState(begun);
  const [tried, setTried] = useState(false);
  const busy = create.busy || update.busy;
  const error = create.error ?? update.error;

  const save = async (): Promise<void> => {
    setTried(true);
    if (draft.title.trim() === '' || busy) return;
    const options = { quiet: true, done: t('work.said.saved') };
    if (task === null) {
      const made = await create.run(newTask(draft, props.week), options);
      if (!made.ok) return;
      props.onMade(made.value.id);
    } else {
      const changes = changedTask(begun, draft);
      if (Object.keys(changes).length > 0) {
        const done = await update.run({ id: task.id, base: [...task.heads], ...changes }, options);
        if (!done.ok) return;
      }
    }
    props.onClose();
  };

  return (
    <SubmitForm
      className={classes['form']}
      busy={busy}
      onSubmit={() => void save()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
        event.preventDefault();
        void save();
      }}
    >
      <AudienceBar future {...audienceOf({ kind: 'team', readerIds: people.map((person) => person.id) })} />
      <TaskFields
        draft={draft}
        onChange={setDraft}
        tried={tried}
        linked={task?.keyResult ?? null}
        fresh={task === null}
        onSubmit={() => void save()}
      />
      {error !== null && (
        <Banner tone="off-track" live>
          {error.sentence}
        </Banner>
      )}
      <DialogFoot>
        <Button tone="quiet" keys="escape" onClick={props.onClose}>
          {t('work.form.cancel')}
        </Button>
        <Button tone="primary" type="submit" keys="mod+enter" busy={busy}>
          {t(task === null ? 'work.form.create' : 'work.form.save')}
        </Button>
      </DialogFoot>
    </SubmitForm>
  );
};

/** A task or milestone, new or to be changed, with its expectation card. */
export const TaskDialog = (props: TaskDialogProps) => {
  const { t } = useText();
  const title =
    props.task !== null ? 'work.form.edit' : props.milestone ? 'work.form.newMilestone' : 'work.form.newTask';
  return (
    <Dialog opened onClose={props.onClose} title={t(title)} size={600}>
      <TaskForm {...props} />
    </Dialog>
  );
};

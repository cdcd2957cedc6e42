import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { FormDialog, SelectField } from '#renderer/ui/index.ts';
import { usePeople, usePersonName } from './people.ts';
import { ComposerField, useMentions } from './composer.tsx';
import { useCommand } from './use-command.ts';

/** Puts a record on the agenda of a 1:1: with its author unless somebody else is chosen. */
export const AgendaDialog = (props: {
  readonly sourceId: string;
  readonly authorId: string | null;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const people = usePeople();
  const nameOf = usePersonName();
  const mentionsOf = useMentions();
  const add = useCommand('agenda.add');
  const me = people.find((person) => person.me);
  const others = people.filter((person) => !person.me);
  const [chosen, setChosen] = useState(
    () => others.find((person) => person.id === props.authorId)?.id ?? me?.managerId ?? others[0]?.id ?? null,
  );
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    if (chosen === null || add.busy) return;
    const done = await add.run(
      { personId: chosen, text, sourceId: props.sourceId, mentions: mentionsOf(text) },
      { quiet: true, done: t('oneOnOne.sent', { name: nameOf(chosen) }) },
    );
    if (done.ok) props.onClose();
  };
  return (
    <FormDialog
      title={t('oneOnOne.sendTitle')}
      onClose={props.onClose}
      onSubmit={() => void send()}
      act={t('oneOnOne.send')}
      busy={add.busy}
      disabled={text.trim() === '' || chosen === null}
      error={add.error?.sentence}
    >
      <ComposerField
        audience={{ kind: 'named', readerIds: chosen === null ? [] : [chosen] }}
        label={t('oneOnOne.words')}
        value={text}
        minRows={1}
        maxLength={500}
        data-autofocus
        onText={(words) => setText(words.replaceAll('\n', ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <SelectField
        label={t('oneOnOne.with')}
        data={others.map((person) => ({ value: person.id, label: person.name }))}
        value={chosen}
        onChange={setChosen}
        searchable
      />
    </FormDialog>
  );
};

import { useState } from 'react';
import type { AgendaItemView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { ComposerField, useCommand, useMentions, useSession } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { FormDialog, ProseField, SelectField, TextField } from '#renderer/ui/index.ts';
import type { Becoming } from './agenda-line.tsx';

const titles = {
  action: 'oneOnOne.actionTitle',
  decision: 'oneOnOne.decisionTitle',
  words: 'oneOnOne.rename',
} as const;

/** Makes an item an action with owner and due day, or a decision in writing; or changes its words. */
export const BecomeDialog = (props: {
  readonly item: AgendaItemView;
  readonly what: Becoming;
  readonly person: Person;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const { what, person, onClose } = props;
  // As it was when the form came up: what arrives meanwhile is merged, never overwritten.
  const [item] = useState(props.item);
  const me = useSession()?.me ?? null;
  const mentionsOf = useMentions();
  const update = useCommand('agenda.update');
  const [text, setText] = useState(item.text);
  const [ownerId, setOwner] = useState(item.ownerId ?? me?.id ?? person.id);
  const [due, setDue] = useState(item.due ?? '');
  const [decision, setDecision] = useState(item.decision);

  const save = async (): Promise<void> => {
    const said =
      what === 'words'
        ? { text, mentions: mentionsOf(text) }
        : what === 'decision'
          ? { form: 'decision' as const, decision }
          : { form: 'action' as const, ownerId, due: due === '' ? null : due };
    const done = await update.run({ id: item.id, base: [...item.heads], ...said }, { quiet: true });
    if (done.ok) onClose();
  };

  return (
    <FormDialog
      title={t(titles[what])}
      onClose={onClose}
      onSubmit={() => void save()}
      act={t('oneOnOne.save')}
      busy={update.busy}
      error={update.error?.sentence}
    >
      {what === 'words' ? (
        <ComposerField
          audience={{ kind: 'named', readerIds: [person.id] }}
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
      ) : (
        <p dir="auto">{item.text}</p>
      )}
      {what === 'action' && (
        <>
          <SelectField
            label={t('oneOnOne.owner')}
            data={[
              ...(me === null ? [] : [{ value: me.id, label: me.name }]),
              { value: person.id, label: person.name },
            ]}
            value={ownerId}
            onChange={(value) => setOwner(value ?? ownerId)}
          />
          <TextField
            type="date"
            label={t('oneOnOne.until')}
            value={due}
            data-autofocus
            onChange={(event) => setDue(event.currentTarget.value)}
          />
        </>
      )}
      {what === 'decision' && (
        <ProseField
          label={t('oneOnOne.decision')}
          value={decision}
          maxLength={4000}
          data-autofocus
          onChange={(event) => setDecision(event.currentTarget.value)}
          onSubmit={() => void save()}
        />
      )}
    </FormDialog>
  );
};

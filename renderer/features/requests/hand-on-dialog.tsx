import { useState } from 'react';
import type { RequestView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useAudience, useCommand, usePeople } from '#renderer/state/index.ts';
import { AudienceBar, FormDialog, SelectField } from '#renderer/ui/index.ts';
import classes from './requests.module.css';

export interface HandOnDialogProps {
  readonly request: RequestView;
  readonly onClose: () => void;
  readonly onHanded: (id: string) => void;
}

/** Hands a question on to somebody else, and says who can read it then. */
export const HandOnDialog = (props: HandOnDialogProps) => {
  const { t } = useText();
  const people = usePeople();
  const audienceOf = useAudience();
  const handOn = useCommand('request.handOn');
  const { request } = props;
  const [toId, setToId] = useState<string | null>(null);
  const others = people.filter(
    (person) => person.id !== request.toId && person.id !== request.fromId && person.role !== 'guest',
  );
  const meId = people.find((person) => person.me)?.id ?? '';
  const send = async (): Promise<void> => {
    if (toId === null || handOn.busy) return;
    const done = await handOn.run(
      { id: request.id, base: [...request.heads], toId },
      { quiet: true, done: t('requests.handOn.done') },
    );
    if (!done.ok) return;
    props.onHanded(done.value.id);
    props.onClose();
  };
  const readerIds = [...new Set([request.fromId, meId, ...(toId === null ? [] : [toId])])];
  return (
    <FormDialog
      title={t('requests.handOn.title')}
      onClose={props.onClose}
      onSubmit={() => void send()}
      act={t('requests.acts.handOn')}
      busy={handOn.busy}
      disabled={toId === null}
      error={handOn.error?.sentence}
    >
      <SelectField
        label={t('requests.handOn.to')}
        searchable
        data-autofocus
        value={toId}
        data={others.map((person) => ({ value: person.id, label: person.name }))}
        onChange={setToId}
      />
      <p className={classes['quiet']}>{t('requests.handOn.sentence')}</p>
      <AudienceBar
        future
        {...audienceOf(request.audience.kind === 'team' ? request.audience : { kind: 'named', readerIds })}
      />
    </FormDialog>
  );
};

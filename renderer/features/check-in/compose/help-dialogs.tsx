import { useState } from 'react';
import type { PlanView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useAskable, usePeopleById } from '#renderer/state/index.ts';
import { Button, Dialog, FormDialog, SelectField, TextField, Well } from '#renderer/ui/index.ts';
import { handOver, split } from '../form/changes.ts';
import type { Change } from '../form/changes.ts';
import classes from './compose.module.css';
import { useWaits } from './waits.ts';

interface HelpProps {
  readonly plan: PlanView;
  readonly onClose: () => void;
  readonly change: (change: Change) => void;
}

/** A plan that keeps being carried over becomes two that are small enough to end. */
export const SplitDialog = (props: HelpProps) => {
  const { t } = useText();
  const { plan } = props;
  const [first, setFirst] = useState(plan.text);
  const [second, setSecond] = useState('');
  const ready = first.trim() !== '' && second.trim() !== '';
  return (
    <FormDialog
      title={t('checkIn.split.title')}
      onClose={props.onClose}
      onSubmit={() => {
        props.change(split(plan, [first, second]));
        props.onClose();
      }}
      act={t('checkIn.split.act')}
      disabled={!ready}
    >
      <p>{t('checkIn.split.sentence')}</p>
      <TextField
        label={t('checkIn.split.first')}
        value={first}
        maxLength={300}
        data-autofocus
        onChange={(event) => {
          setFirst(event.currentTarget.value);
        }}
      />
      <TextField
        label={t('checkIn.split.second')}
        value={second}
        maxLength={300}
        onChange={(event) => {
          setSecond(event.currentTarget.value);
        }}
      />
    </FormDialog>
  );
};

/** Asks somebody else to take a plan: it reaches them as something that waits for them. */
export const HandOverDialog = (props: HelpProps) => {
  const { t } = useText();
  const { plan } = props;
  const people = useAskable();
  const byId = usePeopleById();
  const waits = useWaits();
  const [personId, setPersonId] = useState<string | null>(null);
  const person = personId === null ? undefined : byId.get(personId);
  return (
    <FormDialog
      title={t('checkIn.handOver.title')}
      onClose={props.onClose}
      onSubmit={() => {
        if (personId === null) return;
        props.change(handOver(plan, { personId, text: t('checkIn.handOver.text', { plan: plan.text }) }));
        props.onClose();
      }}
      act={t('checkIn.handOver.act')}
      disabled={personId === null}
    >
      <Well>{plan.text}</Well>
      {people.length === 0 ? (
        <p>{t('checkIn.blocked.alone')}</p>
      ) : (
        <SelectField
          label={t('checkIn.handOver.to')}
          placeholder={t('checkIn.blocked.choose')}
          searchable
          openOnFocus={false}
          data-autofocus
          data={people.map((one) => ({ value: one.id, label: one.name }))}
          value={personId}
          onChange={setPersonId}
        />
      )}
      <p className={classes['quiet']}>{person === undefined ? t('checkIn.handOver.sentence') : waits(person, false)}</p>
    </FormDialog>
  );
};

/** Nothing is thrown away in passing: what the draft holds would not be sent. */
export const UnchangedDialog = (props: {
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSend: () => void;
}) => {
  const { t } = useText();
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('checkIn.unchanged.title')}
      foot={
        <>
          <Button tone="quiet" keys="escape" onClick={props.onClose} data-autofocus>
            {t('checkIn.unchanged.keep')}
          </Button>
          <Button tone="danger-solid" busy={props.busy} onClick={props.onSend}>
            {t('checkIn.unchanged.send')}
          </Button>
        </>
      }
    >
      <p className={classes['quiet']}>{t('checkIn.unchanged.sentence')}</p>
    </Dialog>
  );
};

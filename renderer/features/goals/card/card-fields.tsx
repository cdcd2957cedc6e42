import { useText } from '#renderer/i18n/index.ts';
import { ProseField, TextField } from '#renderer/ui/index.ts';
import classes from '../form/form.module.css';
import { PersonField } from '../form/person-field.tsx';

/** What an expectation card says besides its owner. */
export interface CardDraft {
  /** Calendar day, or empty. */
  readonly due: string;
  readonly deliverable: string;
  readonly doneMeans: string;
  readonly acceptedById: string | null;
}

/** The fields of an expectation card. */
export const CardFields = (props: {
  readonly draft: CardDraft;
  readonly onChange: (change: Partial<CardDraft>) => void;
}) => {
  const { t } = useText();
  const { draft, onChange } = props;
  return (
    <fieldset className={classes['keyResults']}>
      <legend>{t('goals.card.title')}</legend>
      <div className={classes['row']}>
        <TextField
          type="date"
          label={t('goals.field.due')}
          value={draft.due}
          onChange={(event) => onChange({ due: event.currentTarget.value })}
        />
        <PersonField
          label={t('goals.field.acceptedBy')}
          value={draft.acceptedById}
          none={t('goals.card.nobody')}
          onChange={(acceptedById) => onChange({ acceptedById })}
        />
      </div>
      <TextField
        label={t('goals.field.deliverable')}
        placeholder={t('goals.card.deliverableExample')}
        value={draft.deliverable}
        maxLength={2000}
        onChange={(event) => onChange({ deliverable: event.currentTarget.value })}
      />
      <ProseField
        label={t('goals.field.doneMeans')}
        placeholder={t('goals.card.doneMeansExample')}
        minRows={2}
        value={draft.doneMeans}
        onChange={(event) => onChange({ doneMeans: event.currentTarget.value })}
      />
    </fieldset>
  );
};

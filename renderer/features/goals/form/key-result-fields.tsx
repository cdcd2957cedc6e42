import { useText } from '#renderer/i18n/index.ts';
import { NumberField, SelectField, TextField } from '#renderer/ui/index.ts';
import classes from './form.module.css';
import { faultsOf, keyResultTypes, withType } from './key-result-draft.ts';
import type { DraftFault, KeyResultDraft } from './key-result-draft.ts';
import { PersonField } from './person-field.tsx';

export interface KeyResultFieldsProps {
  readonly draft: KeyResultDraft;
  readonly onChange: (draft: KeyResultDraft) => void;
  /** Faults are said only after the first try to save. */
  readonly tried: boolean;
  /** What kind it is and which way it counts stand once it is made: updates were made against them. */
  readonly fixedType?: boolean;
  readonly autoFocus?: boolean;
}

/** The fields of one key result; only those that its type has. */
export const KeyResultFields = (props: KeyResultFieldsProps) => {
  const { t } = useText();
  const { draft, tried } = props;
  const faults = tried ? faultsOf(draft) : [];
  const set = (change: Partial<KeyResultDraft>): void => {
    props.onChange({ ...draft, ...change });
  };
  const fault = (...kinds: readonly DraftFault[]): string | null => {
    const found = kinds.find((kind) => faults.includes(kind));
    return found === undefined ? null : t(`goals.form.fault.${found}`);
  };
  const number = (field: 'start' | 'target' | 'weight') => ({
    value: draft[field],
    onChange: (value: number | null) => {
      set({ [field]: value });
    },
  });
  const counted = draft.type !== 'boolean';
  const kept = draft.type === 'threshold';
  return (
    <div className={classes['keyResult']}>
      <TextField
        label={t('goals.form.keyResultTitle')}
        placeholder={t(`goals.form.example.${draft.type}`)}
        value={draft.title}
        maxLength={300}
        error={fault('title')}
        autoFocus={props.autoFocus === true}
        onChange={(event) => {
          set({ title: event.currentTarget.value });
        }}
      />
      <div className={classes['row']}>
        {props.fixedType !== true && (
          <SelectField
            label={t('goals.field.type')}
            value={draft.type}
            data={keyResultTypes.map((type) => ({ value: type, label: t(`goals.type.${type}`) }))}
            onChange={(value) => {
              const type = keyResultTypes.find((each) => each === value);
              if (type !== undefined) props.onChange(withType(draft, type));
            }}
          />
        )}
        {kept && props.fixedType !== true && (
          <SelectField
            label={t('goals.field.direction')}
            value={draft.direction}
            data={[
              { value: 'at-least', label: t('goals.direction.at-least') },
              { value: 'at-most', label: t('goals.direction.at-most') },
            ]}
            onChange={(value) => {
              set({ direction: value === 'at-most' ? 'at-most' : 'at-least' });
            }}
          />
        )}
        {counted && !kept && <NumberField label={t('goals.field.start')} error={fault('start')} {...number('start')} />}
        {counted && (
          <NumberField
            label={t(kept ? 'goals.field.keep' : 'goals.field.target')}
            error={fault('target', 'same')}
            {...number('target')}
          />
        )}
        {counted && draft.type !== 'percent' && (
          <TextField
            label={t(draft.type === 'currency' ? 'goals.field.currency' : 'goals.field.unit')}
            placeholder={t(draft.type === 'currency' ? 'goals.form.currencyExample' : 'goals.form.unitExample')}
            value={draft.unit}
            maxLength={24}
            onChange={(event) => {
              set({ unit: event.currentTarget.value });
            }}
          />
        )}
        <NumberField label={t('goals.field.weight')} min={0} max={1000} error={fault('weight')} {...number('weight')} />
        <PersonField
          label={t('goals.field.owner')}
          value={draft.ownerId}
          none={t('goals.form.sameOwner')}
          onChange={(ownerId) => {
            set({ ownerId });
          }}
        />
      </div>
    </div>
  );
};

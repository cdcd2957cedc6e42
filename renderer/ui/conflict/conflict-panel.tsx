import { useId, useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { Button, ProseField, TextField } from '../control/index.ts';
import { SyncIcon } from '../icons.tsx';
import { keepKeys } from '../keys/index.ts';
import { Avatar } from '../people/index.ts';
import type { Named } from '../people/index.ts';
import { useTime } from '../time/index.ts';
import { Words } from '../words/index.ts';
import classes from './conflict-panel.module.css';
import { formOfSides, readOther } from './free-form.ts';
import type { FieldValue } from './free-form.ts';

/** One of the values that were written without knowing of each other. */
export interface ConflictSide {
  readonly value: FieldValue;
  /** The value as a reader sees it: a name for a person's id, a unit behind a number. */
  readonly words: string;
  readonly by: Named;
  /** Milliseconds since the epoch, claimed by the device that wrote. */
  readonly at: number;
}

export interface ConflictPanelProps {
  /** The field in the reader's words, such as "Target of Publish latency". */
  readonly label: string;
  readonly kind: 'value' | 'prose';
  readonly sides: readonly ConflictSide[];
  /** The version of the record that shows these sides. */
  readonly heads: readonly string[];
  /**
   * Takes the chosen side, or what was written from both, and the version whose sides the reader had seen: a side that
   * came while they wrote is not settled with it. True once it is done.
   */
  readonly onResolve: (value: FieldValue, seen: readonly string[]) => Promise<boolean>;
  readonly busy?: boolean;
  /** Why this reader cannot choose; null when they can. */
  readonly refusal: string | null;
}

const Other = (props: {
  readonly label: string;
  readonly form: 'prose' | 'text' | 'number';
  readonly begin: string;
  readonly busy: boolean;
  readonly onSave: (value: FieldValue) => void;
  readonly onCancel: () => void;
}) => {
  const { t } = useText();
  const { form } = props;
  const [typed, setTyped] = useState(props.begin);
  const value = readOther(form, typed);
  const save = (): void => {
    if (value !== undefined && !props.busy) props.onSave(value);
  };
  const field = {
    label: props.label,
    value: typed,
    autoFocus: true,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      setTyped(event.currentTarget.value);
    },
  };
  return (
    <form
      className={classes['other']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        keepKeys(event);
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      {form === 'prose' ? (
        <ProseField {...field} onSubmit={save} />
      ) : (
        <TextField {...field} {...(form === 'number' ? { inputMode: 'decimal' as const } : {})} />
      )}
      <div className={classes['acts']}>
        <Button size="xs" tone="quiet" keys="escape" onClick={props.onCancel}>
          {t('ui.conflict.cancel')}
        </Button>
        <Button size="xs" tone="primary" type="submit" busy={props.busy} disabled={value === undefined}>
          {t('ui.conflict.save')}
        </Button>
      </div>
    </form>
  );
};

/** Values written without knowing of each other, side by side, until somebody picks one or writes from both. */
export const ConflictPanel = (props: ConflictPanelProps) => {
  const { t } = useText();
  const { when } = useTime();
  const title = useId();
  const { kind, sides, busy = false, refusal } = props;
  /** The version that is written from; null while nobody writes. */
  const [writing, setWriting] = useState<readonly string[] | null>(null);
  const save = async (value: FieldValue, seen: readonly string[]): Promise<void> => {
    if (await props.onResolve(value, seen)) setWriting(null);
  };
  const form = formOfSides(kind, sides);
  const begin = form === 'prose' ? sides.map((side) => side.words).join('\n\n') : String(sides[0]?.value ?? '');
  return (
    <section className={classes['panel']} aria-labelledby={title}>
      <div className={classes['head']}>
        <SyncIcon size={18} stroke={1.75} aria-hidden />
        <div>
          <h3 id={title}>{t('ui.conflict.title', { field: props.label })}</h3>
          <p>{refusal ?? t('ui.conflict.sentence')}</p>
        </div>
      </div>
      <ul className={classes['sides']} aria-labelledby={title}>
        {sides.map((side) => (
          <li key={`${side.by.id} ${String(side.at)} ${String(side.value)}`} className={classes['side']}>
            <div className={classes['who']}>
              <Avatar person={side.by} size="sm" />
              <b>{side.by.name}</b>
              <span>{when(side.at)}</span>
            </div>
            {kind === 'prose' ? (
              <Words size="sm">{side.words}</Words>
            ) : (
              <p className={classes['value']} dir="auto">
                {side.words}
              </p>
            )}
            {refusal === null && (
              <Button
                size="xs"
                busy={busy}
                aria-label={t('ui.conflict.keepOf', { name: side.by.name })}
                onClick={() => void save(side.value, props.heads)}
              >
                {t('ui.conflict.keep')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {refusal === null && form !== 'none' && writing === null && (
        <div className={classes['acts']}>
          <Button
            size="xs"
            tone="quiet"
            onClick={() => {
              setWriting(props.heads);
            }}
          >
            {t(form === 'prose' ? 'ui.conflict.both' : 'ui.conflict.another')}
          </Button>
        </div>
      )}
      {writing !== null && form !== 'none' && (
        <Other
          label={props.label}
          form={form}
          begin={begin}
          busy={busy}
          onSave={(value) => void save(value, writing)}
          onCancel={() => {
            setWriting(null);
          }}
        />
      )}
    </section>
  );
};

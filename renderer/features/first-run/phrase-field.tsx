import { useEffect, useState } from 'react';
import type { CommandResult } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, ProseField } from '#renderer/ui/index.ts';
import classes from './first-run.module.css';

type Check = CommandResult<'recovery.check'>;
const nothing: Check = { complete: false, count: 0, sentence: null, words: [], relayUrls: [] };

export interface PhraseCheck extends Check {
  readonly text: string;
  readonly setText: (text: string) => void;
}

/** Words as they are typed, and what the engine says of them. An answer to older words is not shown for newer ones. */
export const usePhraseCheck = (): PhraseCheck => {
  const { run } = useCommand('recovery.check');
  const [text, setText] = useState('');
  const [check, setCheck] = useState<Check>(nothing);
  useEffect(() => {
    let current = true;
    const asked = text.trim() === '' ? undefined : run({ text }, { quiet: true });
    void (asked ?? Promise.resolve(undefined)).then((result) => {
      if (current) setCheck(result?.ok === true ? result.value : nothing);
    });
    return () => {
      current = false;
    };
  }, [text, run]);
  return { ...check, text, setText };
};

/** Words that cannot be right. The one being typed is left alone until the next begins. */
const faultsOf = (check: PhraseCheck) =>
  check.words.filter(({ position }) => position < check.count || check.count >= 24 || /\s$/u.test(check.text));

export interface PhraseFieldProps {
  readonly check: PhraseCheck;
  readonly error: string | null;
  readonly onChange: () => void;
  readonly onSubmit: () => void;
}

/** Where 24 words are typed: says how many there are, and names the ones that are not on the list with what was meant. */
export const PhraseField = (props: PhraseFieldProps) => {
  const said = useSaid();
  const { t } = useText();
  const { check, error } = props;
  const faults = faultsOf(check).slice(0, 3);
  const replace = (word: string, by: string): void => {
    check.setText(check.text.replace(new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'iu'), by));
  };
  const state = check.complete
    ? t('recovery.first.right')
    : check.count === 24 && check.words.length === 0
      ? said(check.sentence ?? '')
      : t('recovery.first.count', { count: check.count });
  return (
    <div>
      <ProseField
        label={t('recovery.first.phrase')}
        value={check.text}
        maxLength={19_000}
        minRows={3}
        maxRows={7}
        autoFocus
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={error}
        onSubmit={props.onSubmit}
        onChange={(event) => {
          check.setText(event.currentTarget.value);
          props.onChange();
        }}
      />
      <p className={classes['words']} role="status">
        {check.count === 0 ? t('recovery.first.phraseHint') : state}
      </p>
      {faults.map(({ position, word, suggestions }) => (
        <p key={position} className={classes['words']}>
          {t('recovery.first.fault', { position, word })}{' '}
          {suggestions.map((one) => (
            <Button key={one} size="xs" tone="quiet" onClick={() => replace(word, one)}>
              {t('recovery.first.take', { word: one })}
            </Button>
          ))}
        </p>
      ))}
    </div>
  );
};

import { useRef, useState } from 'react';
import { TextInput } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { CheckIcon, CopyIcon } from '../icons.tsx';
import { Button } from './button.tsx';
import classes from './copy-field.module.css';

/** Something to hand on, such as an invitation link: shown whole, copied with one act. */
export const CopyField = (props: { readonly label: string; readonly value: string; readonly autoFocus?: boolean }) => {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(props.value);
      setCopied(true);
    } catch (cause) {
      // A browser may forbid it. The text is selected, so Ctrl+C works; only say what happened.
      if (!(cause instanceof DOMException)) throw cause;
      setCopied(false);
    }
  };
  return (
    <div className={classes['row']}>
      <TextInput
        ref={input}
        label={props.label}
        value={props.value}
        readOnly
        classNames={{ input: classes['mono'] ?? '' }}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <Button
        tone="primary"
        icon={copied ? CheckIcon : CopyIcon}
        onClick={() => void copy()}
        autoFocus={props.autoFocus}
      >
        {copied ? t('ui.copy.done') : t('ui.copy.act')}
      </Button>
    </div>
  );
};

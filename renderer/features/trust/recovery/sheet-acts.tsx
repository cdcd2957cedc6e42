import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '#renderer/i18n/index.ts';
import { Button, CheckIcon, CopyIcon, DownloadIcon, PrintIcon, saveFile } from '#renderer/ui/index.ts';
import classes from './recovery.module.css';

/** The sheet on paper, in the clipboard or as a file: whatever a person keeps things in. */
export const SheetActs = (props: { readonly sheet: string }) => {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(props.sheet);
      setCopied(true);
    } catch (cause) {
      // A browser may forbid it; printing and saving are beside it.
      if (!(cause instanceof DOMException)) throw cause;
    }
  };
  const save = (): void => {
    saveFile(t('recovery.dialog.fileName'), props.sheet, 'text/plain');
  };
  return (
    <div className={classes['acts']}>
      <Button size="xs" icon={PrintIcon} onClick={() => window.print()}>
        {t('recovery.dialog.print')}
      </Button>
      <Button size="xs" icon={DownloadIcon} onClick={save}>
        {t('recovery.dialog.save')}
      </Button>
      <Button size="xs" icon={copied ? CheckIcon : CopyIcon} onClick={() => void copy()}>
        {copied ? t('recovery.dialog.copied') : t('recovery.dialog.copy')}
      </Button>
      {createPortal(<pre className={classes['paper']}>{props.sheet}</pre>, document.body)}
    </div>
  );
};

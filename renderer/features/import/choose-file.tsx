import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { Textarea } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { Banner, Button, UploadIcon, classNames } from '#renderer/ui/index.ts';
import classes from './import.module.css';
import type { Source } from './source.ts';

/** The engine takes this many characters; a file has at least as many bytes. */
const maxBytes = 20_000_000;

export interface ChooseFileProps {
  readonly onSource: (source: Source) => void;
  /** What was pasted before and could not be read, to be put right. */
  readonly pasted?: string;
}

/** Chooses what to import: a file from the picker, one dropped here, or a table that was pasted. */
export const ChooseFile = (props: ChooseFileProps) => {
  const { t } = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [pasted, setPasted] = useState(props.pasted ?? '');

  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > maxBytes) {
      setFault(t('import.fault.large', { name: file.name }));
      return;
    }
    try {
      const text = await file.text();
      setFault(null);
      props.onSource({ fileName: file.name, text });
    } catch (cause) {
      // A folder, or a file that was moved away since it was chosen.
      if (!(cause instanceof DOMException)) throw cause;
      setFault(t('import.fault.unreadable', { name: file.name }));
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };
  const readPasted = (): void => {
    if (pasted.trim() !== '') props.onSource({ fileName: t('import.pastedName'), text: pasted });
  };

  return (
    <div className={classes['choose']}>
      {fault !== null && (
        <Banner tone="off-track" live>
          {fault}
        </Banner>
      )}
      <section
        className={classNames(classes['drop'], over && classes['over'])}
        aria-label={t('import.choose.label')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={drop}
      >
        <UploadIcon size={22} stroke={1.6} aria-hidden />
        <h2>{t('import.choose.title')}</h2>
        <p>{t('import.choose.sentence')}</p>
        <Button tone="primary" autoFocus onClick={() => picker.current?.click()}>
          {t('import.choose.act')}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".md,.markdown,.csv,.tsv,.json,.txt,text/*,application/json"
          className={classes['picker']}
          tabIndex={-1}
          aria-label={t('import.choose.act')}
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </section>
      <form
        className={classes['paste']}
        onSubmit={(event) => {
          event.preventDefault();
          readPasted();
        }}
      >
        <Textarea
          label={t('import.paste.label')}
          placeholder={t('import.paste.example')}
          value={pasted}
          autosize
          minRows={4}
          maxRows={12}
          onChange={(event) => {
            setPasted(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              readPasted();
            }
          }}
        />
        <div>
          <Button type="submit" keys="mod+enter" disabled={pasted.trim() === ''}>
            {t('import.paste.act')}
          </Button>
        </div>
      </form>
    </div>
  );
};

import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useQuery } from '#renderer/state/index.ts';
import { Button, KeyIcon, SectionHead, StatusWord, useTime } from '#renderer/ui/index.ts';
import { Fact, Facts } from '../list.tsx';
import { BackupFact } from './backup-fact.tsx';
import { PhraseDialog } from './phrase-dialog.tsx';

type Phrase = QueryResult<'recovery'>['phrase'];

const PhraseFact = (props: { readonly phrase: Phrase; readonly onSetUp: () => void }) => {
  const { t } = useText();
  const { when } = useTime();
  const { phrase } = props;
  return (
    <Fact
      icon={KeyIcon}
      title={t('recovery.phrase.title')}
      detail={
        phrase === null
          ? t('recovery.phrase.none')
          : `${t('recovery.phrase.setUp', { day: when(phrase.setUpAt), fingerprint: phrase.fingerprint })}${phrase.kit ? '' : ` ${t('recovery.phrase.noKit')}`}`
      }
      end={
        <>
          {phrase !== null && <StatusWord status="on-track" word={t('recovery.phrase.word')} />}
          <Button size="xs" tone={phrase === null ? 'primary' : 'default'} onClick={props.onSetUp}>
            {phrase === null ? t('recovery.phrase.act') : t('recovery.phrase.replace')}
          </Button>
        </>
      }
    />
  );
};

/** The way back: 24 words on paper, and sealed files that are written by themselves. */
export const Recovery = () => {
  const { t } = useText();
  const { data } = useQuery('recovery', {});
  const [making, setMaking] = useState(false);
  if (data === undefined) return null;
  return (
    <section aria-labelledby="recovery">
      <SectionHead id="recovery" title={t('recovery.title')} note={t('recovery.note')} />
      <Facts label={t('recovery.title')}>
        <PhraseFact phrase={data.phrase} onSetUp={() => setMaking(true)} />
        <BackupFact backup={data.backup} />
      </Facts>
      {making && <PhraseDialog replacing={data.phrase !== null} onClose={() => setMaking(false)} />}
    </section>
  );
};

import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { Button, SetAsideIcon, useTime } from '#renderer/ui/index.ts';
import { sizeWords } from '../checks/copies.tsx';
import { Fact } from '../list.tsx';
import trust from '../trust.module.css';
import { BackupDialog } from './backup-dialog.tsx';
import classes from './recovery.module.css';

export type BackupView = QueryResult<'recovery'>['backup'];

const useBackupWords = (backup: BackupView) => {
  const said = useSaid();
  const { t, language } = useText();
  const { when, now } = useTime();
  const { every, directory, last, failure, nextAt } = backup;
  const schedule = every === 'off' ? t('recovery.backup.off') : t(`recovery.backup.${every}`, { directory });
  const latest =
    last === null
      ? t('recovery.backup.never')
      : t('recovery.backup.last', { when: when(last.at), size: sizeWords(last.bytes, language), count: last.entries });
  const next =
    nextAt === null ? '' : nextAt <= now ? t('recovery.backup.due') : t('recovery.backup.next', { when: when(nextAt) });
  const failed =
    failure === null ? null : t('recovery.backup.failed', { when: when(failure.at), sentence: said(failure.sentence) });
  return { schedule, latest, next, failed };
};

/** What is backed up where, when it last worked, and whether it failed: a failure is not to be found out on the day. */
export const BackupFact = (props: { readonly backup: BackupView }) => {
  const { t } = useText();
  const run = useCommand('backup.run');
  const [setting, setSetting] = useState(false);
  const { backup } = props;
  const words = useBackupWords(backup);
  const ready = backup.directory !== '' && backup.opensWith.length > 0;
  const busy = run.busy || backup.running;
  return (
    <>
      <Fact
        icon={SetAsideIcon}
        title={t('recovery.backup.title')}
        detail={
          <>
            {words.schedule} {backup.directory === '' ? '' : words.latest} {words.next}
            {words.failed !== null && (
              <div className={classes['warning']} role="status">
                {words.failed}
              </div>
            )}
          </>
        }
        end={
          <span className={trust['acts']}>
            {ready && (
              <Button
                size="xs"
                busy={busy}
                onClick={() => void run.run({}, { done: t('recovery.backup.written'), quiet: true })}
              >
                {busy ? t('recovery.backup.running') : t('recovery.backup.now')}
              </Button>
            )}
            <Button size="xs" tone={ready ? 'quiet' : 'default'} onClick={() => setSetting(true)}>
              {ready ? t('recovery.backup.settings') : t('recovery.phrase.act')}
            </Button>
          </span>
        }
      />
      {setting && <BackupDialog backup={backup} onClose={() => setSetting(false)} />}
    </>
  );
};

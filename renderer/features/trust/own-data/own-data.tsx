import { useState } from 'react';
import type { QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useQuery } from '#renderer/state/index.ts';
import { Button, ClockIcon, DownloadIcon, SectionHead, TrashIcon, useTime } from '#renderer/ui/index.ts';
import { Fact, Facts } from '../list.tsx';
import { ExportDialog } from '../checks/export-dialog.tsx';
import { EraseMineDialog } from './erase-mine-dialog.tsx';
import { RetentionDialog } from './retention-dialog.tsx';
import { useCounted } from './use-counted.ts';

type Erasure = QueryResult<'erasure'>;

const groups = ['checkIns', 'feedback', 'comments'] as const;

/** How long the team keeps what, and what this device will erase of this person's next. */
const useRetentionWords = (): ((erasure: Erasure) => string[]) => {
  const { t } = useText();
  const { date } = useTime();
  return ({ retention, due }) => {
    const set = groups.filter((group) => retention[group] > 0);
    const kept =
      set.length === 0
        ? [t('erasure.own.keepsAll')]
        : set.map((group) =>
            t('erasure.own.keeps', {
              what: t(`erasure.own.groups.${group}`),
              months: t('erasure.own.months', { count: retention[group] }),
            }),
          );
    const soon = due.map(({ group, count, firstAt }) =>
      t('erasure.own.due', {
        what: `${t('erasure.counted.record', { count })} (${t(`erasure.own.groups.${group}`)})`,
        day: date(firstAt),
      }),
    );
    return [...kept, ...soon];
  };
};

/** What is this person's own: taking it along, erasing it, and how long the team keeps things. */
export const OwnData = () => {
  const { t } = useText();
  const counted = useCounted();
  const retentionWords = useRetentionWords();
  const erasure = useQuery('erasure', {}).data;
  const [open, setOpen] = useState<'export' | 'erase' | 'retention' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  if (erasure === undefined) return null;
  const { mine, erased, maySetRetention } = erasure;
  return (
    <section aria-labelledby="own-data">
      <SectionHead id="own-data" title={t('erasure.own.title')} />
      <Facts label={t('erasure.own.title')}>
        <Fact
          icon={DownloadIcon}
          title={t('erasure.own.export')}
          detail={t('erasure.own.exportDetail')}
          end={
            <Button size="xs" onClick={() => setOpen('export')}>
              {t('erasure.own.exportAct')}
            </Button>
          }
        />
        <Fact
          icon={TrashIcon}
          title={t('erasure.own.erase')}
          detail={
            <>
              {mine.length === 0 ? t('erasure.own.nothing') : `${counted(mine)}.`}
              {erased > 0 && ` ${t('erasure.own.erasedSoFar', { count: erased })}`}
            </>
          }
          end={
            <Button size="xs" tone="danger" disabled={mine.length === 0} onClick={() => setOpen('erase')}>
              {t('erasure.own.eraseAct')}
            </Button>
          }
        />
        <Fact
          icon={ClockIcon}
          title={t('erasure.own.retention')}
          detail={retentionWords(erasure).map((line) => (
            <span key={line} style={{ display: 'block' }}>
              {line}
            </span>
          ))}
          end={
            maySetRetention ? (
              <Button size="xs" onClick={() => setOpen('retention')}>
                {t('erasure.own.setRetention')}
              </Button>
            ) : undefined
          }
        />
      </Facts>
      {open === 'export' && <ExportDialog mine onClose={close} />}
      {open === 'erase' && <EraseMineDialog erasure={erasure} onClose={close} />}
      {open === 'retention' && <RetentionDialog retention={erasure.retention} onClose={close} />}
    </section>
  );
};

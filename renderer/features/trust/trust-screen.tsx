import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useQuery, useRecordId, useSession } from '#renderer/state/index.ts';
import { Banner, Button, DownloadIcon, Page, Place, Skeleton, TrustIcon, useKeys } from '#renderer/ui/index.ts';
import { Copies } from './checks/copies.tsx';
import { ExportDialog } from './checks/export-dialog.tsx';
import { useVerify } from './checks/use-verify.ts';
import { VerifyOutcome } from './checks/verify-outcome.tsx';
import { Devices } from './devices/index.ts';
import { History } from './history/history.tsx';
import { LeaveSampleDialog } from './leave-dialog.tsx';
import { Limits } from './limits.tsx';
import { Machine } from './machine/machine.tsx';
import { OwnData } from './own-data/own-data.tsx';
import { Readers } from './readers.tsx';
import { Recovery } from './recovery/index.ts';
import { Teammates } from './travel/teammates.tsx';
import { Travel } from './travel/travel.tsx';
import classes from './trust.module.css';

/** Data and trust: where the data is, how it travels, who can read it, and proof of who wrote it. */
export const TrustScreen = () => {
  const { t } = useText();
  const recordId = useRecordId();
  const session = useSession();
  const trust = useQuery('trust', {});
  const sync = useQuery('sync', {}).data;
  const security = useQuery('security', {}).data;
  // What sections below ask for themselves: asked here too, so that none of them comes late and pushes the others down.
  const parts = [useQuery('devices', {}), useQuery('recovery', {}), useQuery('erasure', {})];
  const verify = useVerify();
  const [exporting, setExporting] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const startExport = (): void => setExporting(true);
  useKeys([
    { keys: 'e', label: t('trust.export.title'), run: startExport },
    { keys: 'v', label: t('trust.verify.act'), run: verify.run },
  ]);
  const data = trust.data;
  return (
    <Place
      title={t('trust.title')}
      actions={
        <>
          <Button icon={DownloadIcon} onClick={startExport}>
            {t('trust.export.title')}
          </Button>
          <Button icon={TrustIcon} busy={verify.busy} onClick={verify.run}>
            {t('trust.verify.act')}
          </Button>
        </>
      }
    >
      <Page>
        {session?.sample === true && (
          <div className={classes['above']}>
            <Banner
              tone="info"
              action={
                <Button size="xs" onClick={() => setLeaving(true)}>
                  {t('trust.leave.act')}
                </Button>
              }
            >
              {t('trust.leave.banner')}
            </Banner>
          </div>
        )}
        {(verify.busy || verify.result !== null || verify.error !== null) && (
          <div className={classes['above']}>
            <VerifyOutcome verify={verify} entries={data?.entries ?? 0} share={security?.verifying ?? null} />
          </div>
        )}
        {data === undefined ||
        sync === undefined ||
        security === undefined ||
        parts.some((part) => part.status === 'loading') ? (
          // All at once: sections that came one by one would push each other down under the eyes of whoever reads.
          trust.error === null && <Skeleton rows={12} />
        ) : (
          <div className={classes['columns']}>
            <div>
              <Devices />
              <Travel sync={sync} />
              <Teammates sync={sync} />
              <Copies trust={data} />
            </div>
            <div>
              <Recovery />
              <Readers spaces={data.spaces} />
              <OwnData />
              <History key={recordId} recordId={recordId} />
              <Machine security={security} />
              <Limits />
            </div>
          </div>
        )}
        {trust.error !== null && (
          <Banner tone="off-track" live>
            {trust.error.sentence}
          </Banner>
        )}
      </Page>
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
      {leaving && <LeaveSampleDialog onClose={() => setLeaving(false)} />}
    </Place>
  );
};

import { Suspense, lazy, useEffect, useState } from 'react';
import { Outlet } from '@tanstack/react-router';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { useConnection, useEngine, useQuery } from '#renderer/state/index.ts';
import { Button, EmptyState, Skeleton, ToastHost, ZoneProvider, useUi } from '#renderer/ui/index.ts';
import { UnlockScreen } from '#renderer/features/unlock/index.ts';
import { Shell } from './shell.tsx';

const FirstRun = lazy(async () => ({
  default: (await import('#renderer/features/first-run/index.ts')).FirstRunScreen,
}));

/** Waiting words appear only when the engine takes noticeably long. */
const patienceMs = 600;

/** `down`: why there is no engine, which may be tried again; `failed`: why the engine that is there cannot say what it holds. */
const Opening = (props: { readonly down: ProtocolError | null; readonly failed: ProtocolError | null }) => {
  const said = useSaid();
  const { t } = useText();
  const { timers } = useUi();
  const engine = useEngine();
  const [late, setLate] = useState(false);
  useEffect(() => timers.after(patienceMs, () => setLate(true)), [timers]);
  const error = props.down ?? props.failed;
  if (!late && error === null) return null;
  const shut = props.down?.code === 'unauthorized';
  const mayRetry = props.down !== null && !shut;
  return (
    <main style={{ blockSize: '100%' }}>
      <EmptyState
        whole
        title={shut ? t('app.shut.title') : t('app.connecting.title')}
        sentence={error === null ? t('app.connecting.sentence') : said(error.sentence)}
        actions={mayRetry ? <Button onClick={engine.retry}>{t('app.engine.retry')}</Button> : undefined}
      />
    </main>
  );
};

/** Decides what a window shows: opening, first run (also while a team is being joined or made), or the team. */
export const Gate = () => {
  const { data: session, error: failed } = useQuery('session', {});
  const connection = useConnection();
  const teamName = session?.team?.name;
  useEffect(() => {
    document.title = teamName === undefined ? 'Meridian' : `${teamName} - Meridian`;
  }, [teamName]);

  if (session === undefined)
    return <Opening down={connection.phase === 'down' ? connection.error : null} failed={failed} />;
  if (session.state === 'locked') {
    return (
      <>
        <UnlockScreen />
        <ToastHost bare />
      </>
    );
  }
  if (session.state !== 'ready') {
    return (
      <Suspense>
        <FirstRun waiting={session.joining} />
        <ToastHost bare />
      </Suspense>
    );
  }
  return (
    <ZoneProvider value={session.me?.timeZone ?? null}>
      <Shell>
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </Shell>
    </ZoneProvider>
  );
};

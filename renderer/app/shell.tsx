import { Suspense, lazy, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { writes } from '#shared/domain/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import {
  AskingProvider,
  BeginningProvider,
  WritingProvider,
  useAsking,
  useBeginning,
  useClockPeople,
  useConnection,
  useEngine,
  useGo,
  usePeople,
  useQuery,
  useReports,
  useSession,
  useUndoLast,
} from '#renderer/state/index.ts';
import {
  AppShell,
  Avatar,
  Banner,
  Button,
  DayStrip,
  KeyHelp,
  SettingsIcon,
  Standstill,
  ToastHost,
  useActs,
  useKeys,
  useToast,
  useUi,
} from '#renderer/ui/index.ts';
// Never loaded late: what is typed after its key must not reach the place below.
import { SearchPalette } from '#renderer/features/search/index.ts';
import { ReminderBell, ReminderSpeaker } from '#renderer/features/reminders/index.ts';
import { AutoLock } from '#renderer/features/unlock/index.ts';
import { places } from './places.ts';
import { Side } from './side.tsx';
import classes from './side.module.css';
import { SyncLine } from './sync-line.tsx';

const OutBanner = lazy(async () => ({ default: (await import('#renderer/features/people/index.ts')).OutBanner }));
const Ask = lazy(async () => ({ default: (await import('#renderer/features/requests/index.ts')).AskDialog }));
const Task = lazy(async () => ({ default: (await import('#renderer/features/work/index.ts')).QuickTask }));
const Profile = lazy(async () => ({ default: (await import('#renderer/features/people/index.ts')).ProfileDialog }));

/**
 * While the engine does not answer. A window that will not find it again, because its host ended or began anew without
 * it, says so instead of promising a restart.
 */
const EngineBanner = (props: { readonly error: ProtocolError | null }) => {
  const said = useSaid();
  const { t } = useText();
  const { error } = props;
  const ended = error?.code === 'unreachable' || error?.code === 'unauthorized';
  const engine = useEngine();
  return (
    <Banner
      tone="plain"
      live
      action={
        <Button size="xs" onClick={engine.retry}>
          {t('app.engine.retry')}
        </Button>
      }
    >
      {ended ? t('app.engine.ended', { sentence: said(error.sentence) }) : t('app.engine.down')}
    </Banner>
  );
};

/** Keys that work everywhere, and `g` with a letter to go. */
const useGlobalKeys = (acts: {
  readonly find: () => void;
  readonly help: () => void;
  readonly ask: () => void;
  readonly task: () => void;
}): void => {
  const { t } = useText();
  const { toasts } = useUi();
  const undoLast = useUndoLast();
  const me = useSession()?.me ?? null;
  const mayWrite = me !== null && writes({ personId: me.id, role: me.role, state: me.state });
  const go = useGo();
  useKeys(
    [
      { keys: 'mod+k', label: t('ui.keys.palette'), run: acts.find, always: true },
      { keys: '/', label: t('ui.keys.palette'), run: acts.find, hidden: true },
      { keys: '?', label: t('ui.keys.help'), run: acts.help },
      { keys: 'q', label: t('requests.ask.act'), run: acts.ask },
      ...(mayWrite ? [{ keys: 'shift+n', label: t('work.keys.quick'), run: acts.task }] : []),
      { keys: 'z', label: t('ui.keys.undo'), run: () => void toasts.undoLast() },
      { keys: 'mod+z', label: t('ui.undo.last'), run: undoLast },
    ],
    'everywhere',
  );
  const manages = useReports().length > 0;
  useKeys(
    [
      ...places.flatMap((place) =>
        place.nav === null ? [] : [{ keys: `g ${place.nav.key}`, label: t(place.nav.label), run: () => go(place.id) }],
      ),
      { keys: 'g j', label: t('journal.mine'), run: () => go('journal') },
      ...(manages ? [{ keys: 'g m', label: t('app.places.myTeam'), run: () => go('today/team') }] : []),
      { keys: 'g r', label: t('reminders.title'), run: () => go('reminders') },
      { keys: 'g e', label: t('teamWeek.title'), run: () => go('team-week') },
    ],
    'go',
  );
};

const Foot = (props: { readonly onProfile: () => void }) => {
  const { t } = useText();
  const people = usePeople();
  const me = useSession()?.me;
  const { shown } = useClockPeople(people);
  const synced = useQuery('sync', {}).data;
  // Together, so that neither pushes the other up.
  const known = people.length > 0 && synced !== undefined;
  useActs(me === null || me === undefined ? [] : [{ label: t('app.me.settings'), run: props.onProfile }]);
  if (me === null || me === undefined) return null;
  return (
    <>
      {known && (
        <>
          <DayStrip people={shown.length === 0 ? [me] : shown} place={me.place === '' ? me.timeZone : me.place} />
          <SyncLine />
        </>
      )}
      <div className={classes['own']}>
        <button type="button" className={classes['me']} onClick={props.onProfile}>
          <Avatar person={me} />
          <span className={classes['cut']}>{me.name}</span>
          <SettingsIcon size={16} stroke={1.9} role="img" aria-label={t('app.me.settings')} />
        </button>
        <ReminderBell />
      </div>
    </>
  );
};

/** Hardly anybody is out of their team, so what it takes to say so is fetched for those who are. */
const Out = () => {
  const isOut = (useQuery('membership', {}).data?.out ?? null) !== null;
  return isOut ? (
    <Suspense>
      <OutBanner />
    </Suspense>
  ) : null;
};

/** The form for questions, wherever it was asked for. */
const Asking = () => {
  const { subject, close } = useAsking();
  return subject === null ? null : <Ask subject={subject} onClose={close} />;
};

/** The window of somebody who has a team: sidebar, current place, palette, key help, toasts. */
export const Shell = (props: { readonly children: ReactNode }) => (
  <AskingProvider>
    <WritingProvider>
      <BeginningProvider>
        <Window>{props.children}</Window>
      </BeginningProvider>
    </WritingProvider>
  </AskingProvider>
);

const Window = (props: { readonly children: ReactNode }) => {
  const { t } = useText();
  const toast = useToast();
  const connection = useConnection();
  const [finding, setFinding] = useState(false);
  const [helping, setHelping] = useState(false);
  const [profile, setProfile] = useState(false);
  const { begun, begin, taken } = useBeginning();
  const { ask } = useAsking();
  useGlobalKeys({
    ask: () => ask(),
    find: () => setFinding(true),
    help: () => setHelping(true),
    task: () => begin('task'),
  });

  const restarted = connection.phase === 'up' && connection.restarted;
  useEffect(() => {
    if (restarted) toast({ sentence: t('app.engine.back') });
  }, [restarted, toast, t]);

  return (
    <AppShell
      side={<Side onFind={() => setFinding(true)} />}
      foot={<Foot onProfile={() => setProfile(true)} />}
      banner={connection.phase === 'down' ? <EngineBanner error={connection.error} /> : <Out />}
    >
      <Standstill value={connection.phase === 'down' ? t('app.engine.notLoaded') : null}>{props.children}</Standstill>
      <ToastHost />
      <AutoLock />
      <ReminderSpeaker />
      <KeyHelp opened={helping} onClose={() => setHelping(false)} />
      <Suspense>
        <Asking />
        {finding && <SearchPalette opened onClose={() => setFinding(false)} />}
        {begun === 'task' && <Task onClose={taken} />}
        {profile && <Profile opened onClose={() => setProfile(false)} />}
      </Suspense>
    </AppShell>
  );
};

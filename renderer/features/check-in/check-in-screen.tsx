import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { useGo, useQuery, useRecordId, useSession } from '#renderer/state/index.ts';
import {
  Banner,
  Button,
  HistoryIcon,
  Page,
  Place,
  Skeleton,
  isoWeekWords,
  useKeys,
  useTime,
} from '#renderer/ui/index.ts';
import classes from './compose/compose.module.css';
import { Compose } from './compose/compose.tsx';
import type { CheckInDraft } from './form/submission.ts';
import { useCheckInForm } from './form/use-form.ts';
import { useLeftCheckIn } from './form/use-left.ts';
import { CheckInDetail } from './read/detail.tsx';
import { ReadScreen } from './read/read-screen.tsx';

/** The address of the list of check-ins; ids of records are longer than any such word. */
export const earlierAddress = 'earlier';

const useWeekWords = (draft: CheckInDraft | undefined): string | undefined => {
  const { t } = useText();
  const { dateRange } = useTime();
  return draft === undefined
    ? undefined
    : t('checkIn.context', {
        week: isoWeekWords(draft.week, t),
        days: dateRange(draft.start, draft.end),
      });
};

const Earlier = () => {
  const { t } = useText();
  const go = useGo();
  const open = (): void => {
    go('check-in', earlierAddress);
  };
  const journal = (): void => {
    go('journal');
  };
  useKeys([
    { keys: 'e', label: t('checkIn.earlier'), run: open },
    { keys: 'y', label: t('journal.mine'), run: journal },
  ]);
  return (
    <>
      <Button size="xs" onClick={journal}>
        {t('journal.mine')}
      </Button>
      <Button size="xs" icon={HistoryIcon} onClick={open}>
        {t('checkIn.earlier')}
      </Button>
    </>
  );
};

const Kept = (props: { readonly saved: boolean; readonly at: number | null }) => {
  const { t } = useText();
  const { clock } = useTime();
  const { at } = props;
  return (
    <span className={classes['draft']} role="status">
      {!props.saved ? '' : at === null ? t('checkIn.kept') : t('checkIn.keptAt', { time: clock(at) })}
    </span>
  );
};

const WeekScreen = (props: { readonly draft: CheckInDraft; readonly notice: ReactNode }) => {
  const { t } = useText();
  const { draft } = props;
  const state = useCheckInForm(draft.week);
  const context = useWeekWords(draft);
  const sent = draft.submitted;
  return (
    <Place
      title={t('checkIn.title')}
      context={context}
      actions={
        <>
          {sent === null && <Kept at={state.savedAt} saved={state.saved} />}
          <Earlier />
        </>
      }
    >
      {sent !== null ? (
        <Page>
          {props.notice}
          <CheckInDetail checkIn={sent} own />
        </Page>
      ) : state.ready ? (
        <Compose draft={draft} state={state} notice={props.notice} />
      ) : (
        <Page>
          <Skeleton rows={6} />
        </Page>
      )}
    </Place>
  );
};

const Own = () => {
  const { t } = useText();
  const query = useQuery('checkInDraft', {});
  const [writing, setWriting] = useState<string | null>(null);
  const left = useLeftCheckIn(query.data?.week, writing);
  if (query.data !== undefined) {
    const late = left !== null && left.week === writing;
    const shown = late ? left : query.data;
    const notice = left !== null && (
      <Banner
        action={
          <Button size="xs" onClick={() => setWriting(late ? null : left.week)}>
            {t(late ? 'checkIn.left.back' : 'checkIn.left.open')}
          </Button>
        }
      >
        {t(late ? 'checkIn.left.over' : 'checkIn.left.begun', { week: isoWeekWords(left.week, t) })}
      </Banner>
    );
    return <WeekScreen key={shown.week} draft={shown} notice={notice} />;
  }
  return (
    <Place title={t('checkIn.title')}>
      <Page>{query.error === null ? <Skeleton rows={6} /> : <p role="alert">{query.error.sentence}</p>}</Page>
    </Place>
  );
};

/** Check-in: this week's at its own address, anybody's earlier ones at theirs. */
export const CheckInScreen = () => {
  const id = useRecordId();
  const me = useSession()?.me;
  if (id === null) return <Own />;
  return <ReadScreen id={id === earlierAddress ? null : id} meId={me?.id ?? null} />;
};

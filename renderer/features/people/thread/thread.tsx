import { useEffect, useState } from 'react';
import { Tabs } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { AwardDialog, useAsking, useQuery, useWriting } from '#renderer/state/index.ts';
import type { WritingIntent } from '#renderer/state/index.ts';
import { EmptyState, Skeleton, useKeys } from '#renderer/ui/index.ts';
import { AskedList } from '../asked/asked-list.tsx';
import { NoteList } from '../notes/note-list.tsx';
import { OneOnOne } from '../one-on-one/one-on-one.tsx';
import { CheckInList } from './check-in-list.tsx';
import { Composer } from './composer.tsx';
import { FeedbackList } from './feedback-list.tsx';
import { ThreadFoot } from './foot.tsx';
import { GoalList } from './goal-list.tsx';
import { RecognitionList } from './recognition-list.tsx';
import { ThreadHead } from './thread-head.tsx';
import classes from './thread.module.css';
import type { Writing } from './writing.ts';

const tabs = ['agenda', 'feedback', 'kudos', 'goals', 'checkIns', 'notes'] as const;
/** What one has with somebody else only. */
const withOthers: ReadonlySet<string> = new Set(['agenda', 'notes']);
type Tab = (typeof tabs)[number];
const isTab = (value: string | null): value is Tab => tabs.some((tab) => tab === value);

/** Where what is written will stand. */
const tabOf = (what: Writing['what']): Tab => {
  if (what === 'kudos') return 'kudos';
  return what === 'note' ? 'notes' : 'feedback';
};

/** Everything in writing between this person and the reader: 1:1, feedback, recognition, goals. */
export const Thread = (props: { readonly personId: string; readonly mayAdminister: boolean }) => {
  const { t } = useText();
  const { personId } = props;
  const { data } = useQuery('thread', { personId });
  const [tab, setTab] = useState<Tab>('feedback');
  const [writing, setWriting] = useState<Writing | null>(null);
  const [awarding, setAwarding] = useState(false);
  const { ask } = useAsking();
  const person = data?.person ?? null;
  const other = person !== null && !person.me;
  const guest = person?.role === 'guest';
  const write = (next: Writing): void => {
    setTab(tabOf(next.what));
    setWriting(next);
  };
  const askHere = (): void => ask({ toId: personId });
  const { intent, taken } = useWriting();
  const wanted = other && intent?.personId === personId ? intent : null;
  const [opened, setOpened] = useState<WritingIntent | null>(null);
  if (wanted !== null && wanted !== opened) {
    setOpened(wanted);
    write({ what: wanted.what });
  }
  useEffect(() => {
    if (wanted !== null) taken();
  }, [wanted, taken]);
  useKeys(
    other
      ? [
          { keys: '1', label: t('oneOnOne.show'), run: () => setTab('agenda') },
          ...(guest ? [] : [{ keys: 'q', label: t('requests.ask.act'), run: askHere }]),
          { keys: 'f', label: t('people.thread.write'), run: () => write({ what: 'feedback' }) },
          ...(guest ? [] : [{ keys: 'r', label: t('feedbackRequests.ask.act'), run: () => write({ what: 'ask' }) }]),
          { keys: 'u', label: t('people.thread.kudos'), run: () => write({ what: 'kudos' }) },
          { keys: 'b', label: t('recognition.give'), run: () => setAwarding(true) },
          { keys: 'e', label: t('notes.write'), run: () => write({ what: 'note' }) },
        ]
      : [],
  );

  if (data === undefined)
    return (
      <div className={classes['panel']}>
        <Skeleton withDisc />
      </div>
    );
  if (person === null) {
    return (
      <div className={classes['panel']}>
        <EmptyState title={t('people.thread.noPerson.title')} sentence={t('people.thread.noPerson.sentence')} />
      </div>
    );
  }
  return (
    <section className={classes['thread']} aria-label={t('people.thread.label', { name: person.name })}>
      <ThreadHead person={person} mayAdminister={props.mayAdminister} />
      <Tabs
        className={classes['tabs']}
        value={tab}
        onChange={(value) => {
          if (isTab(value)) setTab(value);
        }}
      >
        <Tabs.List className={classes['tabList']}>
          {tabs
            .filter((value) => other || !withOthers.has(value))
            .map((value) => (
              <Tabs.Tab key={value} value={value}>
                {t(`people.thread.tabs.${value}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        {other && (
          <Tabs.Panel value="agenda" className={classes['panel']} tabIndex={0}>
            {tab === 'agenda' && <OneOnOne person={person} />}
          </Tabs.Panel>
        )}
        <Tabs.Panel value="feedback" className={classes['panel']} tabIndex={0}>
          {other && tab === 'feedback' && (
            <AskedList person={person} onAnswer={(request) => write({ what: 'answer', request })} />
          )}
          <FeedbackList person={person} feedback={data.feedback} />
        </Tabs.Panel>
        <Tabs.Panel value="kudos" className={classes['panel']} tabIndex={0}>
          <RecognitionList person={person} kudos={data.kudos} />
        </Tabs.Panel>
        <Tabs.Panel value="goals" className={classes['panel']} tabIndex={0}>
          <GoalList person={person} goals={data.goals} />
        </Tabs.Panel>
        <Tabs.Panel value="checkIns" className={classes['panel']} tabIndex={0}>
          {tab === 'checkIns' && <CheckInList person={person} />}
        </Tabs.Panel>
        {other && (
          <Tabs.Panel value="notes" className={classes['panel']} tabIndex={0}>
            {tab === 'notes' && <NoteList person={person} onEdit={(note) => write({ what: 'note', note })} />}
          </Tabs.Panel>
        )}
      </Tabs>
      {other && writing !== null && (
        <Composer writing={writing} person={person} thread={data} onClose={() => setWriting(null)} />
      )}
      {other && writing === null && (
        <ThreadFoot tab={tab} guest={guest} onAsk={askHere} onWrite={write} onAward={() => setAwarding(true)} />
      )}
      {awarding && <AwardDialog personId={personId} onClose={() => setAwarding(false)} />}
    </section>
  );
};

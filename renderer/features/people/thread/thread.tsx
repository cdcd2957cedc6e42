import { useState } from 'react';
import { Tabs } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { useAsking, useQuery } from '#renderer/state/index.ts';
import { AwardIcon, Button, EmptyState, FeedbackIcon, QuestionIcon, Skeleton, useKeys } from '#renderer/ui/index.ts';
import { OneOnOne } from '../one-on-one/one-on-one.tsx';
import { CheckInList } from './check-in-list.tsx';
import { FeedbackComposer } from './feedback-composer.tsx';
import { FeedbackList } from './feedback-list.tsx';
import { GoalList } from './goal-list.tsx';
import { KudosComposer } from './kudos-composer.tsx';
import { KudosList } from './kudos-list.tsx';
import { ThreadHead } from './thread-head.tsx';
import classes from './thread.module.css';

const tabs = ['agenda', 'feedback', 'kudos', 'goals', 'checkIns'] as const;
type Tab = (typeof tabs)[number];
const isTab = (value: string | null): value is Tab => tabs.some((tab) => tab === value);

/** Everything in writing between this person and the reader: feedback, kudos, goals. */
export const Thread = (props: { readonly personId: string; readonly mayAdminister: boolean }) => {
  const { t } = useText();
  const { data } = useQuery('thread', { personId: props.personId });
  const [tab, setTab] = useState<Tab>('feedback');
  const [writing, setWriting] = useState<'feedback' | 'kudos' | null>(null);

  const { ask } = useAsking();
  const person = data?.person ?? null;
  const other = person !== null && !person.me;
  const write = (kind: 'feedback' | 'kudos'): void => {
    setTab(kind);
    setWriting(kind);
  };
  const close = (): void => {
    setWriting(null);
  };
  useKeys(
    other
      ? [
          {
            keys: '1',
            label: t('oneOnOne.show'),
            run: () => {
              setTab('agenda');
            },
          },
          {
            keys: 'q',
            label: t('requests.ask.act'),
            run: () => {
              ask({ toId: props.personId });
            },
          },
          {
            keys: 'f',
            label: t('people.thread.write'),
            run: () => {
              write('feedback');
            },
          },
          {
            keys: 'u',
            label: t('people.thread.kudos'),
            run: () => {
              write('kudos');
            },
          },
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
            .filter((value) => other || value !== 'agenda')
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
          <FeedbackList person={person} feedback={data.feedback} />
        </Tabs.Panel>
        <Tabs.Panel value="kudos" className={classes['panel']} tabIndex={0}>
          <KudosList person={person} kudos={data.kudos} />
        </Tabs.Panel>
        <Tabs.Panel value="goals" className={classes['panel']} tabIndex={0}>
          <GoalList person={person} goals={data.goals} />
        </Tabs.Panel>
        <Tabs.Panel value="checkIns" className={classes['panel']} tabIndex={0}>
          {tab === 'checkIns' && <CheckInList person={person} />}
        </Tabs.Panel>
      </Tabs>
      {other && writing === 'feedback' && (
        <FeedbackComposer person={person} audiences={data.audiences} onClose={close} />
      )}
      {other && writing === 'kudos' && <KudosComposer person={person} goals={data.goals} onClose={close} />}
      {other && writing === null && (
        <div className={classes['foot']}>
          <Button
            icon={QuestionIcon}
            keys="q"
            onClick={() => {
              ask({ toId: props.personId });
            }}
          >
            {t('requests.ask.send')}
          </Button>
          <Button
            icon={FeedbackIcon}
            keys="f"
            onClick={() => {
              write('feedback');
            }}
          >
            {t('people.thread.write')}
          </Button>
          <Button
            icon={AwardIcon}
            keys="u"
            onClick={() => {
              write('kudos');
            }}
          >
            {t('people.thread.kudos')}
          </Button>
        </div>
      )}
    </section>
  );
};

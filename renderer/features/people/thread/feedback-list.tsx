import type { FeedbackView } from '#shared/protocol/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, RecordActs, useAudience, usePeopleById, usePersonName, useQuery } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import {
  AudienceTag,
  Avatar,
  ClockIcon,
  DrawnList,
  EmptyState,
  FeedbackIcon,
  Words,
  useTime,
} from '#renderer/ui/index.ts';
import classes from './thread.module.css';

const idOf = (item: FeedbackView): string => item.id;

/** Feedback about or by this person that the reader may read, newest first; each with who else can. */
export const FeedbackList = (props: { readonly person: Person; readonly feedback: readonly FeedbackView[] }) => {
  const { t } = useText();
  const { person, feedback } = props;
  const { when } = useTime();
  const people = usePeopleById();
  const nameOf = usePersonName();
  const audienceOf = useAudience();
  const peers = useQuery('sync', {}).data?.peers;
  const first = person.name.split(/\s+/u)[0] ?? person.name;

  if (feedback.length === 0) {
    return (
      <EmptyState
        icon={FeedbackIcon}
        title={t('people.thread.emptyFeedback.title')}
        sentence={person.me ? t('people.thread.emptyFeedback.mine') : t('people.thread.emptyFeedback.sentence')}
      />
    );
  }
  const notYet = (item: FeedbackView): boolean => {
    const peer = peers?.find((candidate) => candidate.personId === person.id);
    const mine = item.byId !== null && people.get(item.byId)?.me === true;
    return mine && !person.me && peer !== undefined && peer.waiting > 0 && (peer.syncedAt ?? 0) < item.at;
  };
  return (
    <DrawnList items={feedback} idOf={idOf} rowSize={104}>
      {(item, row) => {
        const author = item.byId === null ? undefined : people.get(item.byId);
        const about = people.get(item.aboutId);
        return (
          <li key={item.id} {...row} className={classes['entry']}>
            <div className={classes['entryHead']}>
              <Avatar person={{ id: item.byId ?? item.id, name: nameOf(item.byId) }} size="sm" />
              <b>{author?.me === true ? t('people.thread.you') : nameOf(item.byId)}</b>
              <span className={classes['quiet']}>
                {about?.me === true
                  ? t('people.thread.aboutYou')
                  : t('people.thread.about', { name: nameOf(item.aboutId) })}
              </span>
              <span className={classes['quiet']}>{when(item.at)}</span>
              {notYet(item) && (
                <span className={classes['end']}>
                  <ClockIcon size={14} stroke={1.9} aria-hidden />
                  {t('people.thread.notYet', { name: first })}
                </span>
              )}
              <span className={classes['menu']}>
                <RecordActs
                  recordId={item.id}
                  kind="feedback"
                  about={firstLine(item.text)}
                  authorId={item.byId}
                  teamReads={item.audience.kind === 'team'}
                />
              </span>
            </div>
            <div className={classes['words']}>
              <Words size="sm">{item.text}</Words>
            </div>
            {(item.goal !== null || item.requestId !== null) && (
              <p className={classes['line']}>
                {item.goal !== null && (
                  <PlaceLink place="goals" id={item.goal.id}>
                    {t('feedbackRequests.onGoal', { title: item.goal.title })}
                  </PlaceLink>
                )}
                {item.requestId !== null && <span>{t('feedbackRequests.answers')}</span>}
              </p>
            )}
            <AudienceTag {...audienceOf(item.audience)} />
          </li>
        );
      }}
    </DrawnList>
  );
};

import type { FeedbackRequestView } from '#shared/protocol/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, RecordActs, usePeopleById, usePersonName } from '#renderer/state/index.ts';
import { Avatar, NormClock, QuestionIcon, Words, useTime } from '#renderer/ui/index.ts';
import classes from '../thread/thread.module.css';

/** One request for feedback: who asks whom, about whom and what, its clock or what became of it, and what can be done. */
export const AskedLine = (props: { readonly request: FeedbackRequestView; readonly children?: React.ReactNode }) => {
  const { t } = useText();
  const { when } = useTime();
  const people = usePeopleById();
  const nameOf = usePersonName();
  const { request } = props;
  const mine = request.fromId !== null && people.get(request.fromId)?.me === true;
  const forMe = people.get(request.askedId)?.me === true;
  const about = people.get(request.aboutId);
  const recipient = forMe ? null : (people.get(request.askedId) ?? null);
  const first = (id: string | null): string => nameOf(id).split(/\s+/u)[0] ?? '';
  const subject =
    about?.me === true
      ? t('feedbackRequests.aboutYou')
      : request.aboutId === request.fromId
        ? t('feedbackRequests.aboutThem')
        : t('feedbackRequests.about', { name: nameOf(request.aboutId) });
  const open = request.state === 'open';
  return (
    <li className={classes['entry']} data-open={open}>
      <div className={classes['entryHead']}>
        {request.fromId === null ? (
          <QuestionIcon size={16} stroke={1.75} aria-hidden />
        ) : (
          <Avatar person={{ id: request.fromId, name: nameOf(request.fromId) }} size="sm" />
        )}
        <b>
          {mine
            ? t('feedbackRequests.youAsk', { name: first(request.askedId) })
            : t('feedbackRequests.asksYou', { name: first(request.fromId) })}
        </b>
        <span className={classes['quiet']}>{subject}</span>
        <span className={classes['quiet']}>{when(request.askedAt)}</span>
        <span className={classes['menu']}>
          <RecordActs
            recordId={request.id}
            kind="feedback-request"
            authorId={request.fromId}
            teamReads={false}
            about={firstLine(request.prompt)}
          />
        </span>
      </div>
      <div className={classes['words']}>
        <Words size="sm">{request.prompt}</Words>
      </div>
      {request.goal !== null && (
        <p className={classes['line']}>
          <PlaceLink place="goals" id={request.goal.id}>
            {t('feedbackRequests.onGoal', { title: request.goal.title })}
          </PlaceLink>
        </p>
      )}
      {open ? (
        <NormClock norm={request.norm} recipient={recipient} />
      ) : (
        <p className={classes['line']}>
          {t(`feedbackRequests.states.${request.state}`, {
            when: request.settledAt === null ? '' : when(request.settledAt),
          })}
          {request.declineWords !== '' && (
            <span dir="auto"> {t('feedbackRequests.saying', { words: request.declineWords })}</span>
          )}
        </p>
      )}
      {props.children}
    </li>
  );
};

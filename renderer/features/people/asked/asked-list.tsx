import { useState } from 'react';
import type { FeedbackRequestView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useQuery } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { Button, useKeys } from '#renderer/ui/index.ts';
import classes from '../thread/thread.module.css';
import { AskedLine } from './asked-line.tsx';
import { DeclineDialog } from './decline-dialog.tsx';

/** How many of those that were settled stay in sight: what became of them, not an archive. */
const shownSettled = 3;

interface AskedListProps {
  readonly person: Person;
  /** Opens the form of the answer. */
  readonly onAnswer: (request: FeedbackRequestView) => void;
}

/** Requests for feedback between this person and me: what waits first, and what lately became of the others. */
export const AskedList = (props: AskedListProps) => {
  const { t } = useText();
  const { person, onAnswer } = props;
  const { data } = useQuery('feedbackRequests', { personId: person.id });
  const settle = useCommand('feedback.settleRequest');
  const [declining, setDeclining] = useState<FeedbackRequestView | null>(null);
  const first = data?.forMe[0];
  useKeys(
    first === undefined
      ? []
      : [
          { keys: 'a', label: t('feedbackRequests.keys.answer'), run: () => onAnswer(first) },
          { keys: 'd', label: t('feedbackRequests.keys.decline'), run: () => setDeclining(first) },
        ],
  );
  if (data === undefined) return null;
  // What was answered stands below as feedback, where it may be read.
  const settled = data.settled.filter((request) => request.state !== 'withdrawn').slice(0, shownSettled);
  if (data.forMe.length + data.byMe.length + settled.length === 0) return null;
  return (
    <section aria-label={t('feedbackRequests.title')}>
      <ul className={classes['asked']}>
        {data.forMe.map((request, nth) => (
          <AskedLine key={request.id} request={request}>
            <span className={classes['rowActs']}>
              <Button size="xs" tone="primary" keys={nth === 0 ? 'a' : undefined} onClick={() => onAnswer(request)}>
                {t('feedbackRequests.acts.answer')}
              </Button>
              <Button size="xs" keys={nth === 0 ? 'd' : undefined} onClick={() => setDeclining(request)}>
                {t('feedbackRequests.acts.decline')}
              </Button>
            </span>
          </AskedLine>
        ))}
        {data.byMe.map((request) => (
          <AskedLine key={request.id} request={request}>
            <span className={classes['rowActs']}>
              <Button
                size="xs"
                busy={settle.busy}
                onClick={() =>
                  void settle.run({ id: request.id, as: 'withdrawn' }, { done: t('feedbackRequests.withdrawn') })
                }
              >
                {t('feedbackRequests.acts.withdraw')}
              </Button>
            </span>
          </AskedLine>
        ))}
        {settled.map((request) => (
          <AskedLine key={request.id} request={request} />
        ))}
      </ul>
      {declining !== null && <DeclineDialog request={declining} onClose={() => setDeclining(null)} />}
    </section>
  );
};

import type { FeedbackRequestRecord, Scalar } from '../../../schema/index.ts';
import { writes } from '../standing.ts';
import type { KindPolicy, Rule, Situation, Who } from '../types.ts';
import { author } from '../who.ts';

type Here = Situation<FeedbackRequestRecord>;

const asked: Who<FeedbackRequestRecord> = {
  sentence: 'Only the person who was asked answers or declines.',
  is: ({ signer, before }) => writes(signer) && before.askedId === signer.personId,
};

/** A new request may state that nothing has become of it yet. */
const settles = (
  path: string,
  who: Who<FeedbackRequestRecord>,
  nothing: Scalar = null,
): Rule<FeedbackRequestRecord> => ({
  path,
  once: true,
  who: { sentence: who.sentence, is: (here, id) => (here.fresh ? author : who).is(here, id) },
  value: (value, { fresh }) => (fresh && value !== nothing ? who.sentence : null),
});

/** Judged when it is asked: a later change of managers leaves the question as it was. */
const whole = ({ fresh, signer, space, members, after }: Here): string | null => {
  if (!fresh) return null;
  const { askedId, aboutId } = after;
  if (askedId === null || askedId === signer.personId) return 'Ask somebody else for feedback.';
  if (!space.readers.includes(askedId)) return 'A request lies where the person who is asked can read it.';
  if (aboutId === null || aboutId === askedId) return 'Feedback is about somebody else than the person who gives it.';
  if (aboutId !== signer.personId && members.person(aboutId)?.managerId !== signer.personId)
    return 'Feedback is asked for about oneself, or by a manager about somebody who reports to them.';
  return null;
};

/** Requests for feedback, schema 1: the question stands; the one who is asked settles it, the one who asks takes it back. */
export const feedbackRequestPolicy: KindPolicy<FeedbackRequestRecord> = {
  create: author,
  rules: [
    settles('answeredAt', asked),
    settles('declinedAt', asked),
    settles('declineWords', asked, ''),
    settles('withdrawnAt', author),
    { path: '*', who: author, once: true },
  ],
  whole,
};

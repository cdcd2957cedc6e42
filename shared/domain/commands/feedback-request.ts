import type { ProtocolError } from '../../protocol/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { pairPlace } from './agenda.ts';
import { checkAsked, checkMember, find, type Found } from './find.ts';
import { begin, decided, edits, fault, revise } from './outcomes.ts';
import type { CommandContext, Decide } from './types.ts';

/** Asks a person for feedback about me, or about somebody who reports to me. */
export const requestFeedback: Decide<'feedback.request'> = ({ askedId, aboutId, prompt, goalId, urgent }, ctx) => {
  if (askedId === ctx.me.personId) return fault('invalid', 'Ask somebody else for feedback.', 'askedId');
  const asked = checkAsked(ctx, askedId, ctx.me.personId, 'askedId');
  if (!asked.ok) return asked;
  const about = checkMember(ctx, aboutId, 'aboutId');
  if (!about.ok) return about;
  if (prompt.trim() === '') return fault('invalid', 'Say what to look at.', 'prompt');
  if (goalId !== null) {
    const goal = find(ctx, 'objective', goalId, 'goalId');
    if (!goal.ok) return goal;
  }
  const said = edits({ askedId, aboutId, prompt, goalId: goalId ?? undefined, urgent });
  return decided([begin(ctx, 'feedback-request', pairPlace(ctx, askedId), said)]);
};

const settled = ({ value }: Found<'feedback-request'>): boolean =>
  value.answeredAt !== null || value.declinedAt !== null || value.withdrawnAt !== null;

/** The request that feedback answers, which has to be about the same person and asked of me. */
export const answeredRequest = (
  ctx: CommandContext,
  requestId: string,
  aboutId: string,
): Result<Found<'feedback-request'>, ProtocolError> => {
  const found = find(ctx, 'feedback-request', requestId, 'requestId');
  if (!found.ok) return found;
  const { askedId, aboutId: about } = found.value.value;
  if (askedId !== ctx.me.personId || about !== aboutId)
    return fault('invalid', 'This request asks something else.', 'requestId');
  return found;
};

/** Marks a request as answered, once. */
export const answerWrites = (ctx: CommandContext, found: Found<'feedback-request'>) =>
  found.value.answeredAt === null
    ? [revise('feedback-request', found.record.id, null, edits({ answeredAt: ctx.now }))]
    : [];

/** The one who was asked declines with a word, the one who asked takes it back. Doing it twice is doing it once. */
export const settleRequest: Decide<'feedback.settleRequest'> = ({ id, as, words }, ctx) => {
  const found = find(ctx, 'feedback-request', id, 'id');
  if (!found.ok) return found;
  if (settled(found.value)) return ok({ writes: [], itemIds: [], existingId: id });
  const said =
    as === 'declined'
      ? { declinedAt: ctx.now, declineWords: words === '' ? undefined : words }
      : { withdrawnAt: ctx.now };
  return decided([revise('feedback-request', id, null, edits(said))]);
};

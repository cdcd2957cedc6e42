import { feedbackReaders } from '../feedback/readers.ts';
import { answeredRequest, answerWrites } from './feedback-request.ts';
import { checkMember } from './find.ts';
import { newMentions } from './mentions.ts';
import { begin, decided, edits, fault } from './outcomes.ts';
import type { Decide, Place } from './types.ts';

/** Gives feedback, in the space of exactly the readers that its visibility names (PRODUCT, feedback). */
export const giveFeedback: Decide<'feedback.give'> = ({ aboutId, visibility, text, requestId, mentions }, ctx) => {
  if (text.trim() === '') return fault('invalid', 'Write something first.', 'text');
  const person = checkMember(ctx, aboutId, 'aboutId');
  if (!person.ok) return person;
  const asked = requestId === undefined ? undefined : answeredRequest(ctx, requestId, aboutId);
  if (asked?.ok === false) return asked;
  const managerId = ctx.members.person(aboutId)?.managerId ?? null;
  const readers = feedbackReaders({ visibility, authorId: ctx.me.personId, aboutId, managerId });
  if (!readers.ok) return fault('invalid', readers.error.sentence, 'visibility');
  const place: Place =
    readers.value.space === 'team'
      ? { space: 'team' }
      : { space: 'named', readers: readers.value.readers, purpose: 'feedback' };
  const named = newMentions(ctx, text, mentions);
  if (!named.ok) return named;
  const goalId = asked?.value.value.goalId ?? undefined;
  const said = [...edits({ aboutId, visibility, text, requestId, goalId }), ...named.value];
  const given = begin(ctx, 'feedback', place, said);
  return decided([given, ...(asked === undefined ? [] : answerWrites(ctx, asked.value))]);
};

/** Gives kudos, which the whole team reads, with the work they point to. */
export const giveKudos: Decide<'kudos.give'> = ({ toId, value, text, evidenceId, mentions }, ctx) => {
  if (text.trim() === '') return fault('invalid', 'Say what for.', 'text');
  if (toId === ctx.me.personId) return fault('invalid', 'Kudos are for somebody else.', 'toId');
  const person = checkMember(ctx, toId, 'toId');
  if (!person.ok) return person;
  if (evidenceId !== null) {
    const evidence = ctx.record(evidenceId);
    if (evidence === undefined) return fault('not-found', 'The evidence is not on this machine.', 'evidenceId');
    if (evidence.space.kind !== 'team') {
      return fault(
        'not-allowed',
        'Not everybody can read this evidence. Point to something the team can read.',
        'evidenceId',
      );
    }
  }
  const named = newMentions(ctx, text, mentions);
  if (!named.ok) return named;
  const said = [...edits({ toId, value, text, evidenceId }), ...named.value];
  return decided([begin(ctx, 'kudos', { space: 'team' }, said)]);
};

import type { FeedbackRecord } from '../../../schema/index.ts';
import { feedbackReaders } from '../../feedback/readers.ts';
import type { KindPolicy, Situation } from '../types.ts';
import { author, writer } from '../who.ts';

const sameReaders = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set([...a, ...b]).size === a.length;

const whole = (here: Situation<FeedbackRecord>): string | null => {
  const { aboutId, visibility } = here.after;
  if (aboutId === null) return 'Feedback names the person it is about.';
  const readers = feedbackReaders({
    visibility,
    authorId: here.signer.personId,
    aboutId,
    managerId: here.members.person(aboutId)?.managerId ?? null,
  });
  if (!readers.ok) return readers.error.sentence;
  const fits =
    readers.value.space === 'team'
      ? here.space.kind === 'team'
      : here.space.kind !== 'team' && sameReaders(readers.value.readers, here.space.readers);
  return fits ? null : 'The feedback lies where others than its visibility says could read it.';
};

/** Feedback, schema 1: written once, in the space of exactly the readers that its visibility names. */
export const feedbackPolicy: KindPolicy<FeedbackRecord> = {
  create: writer,
  frozen: 'Feedback is written once. Write another to add to it.',
  rules: [{ path: '*', who: author, once: true }],
  whole,
};

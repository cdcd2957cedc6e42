import { err, ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import type { Visibility } from '../../schema/index.ts';

/** Where feedback goes: to the whole team, or to a space of exactly these readers (sorted person ids). */
export type FeedbackReaders =
  { readonly space: 'team' } | { readonly space: 'named'; readonly readers: readonly string[] };

const named = (...readers: readonly string[]): Result<FeedbackReaders, never> =>
  ok({ space: 'named', readers: [...readers].sort() });

/**
 * Who can read feedback of a visibility (PRODUCT: recipient only, recipient and manager, manager only, everyone). The
 * author always can. Impossible combinations come back as a sentence for the person who chooses.
 */
export const feedbackReaders = ({
  visibility,
  authorId,
  aboutId,
  managerId,
}: {
  readonly visibility: Visibility;
  readonly authorId: string;
  readonly aboutId: string;
  /** The manager of the person it is about. */
  readonly managerId: string | null;
}): Result<FeedbackReaders, { readonly sentence: string }> => {
  if (authorId === aboutId) return err({ sentence: 'Feedback is about somebody else. Choose another person.' });
  if (visibility === 'everyone') return ok({ space: 'team' });
  if (visibility === 'recipient') return named(authorId, aboutId);
  if (managerId === null || managerId === aboutId) {
    return err({ sentence: 'This person has no manager yet. An admin can name one under People.' });
  }
  if (managerId === authorId) {
    return visibility === 'manager'
      ? err({ sentence: 'You are this person’s manager: nobody else would read it.' })
      : err({ sentence: 'You are this person’s manager already. Choose recipient only.' });
  }
  return visibility === 'manager' ? named(authorId, managerId) : named(authorId, aboutId, managerId);
};

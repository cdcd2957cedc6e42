import { feedbackReaders, standingSentences, writes } from '#shared/domain/index.ts';
import type { QueryResult, Visibility } from '#shared/protocol/index.ts';
import type { TeamView } from './context.ts';

type Choice = QueryResult<'thread'>['audiences'][number];

const visibilities: readonly Visibility[] = ['recipient', 'recipient-and-manager', 'manager', 'everyone'];

/** Who would read feedback about a person if it were written now, for each visibility; or why it cannot be. */
export const feedbackAudiences = (team: TeamView, me: string | null, aboutId: string): Choice[] => {
  const author = me === null ? undefined : team.people.get(me);
  const about = team.people.get(aboutId);
  const everybody = [...team.people.values()].filter((one) => one.state !== 'removed').map((one) => one.personId);
  return visibilities.map((visibility): Choice => {
    const no = (impossible: string): Choice => ({ visibility, readerIds: [], impossible });
    if (author === undefined || about === undefined) return no('This person is not in the team.');
    if (!writes(author)) return no(standingSentences.write);
    if (about.state === 'removed') return no('This person is no longer in the team.');
    const readers = feedbackReaders({
      visibility,
      authorId: author.personId,
      aboutId,
      managerId: about.managerId,
    });
    if (!readers.ok) return no(readers.error.sentence);
    const readerIds = readers.value.space === 'team' ? everybody.sort() : [...readers.value.readers];
    return { visibility, readerIds, impossible: null };
  });
};

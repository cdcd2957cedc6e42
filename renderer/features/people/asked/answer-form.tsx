import type { FeedbackRequestView } from '#shared/protocol/index.ts';
import { usePeopleById, useQuery } from '#renderer/state/index.ts';
import { Skeleton } from '#renderer/ui/index.ts';
import { FeedbackComposer } from '../thread/feedback-composer.tsx';

/** The answer to a request: feedback about whoever it asks about, with the readers that this person would have. */
export const AnswerForm = (props: { readonly request: FeedbackRequestView; readonly onClose: () => void }) => {
  const { request, onClose } = props;
  const about = usePeopleById().get(request.aboutId);
  const audiences = useQuery('thread', { personId: request.aboutId }).data?.audiences;
  if (about === undefined || audiences === undefined) return <Skeleton />;
  return <FeedbackComposer person={about} audiences={audiences} request={request} onClose={onClose} />;
};

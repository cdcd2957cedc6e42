import type { QueryResult } from '#shared/protocol/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { AnswerForm } from '../asked/answer-form.tsx';
import { AskFeedbackForm } from '../asked/ask-form.tsx';
import { NoteForm } from '../notes/note-form.tsx';
import { FeedbackComposer } from './feedback-composer.tsx';
import { KudosComposer } from './kudos-composer.tsx';
import type { Writing } from './writing.ts';

/** The form at the foot of a thread for what is being written there. */
export const Composer = (props: {
  readonly writing: Writing;
  readonly person: Person;
  readonly thread: QueryResult<'thread'>;
  readonly onClose: () => void;
}) => {
  const { writing, person, thread, onClose } = props;
  switch (writing.what) {
    case 'feedback':
      return <FeedbackComposer person={person} audiences={thread.audiences} onClose={onClose} />;
    case 'kudos':
      return <KudosComposer person={person} goals={thread.goals} onClose={onClose} />;
    case 'ask':
      return <AskFeedbackForm person={person} onClose={onClose} />;
    case 'note':
      return <NoteForm key={writing.note?.id ?? ''} person={person} note={writing.note} onClose={onClose} />;
    case 'answer':
      return <AnswerForm key={writing.request.id} request={writing.request} onClose={onClose} />;
  }
};

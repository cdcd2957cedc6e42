import { useText } from '#renderer/i18n/index.ts';
import { AwardIcon, Button, FeedbackIcon, LockIcon, QuestionIcon } from '#renderer/ui/index.ts';
import classes from './thread.module.css';
import type { Writing } from './writing.ts';

interface FootProps {
  /** Which part of the thread is in sight: what belongs there stands first. */
  readonly tab: string;
  readonly onAsk: () => void;
  readonly onWrite: (writing: Writing) => void;
  readonly onAward: () => void;
}

/** What can be begun with a person, each with its key: what belongs to the part in sight, and asking. */
export const ThreadFoot = (props: FootProps) => {
  const { t } = useText();
  const { tab, onAsk, onWrite, onAward } = props;
  const feedback = (
    <>
      <Button icon={FeedbackIcon} keys="f" onClick={() => onWrite({ what: 'feedback' })}>
        {t('people.thread.write')}
      </Button>
      <Button icon={FeedbackIcon} keys="r" onClick={() => onWrite({ what: 'ask' })}>
        {t('feedbackRequests.ask.act')}
      </Button>
    </>
  );
  const kudos = (
    <Button icon={AwardIcon} keys="u" onClick={() => onWrite({ what: 'kudos' })}>
      {t('people.thread.kudos')}
    </Button>
  );
  return (
    <div className={classes['foot']}>
      {tab === 'kudos' ? (
        <>
          {kudos}
          <Button icon={AwardIcon} keys="b" onClick={onAward}>
            {t('recognition.give')}
          </Button>
        </>
      ) : tab === 'notes' ? (
        <Button icon={LockIcon} keys="e" onClick={() => onWrite({ what: 'note' })}>
          {t('notes.write')}
        </Button>
      ) : (
        <>
          {feedback}
          {kudos}
        </>
      )}
      <Button icon={QuestionIcon} keys="q" onClick={onAsk}>
        {t('requests.ask.send')}
      </Button>
    </div>
  );
};

import { useText } from '#renderer/i18n/index.ts';
import { AwardIcon, Button, FeedbackIcon, QuestionIcon } from '#renderer/ui/index.ts';
import classes from './thread.module.css';
import type { Writing } from './writing.ts';

/** What can be begun with a person, each with its key. */
export const ThreadFoot = (props: { readonly onAsk: () => void; readonly onWrite: (writing: Writing) => void }) => {
  const { t } = useText();
  const { onAsk, onWrite } = props;
  return (
    <div className={classes['foot']}>
      <Button icon={FeedbackIcon} keys="f" onClick={() => onWrite({ what: 'feedback' })}>
        {t('people.thread.write')}
      </Button>
      <Button icon={AwardIcon} keys="u" onClick={() => onWrite({ what: 'kudos' })}>
        {t('people.thread.kudos')}
      </Button>
      <Button icon={QuestionIcon} keys="q" onClick={onAsk}>
        {t('requests.ask.send')}
      </Button>
      <Button icon={FeedbackIcon} keys="r" onClick={() => onWrite({ what: 'ask' })}>
        {t('feedbackRequests.ask.act')}
      </Button>
    </div>
  );
};

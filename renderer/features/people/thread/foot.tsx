import { useText } from '#renderer/i18n/index.ts';
import type { TextKey } from '#renderer/i18n/index.ts';
import {
  ActMenu,
  AwardIcon,
  Button,
  FeedbackIcon,
  IconButton,
  LockIcon,
  MoreIcon,
  QuestionIcon,
} from '#renderer/ui/index.ts';
import type { Icon } from '#renderer/ui/index.ts';
import classes from './thread.module.css';
import type { Writing } from './writing.ts';

interface Act {
  readonly label: TextKey;
  readonly icon: Icon;
  readonly keys: string;
  readonly run: () => void;
}

interface FootProps {
  /** Which part of the thread is in sight: what belongs there stands as buttons, the rest in a menu. */
  readonly tab: string;
  /** A guest is asked for nothing: they could not answer. */
  readonly guest: boolean;
  readonly onAsk: () => void;
  readonly onWrite: (writing: Writing) => void;
  readonly onAward: () => void;
}

/** What can be begun with a person, each with its key: what belongs to the part in sight, and all the rest behind it. */
export const ThreadFoot = (props: FootProps) => {
  const { t } = useText();
  const { tab, guest, onAsk, onWrite, onAward } = props;
  const acts = {
    feedback: { label: 'people.thread.write', icon: FeedbackIcon, keys: 'f', run: () => onWrite({ what: 'feedback' }) },
    ask: { label: 'feedbackRequests.ask.act', icon: FeedbackIcon, keys: 'r', run: () => onWrite({ what: 'ask' }) },
    kudos: { label: 'people.thread.kudos', icon: AwardIcon, keys: 'u', run: () => onWrite({ what: 'kudos' }) },
    badge: { label: 'recognition.give', icon: AwardIcon, keys: 'b', run: onAward },
    question: { label: 'requests.ask.act', icon: QuestionIcon, keys: 'q', run: onAsk },
    note: { label: 'notes.write', icon: LockIcon, keys: 'e', run: () => onWrite({ what: 'note' }) },
  } as const satisfies Readonly<Record<string, Act>>;
  type Name = keyof typeof acts;
  const shown: Readonly<Record<string, readonly Name[]>> = {
    agenda: ['question'],
    feedback: ['feedback', 'ask'],
    kudos: ['kudos', 'badge'],
    notes: ['note'],
  };
  const fits = (name: Name): boolean => !guest || (name !== 'ask' && name !== 'question');
  const first = (shown[tab] ?? (['feedback', 'kudos'] as const)).filter(fits);
  const rest = (Object.keys(acts) as readonly Name[]).filter((name) => fits(name) && !first.includes(name));
  return (
    <div className={classes['foot']}>
      {first.map((name) => {
        const act: Act = acts[name];
        return (
          <Button key={name} size="xs" keys={act.keys} onClick={act.run}>
            {t(act.label)}
          </Button>
        );
      })}
      <ActMenu
        position="top-end"
        target={
          <IconButton icon={MoreIcon} size="xs" label={t('people.thread.moreActs')} className={classes['moreActs']} />
        }
        sections={[
          {
            acts: rest.map((name) => {
              const { label, ...act }: Act = acts[name];
              return { ...act, label: t(label) };
            }),
          },
        ]}
      />
    </div>
  );
};

import { useRef } from 'react';
import type { BlockerView, CheckInView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import {
  ComposerField,
  PlaceLink,
  useCommand,
  useDraft,
  useMentions,
  usePeopleById,
  usePersonName,
  useSession,
} from '#renderer/state/index.ts';
import {
  Avatar,
  Button,
  CheckIcon,
  Chip,
  NormClock,
  SectionHead,
  Words,
  keepKeys,
  useKeys,
  useTime,
} from '#renderer/ui/index.ts';
import classes from './read.module.css';

type Asked = NonNullable<BlockerView['request']>;

/** How the one who was asked, or the one who is blocked, says that it is solved; with words or without. */
const Solve = (props: {
  readonly asked: Asked;
  readonly first: boolean;
  readonly audience: CheckInView['audience'];
}) => {
  const { t } = useText();
  const { asked, first } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(`request/${asked.id}`);
  const answer = useCommand('request.answer');
  const mentions = useMentions();
  useKeys(first ? [{ keys: 'r', label: t('checkIn.blocked.answer'), run: () => field.current?.focus() }] : []);
  const send = async (): Promise<void> => {
    const { ready, value } = draft;
    if (!ready || answer.busy) return;
    const done = await answer.run(
      { id: asked.id, base: [...asked.heads], text: value, mentions: mentions(value) },
      { quiet: true, done: t('checkIn.blocked.solvedHere') },
    );
    if (done.ok) draft.clear(value);
  };
  return (
    <form
      className={classes['solve']}
      onKeyDown={keepKeys}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ComposerField
        ref={field}
        audience={props.audience}
        minRows={1}
        aria-label={t('checkIn.blocked.answer')}
        placeholder={t('checkIn.blocked.answerExample')}
        value={draft.value}
        error={answer.error?.sentence ?? null}
        onText={draft.set}
        onSubmit={() => void send()}
      />
      <Button type="submit" size="xs" icon={CheckIcon} keys={first ? 'r' : undefined} busy={answer.busy}>
        {t(draft.value.trim() === '' ? 'checkIn.blocked.solved' : 'checkIn.blocked.answerAct')}
      </Button>
    </form>
  );
};

const Standing = (props: { readonly blocker: BlockerView; readonly asked: Asked; readonly mine: boolean }) => {
  const { t } = useText();
  const { when } = useTime();
  const people = usePeopleById();
  const reopen = useCommand('request.reopen');
  const { blocker, asked, mine } = props;
  const recipient = people.get(blocker.waitsForId);
  if (asked.state === 'open')
    return <NormClock norm={asked.norm} recipient={recipient === undefined || recipient.me ? null : recipient} />;
  return (
    <span className={classes['seen']}>
      <CheckIcon size={14} stroke={1.9} aria-hidden />
      {t(`checkIn.blocked.states.${asked.state}`, { when: asked.closedAt === null ? '' : when(asked.closedAt) })}
      {mine && (
        <Button
          size="xs"
          tone="quiet"
          busy={reopen.busy}
          onClick={() => {
            void reopen.run({ id: asked.id, base: [...asked.heads] }, { done: t('checkIn.blocked.stillHere') });
          }}
        >
          {t('checkIn.blocked.still')}
        </Button>
      )}
    </span>
  );
};

const Said = (props: {
  readonly blocker: BlockerView;
  readonly authorId: string;
  readonly audience: CheckInView['audience'];
  readonly first: boolean;
}) => {
  const { t } = useText();
  const nameOf = usePersonName();
  const me = useSession()?.me;
  const { blocker, authorId, first } = props;
  const { request: asked } = blocker;
  const mine = me?.id === authorId;
  return (
    <li className={classes['blocker']}>
      <span className={classes['who']}>
        <span className={classes['quiet']}>{t('checkIn.blocked.waitsFor')}</span>
        <Avatar person={{ id: blocker.waitsForId, name: nameOf(blocker.waitsForId) }} size="sm" />
        <b>{nameOf(blocker.waitsForId)}</b>
        {blocker.urgent && <Chip>{t('checkIn.read.urgent')}</Chip>}
        {asked !== null && (
          <PlaceLink place="requests" id={asked.id} className={classes['open']}>
            {t('checkIn.blocked.open')}
          </PlaceLink>
        )}
      </span>
      <Words size="sm">{blocker.text}</Words>
      {asked?.answers.map((answer) => (
        <div key={`${answer.byId ?? ''}/${String(answer.at)}`} className={classes['answer']}>
          <Avatar person={{ id: answer.byId ?? blocker.id, name: nameOf(answer.byId) }} size="sm" />
          <Words size="sm" mentions={answer.mentions}>
            {answer.text}
          </Words>
        </div>
      ))}
      {asked !== null && <Standing blocker={blocker} asked={asked} mine={mine} />}
      {asked?.state === 'open' && (mine || me?.id === blocker.waitsForId) && (
        <Solve asked={asked} first={first} audience={props.audience} />
      )}
    </li>
  );
};

/** What was in the way, who was asked, the clock that both see, and how it was solved. */
export const BlockersSaid = (props: {
  readonly checkIn: Pick<CheckInView, 'blockers' | 'personId' | 'audience'>;
  /** Another check-in of the view has the key of the first answer. */
  readonly keyless?: boolean;
}) => {
  const { t } = useText();
  const me = useSession()?.me;
  const { blockers, personId, audience } = props.checkIn;
  if (blockers.length === 0) return null;
  const first = blockers.find(
    ({ request, waitsForId }) => request?.state === 'open' && (me?.id === personId || me?.id === waitsForId),
  );
  return (
    <section>
      <SectionHead title={t('checkIn.blocked.title')} level={3} />
      <ul className={classes['plans']}>
        {blockers.map((blocker) => (
          <Said
            key={blocker.id}
            blocker={blocker}
            authorId={personId}
            audience={audience}
            first={props.keyless !== true && blocker === first}
          />
        ))}
      </ul>
    </section>
  );
};

import { useState } from 'react';
import type { FeedbackRequestView, QueryResult, Visibility } from '#shared/protocol/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import { ComposerField, useAudience, useCommand, useDraft, useMentions, usePersonName } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { AudienceBar, Banner, Button, SubmitForm, Words, classNames } from '#renderer/ui/index.ts';
import classes from './thread.module.css';

type Audiences = QueryResult<'thread'>['audiences'];

interface ReadersProps {
  readonly firstName: string;
  readonly audiences: Audiences;
  readonly chosen: Visibility | null;
  readonly onChoose: (visibility: Visibility) => void;
}

/** Who may read it, chosen before writing. What is not possible says why. */
const Readers = (props: ReadersProps) => {
  const said = useSaid();
  const { t } = useText();
  return (
    <fieldset className={classes['readers']}>
      <legend>
        {t('people.feedback.who')} <span className={classes['hint']}>{t('people.feedback.whoHint')}</span>
      </legend>
      {props.audiences.map((audience, index) => {
        const off = audience.impossible !== null;
        return (
          <label key={audience.visibility} className={classNames(classes['reader'], off && classes['off'])}>
            <input
              type="radio"
              name="visibility"
              value={audience.visibility}
              checked={props.chosen === audience.visibility}
              disabled={off}
              autoFocus={index === 0}
              onChange={() => {
                props.onChoose(audience.visibility);
              }}
            />
            <span>{t(`people.feedback.visibility.${audience.visibility}`, { name: props.firstName })}</span>
            {audience.impossible !== null && <span className={classes['why']}>{said(audience.impossible)}</span>}
          </label>
        );
      })}
    </fieldset>
  );
};

/** What is asked, beside the answer; and that whoever asked may be no reader of it. */
const Asked = (props: { readonly request: FeedbackRequestView; readonly readers: readonly string[] | null }) => {
  const { t } = useText();
  const nameOf = usePersonName();
  const { request, readers } = props;
  const unread = readers !== null && request.fromId !== null && !readers.includes(request.fromId);
  return (
    <>
      <div className={classes['quote']}>
        <Words size="sm" quiet>
          {request.prompt}
        </Words>
        {request.goal !== null && (
          <p className={classes['line']}>{t('feedbackRequests.onGoal', { title: request.goal.title })}</p>
        )}
      </div>
      {unread && (
        <p className={classes['hint']} role="status">
          {t('feedbackRequests.notTheirs', { name: nameOf(request.fromId).split(/\s+/u)[0] ?? '' })}
        </p>
      )}
    </>
  );
};

export interface FeedbackComposerProps {
  readonly person: Person;
  readonly audiences: Audiences;
  /** The request that it answers. */
  readonly request?: FeedbackRequestView | undefined;
  readonly onClose: () => void;
}

/** Writes feedback: readers first, then the text with its readers above it, then the act that repeats their number. */
export const FeedbackComposer = (props: FeedbackComposerProps) => {
  const { t } = useText();
  const { person, audiences, request } = props;
  const [chosen, setChosen] = useState<Visibility | null>(null);
  const draft = useDraft(`feedback/${request?.id ?? person.id}`);
  const give = useCommand('feedback.give');
  const audienceOf = useAudience();
  const mentionsOf = useMentions();
  const audience = audiences.find((candidate) => candidate.visibility === chosen);
  const firstName = person.name.split(/\s+/u)[0] ?? person.name;

  const submit = async (): Promise<void> => {
    const { ready, value } = draft;
    if (!ready || chosen === null || value.trim() === '' || give.busy) return;
    const result = await give.run(
      {
        aboutId: person.id,
        visibility: chosen,
        text: value,
        ...(request === undefined ? {} : { requestId: request.id }),
        mentions: mentionsOf(value),
      },
      { quiet: true, done: t('people.feedback.sent') },
    );
    if (result.ok && draft.clear(value) === '') props.onClose();
  };

  // The author is among the readers; "send to" counts the others.
  const others =
    audience === undefined
      ? 0
      : audienceOf({ kind: 'named', readerIds: audience.readerIds }).readers.filter((reader) => !reader.me).length;
  const sendWords =
    chosen === 'everyone' || audience === undefined
      ? t('people.feedback.sendEveryone')
      : t('people.feedback.send', { count: others });

  return (
    <SubmitForm
      className={classes['composer']}
      label={t('people.feedback.title', { name: person.name })}
      busy={give.busy}
      onSubmit={() => void submit()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <h3>{t('people.feedback.title', { name: person.name })}</h3>
      {request !== undefined && <Asked request={request} readers={audience?.readerIds ?? null} />}
      <Readers firstName={firstName} audiences={audiences} chosen={chosen} onChoose={setChosen} />
      {audience !== undefined && (
        <>
          <AudienceBar
            future
            id="feedback-readers"
            {...audienceOf({ kind: chosen === 'everyone' ? 'team' : 'named', readerIds: audience.readerIds })}
          />
          <ComposerField
            audience={{ kind: chosen === 'everyone' ? 'team' : 'named', readerIds: audience.readerIds }}
            aria-label={t('people.feedback.text')}
            aria-describedby="feedback-readers"
            placeholder={t('people.feedback.placeholder')}
            value={draft.value}
            onText={draft.set}
            onSubmit={() => void submit()}
            error={give.error?.sentence ?? null}
            autoFocus
          />
          <p className={classes['hint']}>{t('people.feedback.signed')}</p>
        </>
      )}
      <div className={classes['acts']}>
        <span className={classes['hint']} role="status">
          {draft.saved && draft.value !== '' ? t('people.feedback.kept') : ''}
        </span>
        <Button tone="quiet" size="xs" keys="escape" onClick={props.onClose}>
          {t('people.feedback.cancel')}
        </Button>
        {audience !== undefined && (
          <Button
            tone="primary"
            size="xs"
            type="submit"
            keys="mod+enter"
            busy={give.busy}
            disabled={draft.value.trim() === ''}
          >
            {sendWords}
          </Button>
        )}
      </div>
      {audiences.length === 0 && <Banner>{t('people.feedback.chooseFirst')}</Banner>}
    </SubmitForm>
  );
};

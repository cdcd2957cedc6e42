import { useRef, useState, type ReactNode } from 'react';
import type { RequestView } from '#shared/protocol/index.ts';
import { useSaidTitle, useText } from '#renderer/i18n/index.ts';
import {
  ComposerField,
  FieldConflicts,
  PlaceLink,
  RecordActs,
  placeOfKind,
  useAudience,
  useCommand,
  useDraft,
  useGo,
  useMentions,
  usePeopleById,
  usePersonName,
  useQuery,
} from '#renderer/state/index.ts';
import {
  AudienceBar,
  Avatar,
  Button,
  EmptyState,
  NormClock,
  Skeleton,
  Words,
  useKeys,
  useTime,
} from '#renderer/ui/index.ts';
import type { FieldValue } from '#renderer/ui/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { HandOnDialog } from './hand-on-dialog.tsx';
import classes from './requests.module.css';

/** Where an answer or comment is written; beside its buttons, what else can be done. */
const Answer = (props: {
  readonly request: RequestView;
  readonly field: React.RefObject<HTMLTextAreaElement | null>;
  readonly children: ReactNode;
}) => {
  const { t } = useText();
  const audienceOf = useAudience();
  const { request, field } = props;
  const draft = useDraft(`request/${request.id}`);
  const answer = useCommand('request.answer');
  const comment = useCommand('comment.add');
  const mentionsOf = useMentions();
  const waits = request.state === 'open';
  const busy = answer.busy || comment.busy;
  const send = async (settles: boolean): Promise<void> => {
    const { ready, value } = draft;
    if (!ready || busy || (!settles && value.trim() === '')) return;
    const mentions = mentionsOf(value);
    const done = settles
      ? await answer.run(
          { id: request.id, base: [...request.heads], text: value, mentions },
          { quiet: true, done: t('requests.said.answered') },
        )
      : await comment.run({ targetId: request.id, text: value, mentions }, { quiet: true });
    if (done.ok) draft.clear(value);
  };
  const empty = draft.value.trim() === '';
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void send(waits);
      }}
    >
      <AudienceBar future id="answer-readers" {...audienceOf(request.audience)} />
      <ComposerField
        ref={field}
        audience={request.audience}
        minRows={3}
        aria-label={t('requests.answer.label')}
        aria-describedby="answer-readers"
        placeholder={t('requests.answer.example')}
        value={draft.value}
        error={answer.error?.sentence ?? comment.error?.sentence ?? null}
        onText={draft.set}
        onSubmit={() => void send(waits)}
      />
      <span className={classes['acts']}>
        {waits ? (
          <>
            <Button type="submit" size="xs" tone="primary" keys="mod+enter" busy={busy}>
              {t(empty ? 'requests.acts.mark' : 'requests.acts.answer')}
            </Button>
            <Button size="xs" disabled={empty} onClick={() => void send(false)}>
              {t('requests.acts.comment')}
            </Button>
          </>
        ) : (
          <Button type="submit" size="xs" keys="mod+enter" busy={busy} disabled={empty}>
            {t('requests.acts.comment')}
          </Button>
        )}
        {props.children}
      </span>
    </form>
  );
};

/** One question: where it stands, its clock, what was answered, and what can be done. */
export const RequestDetail = (props: { readonly id: string }) => {
  const said = useSaidTitle();
  const { t } = useText();
  const { when } = useTime();
  const go = useGo();
  const people = usePeopleById();
  const nameOf = usePersonName();
  const withdraw = useCommand('request.withdraw');
  const reopen = useCommand('request.reopen');
  const { data } = useQuery('request', { id: props.id });
  const [handing, setHanding] = useState(false);
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const request = data?.request ?? null;
  const mine = request !== null && people.get(request.fromId)?.me === true;
  const forMe = request !== null && people.get(request.toId)?.me === true;
  const open = request?.state === 'open';
  const writtenByMe = request !== null && people.get(request.authorId ?? '')?.me === true;
  const author = mine && writtenByMe;
  const run = (command: typeof withdraw | typeof reopen, done: string): void => {
    if (request !== null) void command.run({ id: request.id, base: [...request.heads] }, { done });
  };
  const takeBack = (): void => run(withdraw, t('requests.said.withdrawn'));
  const again = (): void => run(reopen, t('requests.said.reopened'));
  useKeys([
    { keys: 'r', label: t('requests.keys.answer'), run: () => field.current?.focus() },
    ...(open && (mine || forMe) ? [{ keys: 'h', label: t('requests.acts.handOn'), run: () => setHanding(true) }] : []),
    ...(open && author ? [{ keys: 'e', label: t('requests.acts.edit'), run: () => setEditing(true) }] : []),
    ...(open && mine ? [{ keys: 'w', label: t('requests.acts.withdraw'), run: takeBack }] : []),
    ...(!open && mine ? [{ keys: 'o', label: t('requests.acts.reopen'), run: again }] : []),
  ]);
  if (data === undefined) return <Skeleton rows={6} />;
  if (request === null) return <EmptyState title={t('requests.missing')} />;
  const recipient = forMe ? null : (people.get(request.toId) ?? null);
  const values = { from: nameOf(request.fromId), to: nameOf(request.toId), when: when(request.askedAt) };
  const sayConflict = (field: string, value: FieldValue): string | undefined =>
    field === 'state' && (value === 'open' || value === 'answered' || value === 'withdrawn' || value === 'handed-on')
      ? t(`requests.states.${value}`)
      : undefined;
  const refusalOf = (path: string): string | null => {
    const may = path === 'state' ? mine || forMe : path === 'urgent' ? mine : writtenByMe;
    const byId = path === 'state' || path === 'urgent' ? request.fromId : request.authorId;
    return may ? null : t('goals.comments.onlyAuthor', { name: nameOf(byId) });
  };
  return (
    <article className={classes['detail']}>
      <div className={classes['head']}>
        <h2 dir="auto" tabIndex={-1}>
          {request.question}
        </h2>
        <RecordActs
          recordId={request.id}
          kind="request"
          authorId={request.authorId}
          teamReads={request.audience.kind === 'team'}
        />
      </div>
      <p className={classes['facts']}>
        <Avatar person={{ id: request.fromId, name: values.from }} size="sm" />
        {t(mine ? 'requests.youAsked' : forMe ? 'requests.askedYou' : 'requests.asked', values)}
        {request.handedById !== null && <span>{t('requests.handedBy', { name: nameOf(request.handedById) })}</span>}
      </p>
      {open ? (
        <NormClock norm={request.norm} recipient={recipient} />
      ) : (
        <p className={classes['quiet']}>
          {t(`requests.states.${request.state}`)}
          {request.closedAt !== null && `, ${when(request.closedAt)}`}
        </p>
      )}
      <FieldConflicts
        kind="request"
        recordId={request.id}
        heads={request.heads}
        conflicts={request.conflicts}
        sayOwn={sayConflict}
        refusalOf={refusalOf}
      />
      {request.target !== null && (
        <PlaceLink place={placeOfKind(request.target.kind)} id={request.target.id}>
          {t('requests.about', { title: said(request.target.title) })}
        </PlaceLink>
      )}
      {request.text !== '' && <Words>{request.text}</Words>}
      {data.turns.length > 1 && (
        <ol className={classes['turns']} aria-label={t('requests.turns')}>
          {data.turns.map((turn) => (
            <li key={`${turn.toId}/${String(turn.at)}`}>
              {t('requests.turn', { name: nameOf(turn.toId), when: when(turn.at) })}
            </li>
          ))}
        </ol>
      )}
      {data.answers.length > 0 && (
        <ul className={classes['answers']} aria-label={t('requests.answers')}>
          {data.answers.map((answer) => (
            <li key={answer.id}>
              <p className={classes['facts']}>
                <Avatar person={{ id: answer.byId ?? answer.id, name: nameOf(answer.byId) }} size="sm" />
                <b>{nameOf(answer.byId)}</b>
                <span>{when(answer.at)}</span>
              </p>
              <Words size="sm" mentions={answer.mentions}>
                {answer.text}
              </Words>
            </li>
          ))}
        </ul>
      )}
      <Answer key={request.id} request={request} field={field}>
        {(mine || forMe) && (
          <>
            {open && (
              <Button size="xs" keys="h" onClick={() => setHanding(true)}>
                {t('requests.acts.handOn')}
              </Button>
            )}
            {open && author && (
              <Button size="xs" keys="e" onClick={() => setEditing(true)}>
                {t('requests.acts.edit')}
              </Button>
            )}
            {open && mine && (
              <Button size="xs" keys="w" busy={withdraw.busy} onClick={takeBack}>
                {t('requests.acts.withdraw')}
              </Button>
            )}
            {!open && mine && (
              <Button size="xs" keys="o" busy={reopen.busy} onClick={again}>
                {t('requests.acts.reopen')}
              </Button>
            )}
          </>
        )}
      </Answer>
      {editing && (
        <EditDialog request={request} onClose={() => setEditing(false)} onChanged={(id) => go('requests', id)} />
      )}
      {handing && (
        <HandOnDialog request={request} onClose={() => setHanding(false)} onHanded={(id) => go('requests', id)} />
      )}
    </article>
  );
};

import { useRef } from 'react';
import { mayAcknowledge } from '#shared/domain/index.ts';
import type { CheckInView } from '#shared/protocol/index.ts';
import { isolate, useText } from '#renderer/i18n/index.ts';
import {
  PlaceLink,
  RecordActs,
  useAudience,
  useCommand,
  usePeopleById,
  usePersonName,
  useSession,
} from '#renderer/state/index.ts';
import {
  AudienceTag,
  Avatar,
  Button,
  CheckIcon,
  PeopleIcon,
  SectionHead,
  Words,
  isoWeekWords,
  useKeys,
  useTime,
} from '#renderer/ui/index.ts';
import { BlockersSaid } from './blockers-said.tsx';
import { GoalsSaid, PlansSaid } from './said.tsx';
import { useAddToAgenda } from './add-to-agenda.ts';
import { Comments } from './comments.tsx';
import classes from './read.module.css';

/** Whether this reader may acknowledge the check-in and has not yet. */
const useMayAcknowledge = (checkIn: CheckInView): boolean => {
  const me = useSession()?.me;
  const people = usePeopleById();
  if (me === null || me === undefined) return false;
  const may = mayAcknowledge(
    {
      me: { personId: me.id, role: me.role, state: me.state },
      members: { person: (id) => people.get(id) },
    },
    checkIn.personId,
  );
  return may.ok && !checkIn.acknowledgements.some((one) => one.byId === me.id);
};

const Acknowledgements = (props: { readonly checkIn: CheckInView }) => {
  const { t } = useText();
  const { when } = useTime();
  const nameOf = usePersonName();
  const people = usePeopleById();
  const { acknowledgements } = props.checkIn;
  if (acknowledgements.length === 0) return <span>{t('checkIn.read.notYet')}</span>;
  return acknowledgements.map((one) => (
    <span key={`${one.byId ?? ''}${String(one.at)}`} className={classes['seen']}>
      <CheckIcon size={14} stroke={1.9} aria-hidden />
      {t('checkIn.read.acknowledgedBy', {
        name: one.byId !== null && people.get(one.byId)?.me === true ? t('checkIn.read.you') : nameOf(one.byId),
        when: when(one.at),
      })}
    </span>
  ));
};

/** One sent check-in: what was said, who acknowledged it, and the comments under it. */
export const CheckInDetail = (props: {
  readonly checkIn: CheckInView;
  readonly own?: boolean;
  /** After it was acknowledged or commented on. */
  readonly onDone?: (() => void) | undefined;
}) => {
  const { t, language } = useText();
  const { checkIn, own = false, onDone } = props;
  const { when } = useTime();
  const nameOf = usePersonName();
  const audienceOf = useAudience();
  const may = useMayAcknowledge(checkIn);
  const acknowledge = useCommand('checkIn.acknowledge');
  const composer = useRef<HTMLTextAreaElement>(null);
  const talk = useAddToAgenda(checkIn);
  const act = async (): Promise<void> => {
    if (acknowledge.busy) return;
    const done = await acknowledge.run({ checkInId: checkIn.id }, { done: t('checkIn.read.acknowledgedHere') });
    if (done.ok) onDone?.();
  };
  useKeys([
    ...(may ? [{ keys: 'a', label: t('checkIn.read.acknowledge'), run: () => void act() }] : []),
    ...(talk === null ? [] : [{ keys: '1', label: t('oneOnOne.send'), run: talk.add }]),
    { keys: 'c', label: t('checkIn.comments.write'), run: () => composer.current?.focus() },
  ]);
  const name = nameOf(checkIn.personId);
  return (
    <article
      className={classes['detail']}
      aria-label={t('checkIn.read.label', { name, week: isoWeekWords(checkIn.week, t) })}
    >
      <header className={classes['head']}>
        <Avatar person={{ id: checkIn.personId, name }} size="lg" />
        <div>
          <h2>{own ? t('checkIn.read.sentTitle') : name}</h2>
          <p>{t('checkIn.read.sent', { week: isoWeekWords(checkIn.week, t), when: when(checkIn.submittedAt) })}</p>
        </div>
        {may && (
          <Button tone="primary" size="xs" icon={CheckIcon} keys="a" busy={acknowledge.busy} onClick={() => void act()}>
            {t('checkIn.read.acknowledge')}
          </Button>
        )}
        {talk !== null && (
          <Button size="xs" icon={PeopleIcon} keys="1" busy={talk.busy} onClick={talk.add}>
            {t('oneOnOne.send')}
          </Button>
        )}
        <RecordActs recordId={checkIn.id} kind="check-in" authorId={checkIn.personId} teamReads />
      </header>
      <div className={classes['facts']}>
        <AudienceTag {...audienceOf(checkIn.audience)} />
        <Acknowledgements checkIn={checkIn} />
        <PlaceLink place="trust" id={checkIn.id}>
          {t('checkIn.read.history')}
        </PlaceLink>
      </div>
      {checkIn.nothingChanged && <p className={classes['unchanged']}>{t('checkIn.read.nothingChangedLong')}</p>}
      {checkIn.skipped && (
        <p className={classes['unchanged']} dir="auto">
          {checkIn.skipReason === ''
            ? t('checkIn.read.skipped')
            : t('checkIn.read.skippedWhy', { reason: checkIn.skipReason })}
        </p>
      )}
      <BlockersSaid checkIn={checkIn} />
      <GoalsSaid checkIn={checkIn} />
      <PlansSaid title={t('checkIn.last.title')} plans={checkIn.lastPlans} checkIn={checkIn} outcomes />
      <PlansSaid title={t('checkIn.read.plans')} plans={checkIn.plans} checkIn={checkIn} />
      {checkIn.answer.trim() !== '' && (
        <section>
          <SectionHead
            title={checkIn.question === '' ? t('checkIn.question.title') : isolate(checkIn.question, language)}
            level={3}
          />
          <Words>{checkIn.answer}</Words>
        </section>
      )}
      {checkIn.pulse !== null && (
        <section>
          <SectionHead title={t('checkIn.pulse.title')} level={3} note={t('checkIn.pulse.sharedHere')} />
          <p>{t('checkIn.pulse.said', { value: checkIn.pulse })}</p>
        </section>
      )}
      <Comments checkIn={checkIn} composer={composer} onSent={onDone} />
    </article>
  );
};

import type { ReactNode } from 'react';
import type { ObjectiveView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, useSession } from '#renderer/state/index.ts';
import { Button, CheckIcon, FlagIcon, SectionHead, Words, useTime } from '#renderer/ui/index.ts';
import { PersonFact } from '../detail/person-fact.tsx';
import classes from './card.module.css';

const Fact = (props: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{props.label}</dt>
    <dd>{props.children}</dd>
  </div>
);

/** What was agreed: who, until when, what is there then, when it counts as done, and who accepts it. */
export const ExpectationCard = (props: { readonly objective: ObjectiveView; readonly onEdit: (() => void) | null }) => {
  const { t } = useText();
  const { when, calendarDate } = useTime();
  const me = useSession()?.me ?? null;
  const accept = useCommand('objective.accept');
  const { objective } = props;
  const { due, deliverable, doneMeans, acceptedById, acceptedAt } = objective;
  const empty = due === null && deliverable === '' && doneMeans === '' && acceptedById === null;
  const mayAccept = acceptedById !== null && me?.id === acceptedById && objective.readOnlyReason === null;
  const unsaid = <span className={classes['unsaid']}>{t('goals.card.unsaid')}</span>;
  return (
    <section aria-labelledby="goal-card" className={classes['section']}>
      <SectionHead
        id="goal-card"
        level={3}
        title={t('goals.card.title')}
        note={acceptedAt === null ? undefined : t('goals.card.acceptedAt', { when: when(acceptedAt) })}
      />
      {empty ? (
        <p className={classes['none']}>
          {t('goals.card.none')}{' '}
          {props.onEdit !== null && (
            <Button size="xs" icon={FlagIcon} onClick={props.onEdit}>
              {t('goals.card.write')}
            </Button>
          )}
        </p>
      ) : (
        <dl className={classes['card']}>
          <Fact label={t('goals.field.owner')}>
            <PersonFact id={objective.ownerId} />
          </Fact>
          <Fact label={t('goals.field.due')}>{due === null ? unsaid : calendarDate(due)}</Fact>
          <Fact label={t('goals.field.deliverable')}>{deliverable === '' ? unsaid : deliverable}</Fact>
          <Fact label={t('goals.field.doneMeans')}>
            {doneMeans === '' ? unsaid : <Words size="sm">{doneMeans}</Words>}
          </Fact>
          <Fact label={t('goals.field.acceptedBy')}>
            {acceptedById === null ? unsaid : <PersonFact id={acceptedById} />}
          </Fact>
        </dl>
      )}
      {mayAccept && (
        <Button
          size="xs"
          icon={CheckIcon}
          busy={accept.busy}
          onClick={() =>
            void accept.run(
              { id: objective.id, base: [...objective.heads], accepted: acceptedAt === null },
              { done: t(acceptedAt === null ? 'goals.card.accepted' : 'goals.card.takenBack') },
            )
          }
        >
          {t(acceptedAt === null ? 'goals.card.accept' : 'goals.card.takeBack')}
        </Button>
      )}
    </section>
  );
};

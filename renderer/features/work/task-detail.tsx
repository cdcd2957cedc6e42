import type { ReactNode } from 'react';
import { standingSentences } from '#shared/domain/index.ts';
import { useSaid, useText } from '#renderer/i18n/index.ts';
import {
  FieldConflicts,
  MilestoneAwards,
  PlaceLink,
  useAsking,
  useAudience,
  usePersonName,
  useQuery,
} from '#renderer/state/index.ts';
import {
  ArrowIcon,
  AudienceTag,
  Avatar,
  Banner,
  Button,
  CalendarIcon,
  CheckIcon,
  CloseIcon,
  EditIcon,
  EmptyState,
  FlagIcon,
  HistoryIcon,
  LockIcon,
  QuestionIcon,
  Skeleton,
  Words,
  useTime,
} from '#renderer/ui/index.ts';
import type { FieldValue } from '#renderer/ui/index.ts';
import { DueWords } from './task-line.tsx';
import { weekNumber, type TaskActs } from './use-tasks.ts';
import classes from './work.module.css';

const Fact = (props: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{props.label}</dt>
    <dd>{props.children}</dd>
  </div>
);

export interface TaskPanelProps {
  readonly id: string;
  readonly week: string;
  readonly acts: TaskActs;
  readonly onEdit: () => void;
}

/** One task with its expectation card and what can be done with it. */
export const TaskPanel = ({ id, week, acts, onEdit }: TaskPanelProps) => {
  const { t } = useText();
  const said = useSaid();
  const { calendarDate, when } = useTime();
  const nameOf = usePersonName();
  const audienceOf = useAudience();
  const { ask } = useAsking();
  const { data, status } = useQuery('task', { id });
  const task = data?.task ?? null;
  if (status === 'loading') return <Skeleton rows={6} />;
  if (task === null) return <EmptyState title={t('work.detail.missing')} />;
  const person = (personId: string | null): ReactNode =>
    personId === null ? (
      <span className={classes['quiet']}>{t('work.detail.unsaid')}</span>
    ) : (
      <span className={classes['person']}>
        <Avatar person={{ id: personId, name: nameOf(personId) }} size="sm" />
        {nameOf(personId)}
      </span>
    );
  const open = task.state === 'open';
  const sayConflict = (field: string, value: FieldValue): string | undefined => {
    if (value === 'open' || value === 'done' || value === 'carried' || value === 'dropped') {
      return field === 'state' || field === 'outcome' ? t(`work.line.outcomes.${value}`) : undefined;
    }
    if (field === 'due') return calendarDate(String(value));
    if (field !== 'keyResultId') return undefined;
    return value === task.keyResult?.id ? task.keyResult.title : t('goals.conflict.otherGoal');
  };
  return (
    <article className={classes['detail']}>
      <h2 tabIndex={-1} dir="auto" data-task-title>
        {task.milestone && <FlagIcon size={20} stroke={1.75} aria-label={t('work.line.milestone')} />}
        {task.title}
      </h2>
      <p className={classes['headFacts']}>
        <AudienceTag {...audienceOf(task.audience)} />
        {task.doneAt !== null && <span>{t('work.detail.done', { when: when(task.doneAt) })}</span>}
        {task.acceptedAt !== null && <span>{t('work.detail.acceptedAt', { when: when(task.acceptedAt) })}</span>}
      </p>
      {task.readOnlyReason !== null && <Banner icon={LockIcon}>{said(task.readOnlyReason)}</Banner>}
      <div className={classes['acts']}>
        {task.mayAccept && (
          <Button size="xs" tone="primary" icon={CheckIcon} keys="a" onClick={() => acts.accept(task)}>
            {t('work.acts.accept')}
          </Button>
        )}
        <Button size="xs" icon={CheckIcon} keys="x" disabled={!task.mayEdit} onClick={() => acts.toggle(task)}>
          {t(task.state === 'done' ? 'work.acts.reopen' : 'work.acts.done')}
        </Button>
        {open && !task.milestone && task.week !== week && (
          <Button size="xs" icon={CalendarIcon} keys="w" disabled={!task.mayEdit} onClick={() => acts.plan(task)}>
            {t('work.acts.plan')}
          </Button>
        )}
        {open && !task.milestone && task.week === week && (
          <Button size="xs" icon={ArrowIcon} keys=">" disabled={!task.mayEdit} onClick={() => acts.carry(task)}>
            {t('work.acts.carry')}
          </Button>
        )}
        {open && (
          <Button size="xs" icon={CloseIcon} keys="d" disabled={!task.mayEdit} onClick={() => acts.drop(task)}>
            {t('work.acts.drop')}
          </Button>
        )}
        <Button size="xs" icon={EditIcon} keys="e" disabled={!task.mayEdit} onClick={onEdit}>
          {t('work.acts.edit')}
        </Button>
        <Button
          size="xs"
          icon={QuestionIcon}
          onClick={() => ask({ toId: task.ownerId ?? undefined, target: { id: task.id, title: task.title } })}
        >
          {t('requests.ask.about')}
        </Button>
      </div>
      {!task.mayEdit && <p className={classes['quiet']}>{said(standingSentences.editTask)}</p>}
      <FieldConflicts
        kind="task"
        recordId={task.id}
        heads={task.heads}
        conflicts={task.conflictList}
        sayOwn={sayConflict}
        refusalOf={() => (task.mayEdit ? null : said(standingSentences.editTask))}
      />
      <dl className={classes['card']}>
        <Fact label={t('work.detail.owner')}>{person(task.ownerId)}</Fact>
        <Fact label={t('work.detail.due')}>
          {task.due === null ? (
            <span className={classes['quiet']}>{t('work.detail.noDue')}</span>
          ) : task.overdue ? (
            <DueWords task={task} />
          ) : (
            calendarDate(task.due)
          )}
        </Fact>
        <Fact label={t('work.detail.keyResult')}>
          {task.keyResult === null ? (
            <span className={classes['quiet']}>{t('work.form.noKeyResult')}</span>
          ) : (
            <PlaceLink place="goals" id={task.keyResult.id}>
              {task.keyResult.title}
            </PlaceLink>
          )}
        </Fact>
        <Fact label={t('work.detail.deliverable')}>
          {task.deliverable === '' ? (
            <span className={classes['quiet']}>{t('work.detail.unsaid')}</span>
          ) : (
            task.deliverable
          )}
        </Fact>
        <Fact label={t('work.detail.doneMeans')}>
          {task.doneMeans === '' ? (
            <span className={classes['quiet']}>{t('work.detail.unsaid')}</span>
          ) : (
            <Words>{task.doneMeans}</Words>
          )}
        </Fact>
        <Fact label={t('work.detail.acceptedBy')}>{person(task.acceptedById)}</Fact>
        {task.planned.length > 0 && (
          <Fact label={t('work.detail.weeks')}>
            {task.planned
              .map((each) => `${String(weekNumber(each.week))}\u00a0${t(`work.line.outcomes.${each.outcome}`)}`)
              .join(t('ui.list.comma'))}
          </Fact>
        )}
      </dl>
      {task.milestone && task.state === 'done' && <MilestoneAwards milestoneId={task.id} />}
      {task.note !== '' && (
        <section aria-label={t('work.detail.note')}>
          <Words>{task.note}</Words>
        </section>
      )}
      <PlaceLink place="trust" id={task.id} className={classes['history']}>
        <HistoryIcon size={16} stroke={1.75} aria-hidden />
        {t('work.detail.history')}
      </PlaceLink>
    </article>
  );
};

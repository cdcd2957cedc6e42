import { useCallback, useMemo, useState } from 'react';
import type { CheckInView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, useGo, useHeldFirst, usePeople, usePersonName, useQuery } from '#renderer/state/index.ts';
import {
  Avatar,
  Button,
  CheckInIcon,
  EmptyState,
  Place,
  Rows,
  SelectField,
  Skeleton,
  Split,
  WaitIcon,
  isoWeekWords,
  useRowSelection,
  useTime,
} from '#renderer/ui/index.ts';
import { CheckInDetail } from './detail.tsx';
import classes from './read.module.css';

/** How many of the newest check-ins the list holds. */
const shown = 100;

const everybody = 'everybody';

const idOf = (checkIn: CheckInView): string => checkIn.id;

const Row = (props: { readonly checkIn: CheckInView }) => {
  const { t } = useText();
  const { shortWhen } = useTime();
  const nameOf = usePersonName();
  const { checkIn } = props;
  const facts = [
    isoWeekWords(checkIn.week, t),
    checkIn.nothingChanged ? t('checkIn.read.nothingChanged') : '',
    checkIn.skipped ? t('checkIn.read.wasSkipped') : '',
    checkIn.comments.length > 0 ? t('checkIn.read.commentCount', { count: checkIn.comments.length }) : '',
    checkIn.acknowledgements.length > 0 ? t('checkIn.read.acknowledged') : '',
  ].filter((fact) => fact !== '');
  return (
    <>
      <Avatar person={{ id: checkIn.personId, name: nameOf(checkIn.personId) }} />
      <span className={classes['rowMain']}>
        <b>{nameOf(checkIn.personId)}</b>
        <small>{facts.join(t('ui.list.comma'))}</small>
      </span>
      {checkIn.blockers.length > 0 && (
        <span className={classes['waits']}>
          <WaitIcon size={14} stroke={1.9} aria-hidden />
          {t('checkIn.read.blockerCount', { count: checkIn.blockers.length })}
        </span>
      )}
      <span className={classes['when']}>{shortWhen(checkIn.submittedAt)}</span>
    </>
  );
};

const Named = (props: { readonly id: string }) => {
  const { t } = useText();
  const query = useQuery('checkIn', { id: props.id });
  if (query.data === undefined) return <Skeleton withDisc />;
  if (query.data.checkIn === null) {
    return <EmptyState title={t('checkIn.read.missing.title')} sentence={t('checkIn.read.missing.sentence')} />;
  }
  return <CheckInDetail checkIn={query.data.checkIn} />;
};

export interface ReadScreenProps {
  /** The check-in in the address; null shows the newest. */
  readonly id: string | null;
  readonly meId: string | null;
}

/** Check-ins that were sent, mine and everybody's: a list beside the one that is read. */
export const ReadScreen = (props: ReadScreenProps) => {
  const { t } = useText();
  const go = useGo();
  const people = usePeople();
  const [who, setWho] = useState(everybody);
  const query = useQuery('checkIns', who === everybody ? { limit: shown } : { personId: who, limit: shown });
  const checkIns = query.data?.checkIns;
  const ids = useMemo(() => checkIns?.map((one) => one.id) ?? [], [checkIns]);
  const shownId = useHeldFirst(props.id, ids[0] ?? null, who);
  const select = useCallback((id: string) => go('check-in', id, { replace: true }), [go]);
  const selection = useRowSelection({ ids, currentId: shownId, onCurrent: select });
  return (
    <Place
      title={t('checkIn.read.title')}
      context={checkIns === undefined ? undefined : t('checkIn.read.context', { count: checkIns.length })}
      actions={
        <>
          <SelectField
            aria-label={t('checkIn.read.who')}
            size="xs"
            searchable
            data={[
              { value: everybody, label: t('checkIn.read.everybody') },
              ...people.map((person) => ({
                value: person.id,
                label: person.me ? t('checkIn.read.mine') : person.name,
              })),
            ]}
            value={who}
            onChange={(value) => setWho(value ?? everybody)}
          />
          <Button size="xs" icon={CheckInIcon} onClick={() => go('check-in')}>
            {t('checkIn.read.thisWeek')}
          </Button>
        </>
      }
    >
      <Split columns="minmax(16rem, 2fr) minmax(0, 3fr)">
        <div className={classes['list']}>
          {checkIns === undefined ? (
            <Skeleton rows={6} withDisc />
          ) : checkIns.length === 0 ? (
            <EmptyState
              icon={CheckInIcon}
              title={t('checkIn.read.empty.title')}
              sentence={t('checkIn.read.empty.sentence')}
              actions={<PlaceLink place="check-in">{t('checkIn.read.empty.act')}</PlaceLink>}
            />
          ) : (
            <Rows
              label={t('checkIn.read.title')}
              items={checkIns}
              idOf={idOf}
              selection={selection}
              rowClassName={classes['row']}
            >
              {(one) => <Row checkIn={one} />}
            </Rows>
          )}
        </div>
        <div className={classes['pane']}>{shownId !== null && <Named key={shownId} id={shownId} />}</div>
      </Split>
    </Place>
  );
};

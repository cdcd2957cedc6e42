import { useMemo, useRef, useState } from 'react';
import { byMonth, inJournal, weekOfDay } from '#shared/domain/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useGo, usePeople, usePersonName, useQuery, useRecordId, useSession, skip } from '#renderer/state/index.ts';
import {
  Button,
  CheckInIcon,
  DrawnList,
  EmptyState,
  Page,
  Place,
  SelectField,
  Skeleton,
  TextField,
  classNames,
  useKeys,
  useRowSelection,
} from '#renderer/ui/index.ts';
import { JournalEntry } from './entry.tsx';
import type { Month } from './month.ts';
import { Months } from './months.tsx';
import classes from './journal.module.css';

const always = 'always';
/** So many months are a long journal; each is about so tall, in pixels. */
const fewMonths = 4;
const monthSize = 1600;

const idOf = ({ month }: Month): string => month;

/** A person's check-ins in a row, by month: one's own, or what somebody else sent to the team. */
export const JournalScreen = () => {
  const { t, language } = useText();
  const go = useGo();
  const named = useRecordId();
  const me = useSession()?.me ?? null;
  const people = usePeople();
  const nameOf = usePersonName();
  const cycles = useQuery('cycles', {}).data?.cycles ?? [];
  const [period, setPeriod] = useState(always);
  const [find, setFind] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const personId = named ?? me?.id ?? null;
  const cycle = cycles.find(({ id }) => id === period);
  const span = cycle === undefined ? {} : { from: weekOfDay(cycle.start), to: weekOfDay(cycle.end) };
  const { data, error } = useQuery('journal', personId === null ? skip : { personId, ...span });
  const found = useMemo(() => data?.checkIns.filter((one) => inJournal(one, find)) ?? [], [data, find]);
  const ids = useMemo(() => found.map(({ id }) => id), [found]);
  const months = useMemo(() => byMonth(found), [found]);
  const selection = useRowSelection({ ids, onOpen: (id) => go('check-in', id) });
  const print = (): void => window.print();
  useKeys([
    { keys: 'f', label: t('journal.find'), run: () => field.current?.focus() },
    { keys: 'p', label: t('journal.print'), run: print },
  ]);
  const mine = personId === me?.id;
  const title = mine || personId === null ? t('journal.mine') : t('journal.title', { name: nameOf(personId) });
  const monthWords = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const nameMonth = (month: string): string => monthWords.format(new Date(`${month}-15T12:00:00Z`));
  const tabStop = selection.currentId ?? ids[0];
  const goTo = (id: string): void =>
    selection.move(ids.indexOf(id) - (selection.currentId === null ? -1 : ids.indexOf(selection.currentId)));
  return (
    <Place
      title={title}
      context={data === undefined ? undefined : t('journal.count', { count: found.length })}
      actions={
        <Button size="xs" keys="p" onClick={print}>
          {t('journal.print')}
        </Button>
      }
    >
      <Page
        rail={
          <Months
            months={data === undefined ? undefined : months}
            words={nameMonth}
            current={selection.currentId}
            onGo={goTo}
          />
        }
        railLabel={t('journal.months')}
      >
        <div className={classes['tools']}>
          <SelectField
            aria-label={t('journal.who')}
            searchable
            value={personId}
            data={people.map((person) => ({
              value: person.id,
              label: person.me ? t('checkIn.read.mine') : person.name,
            }))}
            onChange={(id) => go('journal', id, { replace: true })}
          />
          <SelectField
            aria-label={t('journal.period')}
            value={period}
            data={[
              { value: always, label: t('journal.always') },
              ...cycles.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(value) => setPeriod(value ?? always)}
          />
          <TextField
            ref={field}
            type="search"
            aria-label={t('journal.find')}
            placeholder={t('journal.find')}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
        </div>
        {data === undefined ? (
          error === null ? (
            <Skeleton rows={6} />
          ) : (
            <p role="alert">{error.sentence}</p>
          )
        ) : found.length === 0 ? (
          <EmptyState
            rank={2}
            icon={CheckInIcon}
            title={t(data.checkIns.length === 0 ? 'journal.empty' : 'journal.nothing')}
            sentence={t(data.checkIns.length === 0 ? 'journal.emptySentence' : 'journal.nothingSentence')}
          />
        ) : (
          <DrawnList
            label={title}
            items={months}
            idOf={idOf}
            keptId={months.find(({ weeks }) => weeks.some(({ id }) => id === selection.currentId))?.month}
            rowSize={monthSize}
            few={fewMonths}
            spare={1}
          >
            {({ month, weeks }, row) => (
              <li key={month} {...row}>
                <h2 id={`month-${month}`} className={classes['month']}>
                  {nameMonth(month)}
                </h2>
                <ul aria-labelledby={`month-${month}`}>
                  {weeks.map((checkIn) => (
                    <li
                      key={checkIn.id}
                      ref={(element) => selection.register(checkIn.id, element)}
                      tabIndex={checkIn.id === tabStop ? 0 : -1}
                      aria-current={checkIn.id === selection.currentId}
                      className={classNames(classes['entry'], checkIn.id === selection.currentId && classes['current'])}
                      onFocus={(event) => {
                        if (event.target === event.currentTarget) selection.setCurrent(checkIn.id);
                      }}
                    >
                      <JournalEntry
                        checkIn={checkIn}
                        ownPulse={data.pulses.find(({ week }) => week === checkIn.week)?.value ?? null}
                      />
                    </li>
                  ))}
                </ul>
              </li>
            )}
          </DrawnList>
        )}
      </Page>
    </Place>
  );
};

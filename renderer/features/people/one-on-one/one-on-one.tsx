import { useMemo, useRef, useState } from 'react';
import type { AgendaItemView, QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { ComposerField, afterSent, useAudience, useCommand, useMentions, useQuery } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { AudienceBar, Button, DrawnList, SectionHead, Skeleton, Words, useKeys, useTime } from '#renderer/ui/index.ts';
import type { DrawnRow } from '#renderer/ui/index.ts';
import { AgendaLine } from './agenda-line.tsx';
import type { Becoming } from './agenda-line.tsx';
import { BecomeDialog } from './become-dialog.tsx';
import { useMeetingDraft } from './meeting-draft.ts';
import { MeetingNotes } from './meeting-notes.tsx';
import classes from './one-on-one.module.css';

const idOf = (item: AgendaItemView): string => item.id;
const sameDay = (day: string): string => day;

/** Days on which something was settled or written, the newest first; what is being written has a field of its own. */
const settledDays = (agenda: QueryResult<'agenda'> | undefined, writing: string): readonly string[] => {
  if (agenda === undefined) return [];
  const written = agenda.meetings.map(({ day }) => day).filter((day) => day !== writing);
  return [...new Set([...agenda.settled.map(({ day }) => day), ...written])].toSorted((a, b) => (a < b ? 1 : -1));
};

/** The 1:1 in writing: what is open, notes of today, and what was settled and written before, by date. */
export const OneOnOne = (props: { readonly person: Person }) => {
  const { t } = useText();
  const { person } = props;
  const { calendarDate } = useTime();
  const audienceOf = useAudience();
  const agenda = useQuery('agenda', { personId: person.id }).data;
  const draft = useMeetingDraft(person.id, agenda);
  const add = useCommand('agenda.add');
  const update = useCommand('agenda.update');
  const mentionsOf = useMentions();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [becoming, setBecoming] = useState<{ readonly item: AgendaItemView; readonly what: Becoming } | null>(null);
  const first = person.name.split(/\s+/u)[0] ?? person.name;
  useKeys([{ keys: 'n', label: t('oneOnOne.add'), run: () => field.current?.focus() }]);

  const topics = useMemo(() => agenda?.open.filter((item) => item.form !== 'action') ?? [], [agenda]);
  const days = useMemo(() => settledDays(agenda, draft.day), [agenda, draft.day]);

  if (agenda === undefined) return <Skeleton rows={4} />;
  const put = async (): Promise<void> => {
    if (text.trim() === '' || add.busy) return;
    const done = await add.run({ personId: person.id, text, mentions: mentionsOf(text) }, { quiet: true });
    if (done.ok) setText((now) => afterSent(now, text));
  };
  const line = (item: AgendaItemView, row?: DrawnRow) => (
    <li key={item.id} {...row}>
      <AgendaLine
        item={item}
        mayWrite={agenda.mayWrite}
        onToggle={() => void update.run({ id: item.id, base: [...item.heads], done: item.doneAt === null })}
        onBecome={(what) => setBecoming({ item, what })}
        onTopic={() => void update.run({ id: item.id, base: [...item.heads], form: 'topic', done: false })}
      />
    </li>
  );
  const actions = agenda.open.filter((item) => item.form === 'action');

  return (
    <div className={classes['place']}>
      {agenda.audience !== null && <AudienceBar {...audienceOf(agenda.audience)} />}
      {agenda.mayWrite && (
        <form
          className={classes['add']}
          onSubmit={(event) => {
            event.preventDefault();
            void put();
          }}
        >
          <ComposerField
            ref={field}
            audience={{ kind: 'named', readerIds: agenda.audience?.readerIds ?? [person.id] }}
            minRows={1}
            aria-label={t('oneOnOne.add')}
            placeholder={t('oneOnOne.placeholder', { name: first })}
            maxLength={500}
            value={text}
            error={add.error?.sentence ?? null}
            onText={(words) => setText(words.replaceAll('\n', ' '))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void put();
            }}
          />
          <Button type="submit" keys="enter" busy={add.busy} disabled={text.trim() === ''}>
            {t('oneOnOne.addAct')}
          </Button>
        </form>
      )}
      {topics.length === 0 ? (
        <p className={classes['none']}>{t('oneOnOne.none')}</p>
      ) : (
        <DrawnList label={t('oneOnOne.list', { name: person.name })} items={topics} idOf={idOf} rowSize={60}>
          {line}
        </DrawnList>
      )}
      {actions.length > 0 && (
        <section aria-labelledby="one-on-one-actions">
          <SectionHead id="one-on-one-actions" title={t('oneOnOne.actions')} />
          <ul>{actions.map((item) => line(item))}</ul>
        </section>
      )}
      {agenda.mayWrite && <MeetingNotes personId={person.id} draft={draft} />}
      {days.length > 0 && (
        <section aria-labelledby="one-on-one-history">
          <SectionHead id="one-on-one-history" title={t('oneOnOne.history')} />
          <DrawnList labelledBy="one-on-one-history" items={days} idOf={sameDay} rowSize={140} few={20} spare={4}>
            {(day, row) => {
              const notes = day === draft.day ? undefined : agenda.meetings.find((meeting) => meeting.day === day);
              const settled = agenda.settled.filter((item) => item.day === day);
              return (
                <li key={day} {...row} className={classes['day']}>
                  <h3>{calendarDate(day)}</h3>
                  {notes !== undefined && <Words size="sm">{notes.notes}</Words>}
                  {settled.length > 0 && <ul>{settled.map((item) => line(item))}</ul>}
                </li>
              );
            }}
          </DrawnList>
        </section>
      )}
      {becoming !== null && (
        <BecomeDialog
          item={becoming.item}
          what={becoming.what}
          person={person}
          onClose={() => {
            setBecoming(null);
          }}
        />
      )}
    </div>
  );
};

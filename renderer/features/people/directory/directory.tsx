import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { SegmentedControl } from '@mantine/core';
import { reportingLines } from '#shared/domain/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useSession } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { EmptyState, PeopleIcon, SectionHead, TextField, useKeys, useRowSelection } from '#renderer/ui/index.ts';
import { NormList } from '../norm-list.tsx';
import { findPeople } from './find-people.ts';
import classes from './directory.module.css';

type View = 'list' | 'lines';

export interface DirectoryProps {
  readonly people: readonly Person[];
  readonly shownId: string | null;
  readonly onSelect: (id: string) => void;
  /** Beside the title, for those who may change the team's norms. */
  readonly end?: ReactNode;
}

/** Everybody: found by what was typed, as a list or by who reports to whom, each with local time, hours and norms. */
export const Directory = (props: DirectoryProps) => {
  const { t } = useText();
  const { people, shownId, onSelect } = props;
  const team = useSession()?.team ?? null;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [view, setView] = useState<View>('list');
  const rows = useMemo(() => {
    const found = findPeople(people, typed);
    return view === 'lines' ? reportingLines(found) : found.map((person) => ({ person, depth: 0 }));
  }, [people, typed, view]);
  const ids = useMemo(() => rows.map(({ person }) => person.id), [rows]);
  const selection = useRowSelection({ ids, currentId: shownId, onCurrent: onSelect });
  useKeys([
    { keys: 's', label: t('directory.find'), run: () => field.current?.focus() },
    { keys: 'v', label: t('directory.turn'), run: () => setView(view === 'list' ? 'lines' : 'list') },
  ]);
  return (
    <section aria-labelledby="norms">
      <SectionHead
        id="norms"
        title={t('people.norms.title')}
        note={
          team === null ? undefined : t('people.norms.note', { standard: team.standardHours, urgent: team.urgentHours })
        }
        end={props.end}
      />
      <div className={classes['bar']}>
        <TextField
          ref={field}
          type="search"
          aria-label={t('directory.find')}
          placeholder={t('directory.example')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || typed === '') return;
            event.stopPropagation();
            setTyped('');
          }}
        />
        <SegmentedControl
          aria-label={t('directory.view')}
          value={view}
          onChange={(value) => setView(value === 'lines' ? 'lines' : 'list')}
          data={(['list', 'lines'] as const).map((value) => ({ value, label: t(`directory.views.${value}`) }))}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState icon={PeopleIcon} title={t('directory.nobody')} sentence={t('directory.nobodyHint')} />
      ) : (
        <NormList rows={rows} selection={selection} />
      )}
      <p className={classes['count']} role="status">
        {typed.trim() === '' ? '' : t('directory.found', { count: rows.length })}
      </p>
    </section>
  );
};

import { useCallback, useMemo, useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import { localeOf, useText } from '#renderer/i18n/index.ts';
import { useClockPeople, useGo, useQuery, useRecordId } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { Button, PeopleIcon, Place, PlusIcon, Skeleton, Split, useKeys, useTime } from '#renderer/ui/index.ts';
import { groupPlaces } from './clock/group-places.ts';
import { OverlapClock } from './clock/overlap-clock.tsx';
import { Directory } from './directory/directory.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { Invitations } from './invitations.tsx';
import classes from './people.module.css';
import { TeamDialog } from './team-dialog.tsx';
import { Thread } from './thread/thread.tsx';

/** My manager first, then who reports to me, then by name as readers of `locale` expect; I come last. */
const inOrder = (people: readonly Person[], me: Person | undefined, locale: string): readonly Person[] => {
  const names = new Intl.Collator(locale, { numeric: true });
  const rank = (person: Person): number => {
    if (person.me) return 3;
    if (person.id === me?.managerId) return 0;
    return me !== undefined && person.managerId === me.id ? 1 : 2;
  };
  return people.toSorted((a, b) => rank(a) - rank(b) || names.compare(a.name, b.name));
};

/** People: whose days meet when, how soon they answer, and one thread per person. */
export const PeopleScreen = () => {
  const { t, language } = useText();
  const { zone: myZone, now } = useTime();
  const go = useGo();
  const named = useRecordId();
  const query = useQuery('people', {});
  const [utc, setUtc] = useState(false);
  const [inviting, setInviting] = useState(false);
  const [settings, setSettings] = useState(false);

  const people = useMemo(() => {
    const present = query.data?.people.filter((person) => person.state !== 'removed') ?? [];
    return inOrder(
      present,
      present.find((person) => person.me),
      localeOf(language),
    );
  }, [query.data, language]);
  const ids = useMemo(() => people.map((person) => person.id), [people]);
  const shownId = named !== null && ids.includes(named) ? named : (ids[0] ?? null);
  const select = useCallback(
    (id: string) => {
      go('people', id, { replace: true });
    },
    [go],
  );
  const choice = useClockPeople(people);

  const mayInvite = query.data?.mayInvite === true;
  const invite = (): void => {
    setInviting(true);
  };
  const openMembers = (): void => go('members');
  useKeys([
    { keys: 'm', label: t('members.open'), run: openMembers },
    ...(mayInvite ? [{ keys: 'i', label: t('people.inviteDialog.title'), run: invite }] : []),
  ]);

  const me = people.find((person) => person.me);
  const zone = utc ? 'UTC' : myZone;
  const places = useMemo(() => groupPlaces(people, { from: now, to: now }).length, [people, now]);

  return (
    <Place
      title={t('people.title')}
      context={
        query.data === undefined
          ? undefined
          : t('people.context', { count: people.length, places: t('people.places', { count: places }) })
      }
      actions={
        <>
          <SegmentedControl
            aria-label={t('people.zone.label')}
            value={utc ? 'utc' : 'mine'}
            onChange={(value) => {
              setUtc(value === 'utc');
            }}
            data={[
              {
                value: 'mine',
                label: t('people.zone.mine', { place: me === undefined || me.place === '' ? myZone : me.place }),
              },
              { value: 'utc', label: t('people.zone.utc') },
            ]}
          />
          <Button icon={PeopleIcon} keys="m" onClick={openMembers}>
            {t('members.open')}
          </Button>
          {mayInvite && (
            <Button icon={PlusIcon} onClick={invite}>
              {t('people.invite')}
            </Button>
          )}
        </>
      }
    >
      {query.data === undefined ? (
        <div className={classes['left']}>
          <Skeleton rows={6} withDisc />
        </div>
      ) : (
        <Split columns="minmax(0, 1fr) var(--people-thread)">
          <div className={classes['left']}>
            <OverlapClock people={people} choice={choice} zone={zone} />
            <Directory
              people={people}
              shownId={shownId}
              onSelect={select}
              end={
                query.data.mayAdminister ? (
                  <button
                    type="button"
                    className={classes['link']}
                    onClick={() => {
                      setSettings(true);
                    }}
                  >
                    {t('people.norms.change')}
                  </button>
                ) : undefined
              }
            />
            <Invitations invitations={query.data.invitations} mayInvite={mayInvite} />
          </div>
          {shownId !== null && <Thread key={shownId} personId={shownId} mayAdminister={query.data.mayAdminister} />}
        </Split>
      )}
      {inviting && (
        <InviteDialog
          opened
          onClose={() => {
            setInviting(false);
          }}
        />
      )}
      {settings && (
        <TeamDialog
          opened
          onClose={() => {
            setSettings(false);
          }}
        />
      )}
    </Place>
  );
};

import { useMemo } from 'react';
import type { Audience, PersonView, QueryResult } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import type { AudienceProps, Reader } from '#renderer/ui/index.ts';
import { useQuery } from './use-query.ts';

export type Person = PersonView;

const none: readonly Person[] = [];

/** Who and where this window is; undefined until the engine has answered. */
export const useSession = (): QueryResult<'session'> | undefined => useQuery('session', {}).data;

/** Everybody of the team who is not removed, me included. */
export const usePeople = (): readonly Person[] => {
  const people = useQuery('people', {}).data?.people;
  return useMemo(() => people?.filter((person) => person.state !== 'removed') ?? none, [people]);
};

/** Whom I can ask to do something: not me, and no guest, who reads and writes nothing. */
export const useAskable = (): readonly Person[] => {
  const people = usePeople();
  return useMemo(() => people.filter((person) => !person.me && person.role !== 'guest'), [people]);
};

/** Who names me as their manager. */
export const useReports = (): readonly Person[] => {
  const people = usePeople();
  return useMemo(() => {
    const me = people.find((person) => person.me);
    return me === undefined ? none : people.filter((person) => person.managerId === me.id);
  }, [people]);
};

/** Everybody ever, by id: names of those who left still stand under what they wrote. */
export const usePeopleById = (): ReadonlyMap<string, Person> => {
  const people = useQuery('people', {}).data?.people;
  return useMemo(() => new Map((people ?? none).map((person) => [person.id, person])), [people]);
};

/** Full name of a person; "Someone new" while their record has not arrived. */
export const usePersonName = (): ((id: string | null) => string) => {
  const { t } = useText();
  const people = usePeopleById();
  return useMemo(
    () => (id) => {
      const name = id === null ? undefined : people.get(id)?.name;
      return name === undefined || name === '' ? t('ui.person.unknown') : name;
    },
    [people, t],
  );
};

/** Turns an audience into what AudienceBar and AudienceTag show. */
export const useAudience = (): ((audience: Pick<Audience, 'kind' | 'readerIds'>) => AudienceProps) => {
  const people = usePeopleById();
  const nameOf = usePersonName();
  const teamName = useSession()?.team?.name ?? '';
  return useMemo(
    () => (audience) => ({
      kind: audience.kind,
      teamName,
      readers: audience.readerIds.map((id): Reader => ({ id, name: nameOf(id), me: people.get(id)?.me === true })),
    }),
    [people, nameOf, teamName],
  );
};

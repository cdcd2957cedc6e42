import { useMemo } from 'react';
import { useLocalStorage } from '@mantine/hooks';
import type { Person } from './people.ts';

export interface ClockPeople {
  /** Whose hours the overlap clock and the day strip show; me always. */
  readonly shown: readonly Person[];
  readonly isShown: (person: Person) => boolean;
  readonly toggle: (person: Person) => void;
  readonly showAll: () => void;
  /** Shows these and nobody else. */
  readonly showOnly: (people: readonly Person[]) => void;
}

/** Chosen on this device and remembered there. Who is hidden is kept, so that newcomers are in sight. */
export const useClockPeople = (people: readonly Person[]): ClockPeople => {
  const [hidden, setHidden] = useLocalStorage<readonly string[]>({
    key: 'meridian-clock-hidden',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return useMemo(() => {
    const out = new Set(hidden);
    const isShown = (person: Person): boolean => person.me || !out.has(person.id);
    return {
      shown: people.filter(isShown),
      isShown,
      toggle: (person) => {
        setHidden(out.has(person.id) ? hidden.filter((id) => id !== person.id) : [...hidden, person.id]);
      },
      showAll: () => {
        setHidden([]);
      },
      showOnly: (wanted) => {
        const keep = new Set(wanted.map((person) => person.id));
        setHidden(people.filter((person) => !person.me && !keep.has(person.id)).map((person) => person.id));
      },
    };
  }, [people, hidden, setHidden]);
};

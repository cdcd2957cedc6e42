import type { Person } from '#renderer/state/index.ts';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** People whose name, work, place or zone holds every word that was typed, whatever its accents. */
export const findPeople = (people: readonly Person[], typed: string): readonly Person[] => {
  const words = folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return people;
  return people.filter((person) => {
    const text = folded([person.name, person.title, person.place, person.timeZone.replaceAll('_', ' ')].join(' '));
    return words.every((word) => text.includes(word));
  });
};

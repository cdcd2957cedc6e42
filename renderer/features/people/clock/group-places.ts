import type { Person } from '#renderer/state/index.ts';
import { statedSpans } from '#renderer/ui/index.ts';
import type { Span } from '#renderer/ui/index.ts';

/** People who share a place and a zone: one row of the overlap clock. */
export interface ClockPlace {
  readonly key: string;
  readonly name: string;
  readonly timeZone: string;
  readonly people: readonly Person[];
  readonly mine: boolean;
  /** Stated hours of anybody there within the shown day, merged. */
  readonly spans: readonly Span[];
}

const cityOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;

const merge = (spans: readonly Span[]): readonly Span[] => {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return merged;
};

/** Offset of a zone from UTC at an instant, in minutes; orders the rows from east to west. */
const offset = (zone: string, at: number): number => {
  const text = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  const match = /GMT([+-])(\d{2}):(\d{2})/u.exec(text ?? '');
  return match === null ? 0 : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
};

/** Rows of the clock for a window of time, east first, as the sun goes. */
export const groupPlaces = (people: readonly Person[], window: Span): readonly ClockPlace[] => {
  const groups = Map.groupBy(people, (person) => `${person.place.trim().toLowerCase()}|${person.timeZone}`);
  return [...groups]
    .map(([key, members]): ClockPlace => {
      const first = members[0];
      const timeZone = first?.timeZone ?? 'UTC';
      return {
        key,
        name: first === undefined || first.place.trim() === '' ? cityOf(timeZone) : first.place,
        timeZone,
        people: members,
        mine: members.some((person) => person.me),
        spans: merge(members.flatMap((person) => statedSpans(person, window))),
      };
    })
    .toSorted(
      (a, b) => offset(b.timeZone, window.from) - offset(a.timeZone, window.from) || a.name.localeCompare(b.name),
    );
};

import { addDays } from '#shared/domain/index.ts';
import type { QueryResult } from '#shared/protocol/index.ts';
import { aboutOf, joinRevisions, revisionOf, skip, useDraft, useQuery } from '#renderer/state/index.ts';
import type { RevisionDraft, Version } from '#renderer/state/index.ts';

type Agenda = QueryResult<'agenda'>;

export interface MeetingDraft {
  /** The day that is written about: of what was begun and not saved, else today. */
  readonly day: string;
  /** The notes of that day are of an earlier one, and were left unsaved. */
  readonly earlier: boolean;
  /** What is stored of that day. */
  readonly stored: string;
  readonly revision: RevisionDraft;
  readonly drop: () => void;
}

const versionOf = (agenda: Agenda | undefined, day: string): Version | null => {
  const meeting = agenda?.meetings.find((each) => each.day === day);
  return meeting === undefined ? null : { text: meeting.notes, heads: meeting.heads };
};

/** Under whose key unsaved notes lie: one for a person, which says the day; before, each day had its own. */
const usePlace = (personId: string, today: string | undefined) => {
  const own = `meeting/${personId}`;
  const kept = useQuery('draft', { key: own }).data;
  const before = [today, today === undefined ? undefined : addDays(today, -1)] as const;
  const [now, then] = before.map((day) => (day === undefined ? null : `${own}/${day}`));
  const ofToday = useQuery('draft', now == null ? skip : { key: now }).data?.value ?? null;
  const ofYesterday = useQuery('draft', then == null ? skip : { key: then }).data?.value ?? null;
  if (kept !== undefined && kept.value === null) {
    if (ofToday !== null && now != null) return { key: now, day: before[0] };
    if (ofYesterday !== null && then != null) return { key: then, day: before[1] };
  }
  return { key: own, day: today };
};

/**
 * Notes of a 1:1 that are not saved yet. They are of the day on which they were begun: left open over midnight, they are
 * found again and saved there.
 */
export const useMeetingDraft = (personId: string, agenda: Agenda | undefined): MeetingDraft => {
  const today = agenda?.today ?? '';
  const place = usePlace(personId, agenda?.today);
  const begun = place.day ?? today;
  const draft = useDraft(place.key, (kept, typed) =>
    joinRevisions(kept, typed, versionOf(agenda, aboutOf(typed) ?? begun)),
  );
  const day = aboutOf(draft.value) ?? begun;
  const stored = versionOf(agenda, day);
  const revision = revisionOf(draft, stored, day);
  const drop = (): void => void draft.revise(() => '');
  const set = (text: string): void => {
    // Typed and taken back: no notes of this day that would wait to be saved tomorrow.
    if (revision.ready && day === today && text === (stored?.text ?? '')) drop();
    else revision.set(text);
  };
  return { day, earlier: day !== today, stored: stored?.text ?? '', revision: { ...revision, set }, drop };
};

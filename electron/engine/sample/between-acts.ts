import type { SampleAgendaItem, SampleAsk, SampleBadge } from './between.ts';
import { headsOf, say, type Member, type TeamDeps } from './team.ts';

interface BetweenDeps {
  /** Whoever acts. They have heard of the records that they need. */
  readonly of: (key: string, ...needs: readonly string[]) => Member;
  readonly hears: (key: string) => Member;
  readonly personId: (key: string) => string;
  readonly team: TeamDeps;
}

/** What people of the sample team do with one other person. */
export const betweenActs = ({ of, hears, personId, team }: BetweenDeps) => ({
  askFeedback: (ask: SampleAsk, goalId: string | null): string =>
    say(
      of(ask.by, ...(goalId === null ? [] : [goalId])),
      'feedback.request',
      {
        askedId: personId(ask.asked),
        aboutId: personId(ask.about),
        prompt: ask.prompt,
        goalId,
        urgent: ask.urgent ?? false,
      },
      team,
    ).id,
  declineFeedback: (by: string, id: string, words: string): void =>
    void say(of(by, id), 'feedback.settleRequest', { id, as: 'declined', words }, team),
  badge: ({ by, milestone, to, title, value, words }: SampleBadge): void => {
    const giver = hears(by);
    const row = giver.ledger.db
      .prepare<unknown[], { record_id: string }>('SELECT record_id FROM tasks WHERE title = ? AND milestone = 1')
      .get(milestone);
    if (row === undefined) throw new Error(`The sample team has no milestone "${milestone}".`);
    say(giver, 'badge.award', { milestoneId: row.record_id, toIds: to.map(personId), title, value, words }, team);
  },
  note: (by: string, about: string, text: string): void =>
    void say(of(by), 'note.write', { aboutId: personId(about), text }, team),
  agendaItem: (item: SampleAgendaItem, { sourceId, due }: { sourceId: string | null; due: string | null }): string =>
    say(
      of(item.by, ...(sourceId === null ? [] : [sourceId])),
      'agenda.add',
      {
        personId: personId(item.with),
        text: item.text,
        sourceId,
        ...(item.action === undefined ? {} : { form: 'action' as const, ownerId: personId(item.action.owner), due }),
      },
      team,
    ).id,
  agendaSettled: (by: string, id: string, decision: string | undefined): void => {
    const one = of(by, id);
    const said = decision === undefined ? { done: true } : { form: 'decision' as const, decision };
    say(one, 'agenda.update', { id, base: headsOf(one, id), ...said }, team);
  },
  meeting: (by: string, other: string, day: string, notes: string): void =>
    void say(of(by), 'meeting.write', { personId: personId(other), day, base: null, notes }, team),
});

export type BetweenActs = ReturnType<typeof betweenActs>;

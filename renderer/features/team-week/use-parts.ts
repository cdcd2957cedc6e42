import type { DigestPart } from '#shared/domain/index.ts';
import type { QueryResult } from '#shared/protocol/index.ts';
import { localeOf, useSaidValue, useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { useTime } from '#renderer/ui/index.ts';

type Digest = QueryResult<'teamDigest'>;

/**
 * The parts of a week in the reader's words. `own` is what happens to the words of people: nothing on the screen, and
 * escaping in Markdown.
 */
export const useDigestParts = (): ((data: Digest, own: (text: string) => string) => readonly DigestPart[]) => {
  const { t, language } = useText();
  const saidValue = useSaidValue();
  const scores = new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const { calendarDate } = useTime();
  const nameOf = usePersonName();
  return (data, own) => {
    const name = (id: string | null): string => own(nameOf(id));
    return [
      {
        title: t('teamWeek.moved.title'),
        empty: t('teamWeek.moved.empty'),
        lines: data.moved.map(({ keyResult, from, to, goal }) =>
          t('teamWeek.moved.line', {
            keyResult: own(keyResult),
            from: own(saidValue(from)),
            to: own(saidValue(to)),
            goal: own(goal),
          }),
        ),
      },
      {
        title: t('teamWeek.blocked.title'),
        empty: t('teamWeek.blocked.empty'),
        lines: data.blocked.map(({ byId, waitsForId, text }) =>
          t('teamWeek.blocked.line', { by: name(byId), to: name(waitsForId), text: own(text) }),
        ),
      },
      {
        title: t('teamWeek.decided.title'),
        empty: t('teamWeek.decided.empty'),
        lines: [
          ...data.closed.map(({ goal, score }) =>
            score === null
              ? t('teamWeek.decided.unscored', { goal: own(goal) })
              : t('teamWeek.decided.closed', { goal: own(goal), score: scores.format(score) }),
          ),
          ...data.answered.map(({ byId, question }) =>
            t('teamWeek.decided.answered', { by: name(byId), question: own(question) }),
          ),
        ],
      },
      {
        title: t('teamWeek.kudos.title'),
        empty: t('teamWeek.kudos.empty'),
        lines: data.kudos.map(({ byId, toId, value, text }) =>
          t(value === '' ? 'teamWeek.kudos.line' : 'teamWeek.kudos.value', {
            by: name(byId),
            to: name(toId),
            value: own(value),
            text: own(text),
          }),
        ),
      },
      {
        title: t('teamWeek.away.title'),
        empty: t('teamWeek.away.empty'),
        lines: data.away.map(({ personId, start, end }) =>
          t('teamWeek.away.line', { name: name(personId), from: calendarDate(start), to: calendarDate(end) }),
        ),
      },
    ];
  };
};

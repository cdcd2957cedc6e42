import { useEffect, useRef } from 'react';
import type { QueryResult, ReminderView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useEngine, useGo, useQuery } from '#renderer/state/index.ts';
import type { PlaceId } from '#renderer/state/index.ts';
import { useToast, useUi } from '#renderer/ui/index.ts';
import { addressOf, targetOf } from './kinds.ts';
import type { Target } from './kinds.ts';
import { useReminderWords } from './use-words.ts';

/** More than this at once are said as one. */
const mostAtOnce = 2;

interface Said {
  readonly title: string;
  readonly body: string;
  readonly target: Target;
}

/** The day in one sentence: how much waits, how much arrived, and what comes first. */
const useDigestWords = (): ((data: QueryResult<'reminders'>) => Said | null) => {
  const { t } = useText();
  const wordsOf = useReminderWords();
  return ({ waiting, arrived, standing, inDigest }) => {
    const parts = [
      ...(waiting > 0 ? [t('reminders.digest.waiting', { count: waiting })] : []),
      ...(arrived > 0 ? [t('reminders.digest.arrived', { count: arrived })] : []),
    ];
    const first = standing.find((reminder) => inDigest.includes(reminder.key));
    if (parts.length === 0 && first === undefined) return null;
    const [one = '', two] = parts;
    const sentence = two === undefined ? one : t('reminders.digest.both', { waiting: one, arrived: two });
    const body = [sentence, first === undefined ? '' : t('reminders.digest.first', { title: wordsOf(first).title })]
      .filter((part) => part !== '')
      .join('. ');
    return { title: t('reminders.digest.title'), body, target: { place: 'today', id: null } };
  };
};

/** What is said for these: each by itself, or one sentence for many. */
const useSayings = (): ((reminders: readonly ReminderView[]) => readonly Said[]) => {
  const { t } = useText();
  const wordsOf = useReminderWords();
  return (reminders) => {
    const [first] = reminders;
    if (first === undefined) return [];
    if (reminders.length <= mostAtOnce)
      return reminders.map((reminder) => {
        const { title, why } = wordsOf(reminder);
        return { title, body: why, target: targetOf(reminder) };
      });
    return [
      {
        title: t('reminders.toast.several', { count: reminders.length }),
        body: t('reminders.digest.first', { title: wordsOf(first).title }),
        target: { place: 'reminders', id: null },
      },
    ];
  };
};

/** Places that a clicked notification may lead to: the address came from this window itself. */
const placeIn = (address: string): Target => {
  const [, ...parts] = address.split('/');
  const deep = parts[0] === 'today' && parts[1] === 'team';
  const place = (deep ? 'today/team' : (parts[0] ?? 'today')) as PlaceId;
  return { place, id: parts[deep ? 2 : 1] ?? null };
};

/**
 * Says what has come, once over all windows: by the system's notifications where there are any, else inside. It claims
 * before it speaks, so that of two windows only one does.
 */
export const ReminderSpeaker = (): null => {
  const { t } = useText();
  const { notices } = useUi();
  const engine = useEngine();
  const toast = useToast();
  const go = useGo();
  const { data } = useQuery('reminders', {});
  const digestWords = useDigestWords();
  const sayingsOf = useSayings();
  const busy = useRef(false);

  useEffect(
    () =>
      notices?.onOpen((address) => {
        const { place, id } = placeIn(address);
        go(place, id);
      }),
    [notices, go],
  );

  useEffect(() => {
    if (data === undefined || busy.current) return;
    const keys = [...data.tell, ...data.inDigest];
    if (keys.length === 0 && data.digest === null) return;
    const say = ({ title, body, target }: Said): void => {
      if (notices !== null) {
        notices.show({ title, body, address: addressOf(target) });
        return;
      }
      toast({
        sentence: body === '' ? title : `${title}${/[.?!…۔؟]$/u.test(title) ? '' : ':'} ${body}`,
        act: { label: t('reminders.toast.open'), run: () => go(target.place, target.id) },
      });
    };
    busy.current = true;
    void engine.run('reminders.claim', { keys, digestDay: data.digest }).then((claimed) => {
      busy.current = false;
      if (!claimed.ok) return;
      const digest = claimed.value.digest ? digestWords(data) : null;
      if (digest !== null) say(digest);
      const mine = new Set(claimed.value.keys.filter((key) => data.tell.includes(key)));
      for (const said of sayingsOf(data.standing.filter((reminder) => mine.has(reminder.key)))) say(said);
    });
  }, [data, engine, notices, toast, go, t, digestWords, sayingsOf]);
  return null;
};

import type { CheckInView } from '#shared/protocol/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, usePersonName, useSession } from '#renderer/state/index.ts';
import { isoWeekWords } from '#renderer/ui/index.ts';

/** What an agenda item holds. */
const most = 500;

/**
 * Puts somebody's check-in on the agenda of the 1:1 with them, under what stands out in it: what blocks them, else the
 * week. Null for one's own check-in and for guests, who keep no agenda.
 */
export const useAddToAgenda = (checkIn: CheckInView): { readonly add: () => void; readonly busy: boolean } | null => {
  const { t } = useText();
  const me = useSession()?.me;
  const nameOf = usePersonName();
  const agenda = useCommand('agenda.add');
  const { id, personId, week, blockers } = checkIn;
  if (me === null || me === undefined || me.id === personId || me.role === 'guest') return null;
  const blocked = blockers.find(({ request }) => request === null || request.state === 'open');
  const text =
    blocked === undefined ? t('checkIn.read.toTalk', { week: isoWeekWords(week, t) }) : firstLine(blocked.text, most);
  return {
    busy: agenda.busy,
    add: () => {
      if (!agenda.busy)
        void agenda.run({ personId, text, sourceId: id }, { done: t('oneOnOne.sent', { name: nameOf(personId) }) });
    },
  };
};

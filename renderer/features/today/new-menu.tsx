import { useState } from 'react';
import { writes } from '#shared/domain/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import {
  useAsking,
  useBeginning,
  useGo,
  usePeople,
  useReports,
  useSession,
  useWriting,
} from '#renderer/state/index.ts';
import {
  ActMenu,
  Button,
  FeedbackIcon,
  GoalsIcon,
  PeopleIcon,
  PlusIcon,
  QuestionIcon,
  WorkIcon,
  useKeys,
} from '#renderer/ui/index.ts';

/** Everything that can be begun, in one place: what to do, what to reach, what to ask, and words for somebody. */
export const NewMenu = () => {
  const { t } = useText();
  const me = useSession()?.me ?? null;
  const people = usePeople();
  const reports = useReports();
  const go = useGo();
  const { ask } = useAsking();
  const { begin } = useBeginning();
  const writing = useWriting();
  const [opened, setOpened] = useState(false);
  const mayWrite = me !== null && writes({ personId: me.id, role: me.role, state: me.state });
  useKeys(mayWrite ? [{ keys: 'c', label: t('today.begin.keys'), run: () => setOpened(true) }] : []);
  if (!mayWrite) return null;
  const closest = people.filter((person) => person.id === me.managerId || reports.includes(person));
  return (
    <ActMenu
      width={264}
      position="bottom-end"
      opened={opened}
      onOpened={setOpened}
      target={
        <Button icon={PlusIcon} keys="c">
          {t('today.begin.act')}
        </Button>
      }
      sections={[
        {
          acts: [
            { label: t('today.begin.task'), icon: WorkIcon, keys: 'shift+n', run: () => begin('task') },
            { label: t('today.begin.goal'), called: t('goals.keys.new'), icon: GoalsIcon, run: () => begin('goal') },
            { label: t('today.begin.question'), icon: QuestionIcon, keys: 'q', run: () => ask() },
          ],
        },
        {
          title: t('today.begin.feedback'),
          acts: [
            ...closest.map(({ id, name }) => ({
              label: name,
              icon: FeedbackIcon,
              run: () => writing.begin({ personId: id, what: 'feedback' }),
            })),
            { label: t('today.begin.somebody'), icon: PeopleIcon, run: () => go('people') },
          ],
        },
      ]}
    />
  );
};

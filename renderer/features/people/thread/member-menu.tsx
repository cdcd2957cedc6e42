import { useText } from '#renderer/i18n/index.ts';
import { useCommand, usePeople } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { ActMenu, IconButton, MoreIcon } from '#renderer/ui/index.ts';

const roles = ['admin', 'member', 'guest'] as const;

/** Role and manager of a person, for those who may change them. A manager is a relation, not a role. */
export const MemberMenu = (props: { readonly person: Person }) => {
  const { t } = useText();
  const { person } = props;
  const people = usePeople();
  const setRole = useCommand('member.setRole');
  const setManager = useCommand('member.setManager');
  const { name } = person;

  return (
    <ActMenu
      about={name}
      target={<IconButton icon={MoreIcon} label={t('people.thread.more', { name })} size="xs" />}
      sections={[
        {
          title: t('people.member.role'),
          acts:
            person.role === 'owner'
              ? []
              : roles.map((role) => ({
                  label: t(`people.roles.${role}`),
                  chosen: person.role === role,
                  run: () => {
                    if (person.role === role) return;
                    void setRole.run(
                      { personId: person.id, role },
                      { done: t('people.member.roleChanged', { name, role: t(`people.roles.${role}`) }) },
                    );
                  },
                })),
        },
        {
          title: t('people.member.manager'),
          height: 260,
          acts: [
            {
              label: t('people.member.noManager'),
              chosen: person.managerId === null,
              run: () =>
                void setManager.run(
                  { personId: person.id, managerId: null },
                  { done: t('people.member.managerNone', { name }) },
                ),
            },
            ...people
              .filter((other) => other.id !== person.id)
              .map((other) => ({
                label: other.name,
                chosen: person.managerId === other.id,
                run: () =>
                  void setManager.run(
                    { personId: person.id, managerId: other.id },
                    { done: t('people.member.managerChanged', { name, manager: other.name }) },
                  ),
              })),
          ],
        },
      ]}
    />
  );
};

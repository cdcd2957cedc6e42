import { Menu } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand, usePeople } from '#renderer/state/index.ts';
import type { Person } from '#renderer/state/index.ts';
import { CheckIcon, IconButton, MoreIcon } from '#renderer/ui/index.ts';

const roles = ['admin', 'member', 'guest'] as const;

const tick = (on: boolean) =>
  on ? <CheckIcon size={16} stroke={1.9} aria-hidden /> : <span style={{ inlineSize: 16 }} />;

/** Role and manager of a person, for those who may change them. A manager is a relation, not a role. */
export const MemberMenu = (props: { readonly person: Person }) => {
  const { t } = useText();
  const { person } = props;
  const people = usePeople();
  const setRole = useCommand('member.setRole');
  const setManager = useCommand('member.setManager');
  const { name } = person;

  return (
    <Menu shadow="xl" width={240}>
      <Menu.Target>
        <IconButton icon={MoreIcon} label={t('people.thread.more', { name })} size="xs" />
      </Menu.Target>
      <Menu.Dropdown>
        {person.role !== 'owner' && (
          <>
            <Menu.Label>{t('people.member.role')}</Menu.Label>
            {roles.map((role) => (
              <Menu.Item
                key={role}
                leftSection={tick(person.role === role)}
                onClick={() => {
                  if (person.role === role) return;
                  void setRole.run(
                    { personId: person.id, role },
                    { done: t('people.member.roleChanged', { name, role: t(`people.roles.${role}`) }) },
                  );
                }}
              >
                {t(`people.roles.${role}`)}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{t('people.member.manager')}</Menu.Label>
        <div style={{ maxBlockSize: 260, overflow: 'auto' }}>
          <Menu.Item
            leftSection={tick(person.managerId === null)}
            onClick={() =>
              void setManager.run(
                { personId: person.id, managerId: null },
                { done: t('people.member.managerNone', { name }) },
              )
            }
          >
            {t('people.member.noManager')}
          </Menu.Item>
          {people
            .filter((other) => other.id !== person.id)
            .map((other) => (
              <Menu.Item
                key={other.id}
                leftSection={tick(person.managerId === other.id)}
                onClick={() =>
                  void setManager.run(
                    { personId: person.id, managerId: other.id },
                    { done: t('people.member.managerChanged', { name, manager: other.name }) },
                  )
                }
              >
                {other.name}
              </Menu.Item>
            ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
};

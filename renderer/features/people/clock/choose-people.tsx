import { useState } from 'react';
import { Menu } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import type { ClockPeople, Person } from '#renderer/state/index.ts';
import { Button, CheckIcon, FilterIcon, useKeys } from '#renderer/ui/index.ts';
import classes from './overlap-clock.module.css';

/** Whose hours are shown, here and in the strip of the day; remembered on this device. */
export const ChoosePeople = (props: { readonly people: readonly Person[]; readonly choice: ClockPeople }) => {
  const { t } = useText();
  const { people, choice } = props;
  const [opened, setOpened] = useState(false);
  useKeys([{ keys: 'c', label: t('people.clock.choose'), run: () => setOpened(true) }]);
  const me = people.find((person) => person.me);
  const others = people.filter((person) => !person.me);
  const near = others.filter(
    (person) =>
      me !== undefined &&
      (person.id === me.managerId ||
        person.managerId === me.id ||
        (me.managerId !== null && person.managerId === me.managerId)),
  );
  const tick = (on: boolean) =>
    on ? <CheckIcon size={16} stroke={1.9} aria-hidden /> : <span style={{ inlineSize: 16 }} />;
  const all = choice.shown.length === people.length;
  return (
    <Menu shadow="xl" width={260} opened={opened} onChange={setOpened} closeOnItemClick={false}>
      <Menu.Target>
        <Button tone="quiet" size="xs" icon={FilterIcon} keys="c">
          {all ? t('people.clock.everyone') : t('people.clock.chosen', { count: choice.shown.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={tick(all)} onClick={choice.showAll}>
          {t('people.clock.everyone')}
        </Menu.Item>
        {near.length > 0 && (
          <Menu.Item leftSection={tick(false)} onClick={() => choice.showOnly(near)}>
            {t('people.clock.near')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <div className={classes['choice']}>
          {others.map((person) => (
            <Menu.Item
              key={person.id}
              role="menuitemcheckbox"
              aria-checked={choice.isShown(person)}
              leftSection={tick(choice.isShown(person))}
              onClick={() => choice.toggle(person)}
            >
              {person.name}
            </Menu.Item>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
};

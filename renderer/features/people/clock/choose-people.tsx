import { useState } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import type { ClockPeople, Person } from '#renderer/state/index.ts';
import { ActMenu, Button, FilterIcon, useKeys } from '#renderer/ui/index.ts';

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
  const all = choice.shown.length === people.length;
  return (
    <ActMenu
      width={260}
      opened={opened}
      onOpened={setOpened}
      stays
      about={t('people.clock.title')}
      target={
        <Button tone="quiet" size="xs" icon={FilterIcon} keys="c">
          {all ? t('people.clock.everyone') : t('people.clock.chosen', { count: choice.shown.length })}
        </Button>
      }
      sections={[
        {
          acts: [
            { label: t('people.clock.everyone'), chosen: all, run: choice.showAll },
            ...(near.length > 0
              ? [{ label: t('people.clock.near'), chosen: false, run: () => choice.showOnly(near) }]
              : []),
          ],
        },
        {
          height: 280,
          acts: others.map((person) => ({
            label: person.name,
            chosen: choice.isShown(person),
            run: () => choice.toggle(person),
          })),
        },
      ]}
    />
  );
};

import type { ReactNode } from 'react';
import { Menu } from '@mantine/core';
import type { MenuProps } from '@mantine/core';
import { useText } from '#renderer/i18n/index.ts';
import { CheckIcon } from '../icons.tsx';
import type { Icon } from '../icons.tsx';
import { useActs } from '../keys/use-acts.ts';
import classes from './act-menu.module.css';
import { Keys } from './keys.tsx';

export interface MenuAct {
  readonly label: string;
  readonly run: () => void;
  readonly icon?: Icon | undefined;
  /** The key that does the same and is registered by the view; shown, not bound. */
  readonly keys?: string | undefined;
  /** Why it cannot be done; it is shown and does nothing. */
  readonly refusal?: string | null | undefined;
  /** One of several to choose from, and whether it is the present one. */
  readonly chosen?: boolean | undefined;
  /** What it is called where the menu around it is not seen; the label unless said. */
  readonly called?: string | undefined;
}

export interface MenuSection {
  readonly title?: string | undefined;
  readonly acts: readonly MenuAct[];
  /** Long lists scroll on their own, up to this many pixels. */
  readonly height?: number | undefined;
}

export interface ActMenuProps {
  /** What opens it: one button. */
  readonly target: ReactNode;
  readonly sections: readonly MenuSection[];
  /** What the acts are about, where several such menus stand in one view: the palette says it with each. */
  readonly about?: string | undefined;
  /** Quiet words above the acts. */
  readonly head?: string | undefined;
  /** Quiet words below them. */
  readonly note?: string | null | undefined;
  readonly width?: number;
  readonly position?: MenuProps['position'];
  readonly opened?: boolean;
  readonly onOpened?: (opened: boolean) => void;
  /** Stays open while several are chosen. */
  readonly stays?: boolean;
}

const Sign = ({ act }: { readonly act: MenuAct }) => {
  const Shape = act.chosen === true ? CheckIcon : act.icon;
  if (Shape !== undefined) return <Shape size={16} stroke={1.75} aria-hidden />;
  return act.chosen === undefined ? null : <span className={classes['room']} />;
};

const Item = ({ act }: { readonly act: MenuAct }) => {
  const refusal = act.refusal ?? null;
  return (
    <Menu.Item
      // The library keeps the role of an item to itself, so that what is chosen is said as the current one.
      {...(act.chosen === true ? { 'aria-current': true } : {})}
      leftSection={<Sign act={act} />}
      rightSection={act.keys === undefined ? undefined : <Keys keys={act.keys} />}
      disabled={refusal !== null}
      onClick={act.run}
    >
      {act.label}
      {refusal !== null && refusal !== '' && <span className={classes['why']}>{refusal}</span>}
    </Menu.Item>
  );
};

/** A menu of acts. Each that has no key of its own is in the palette as well, for menus stay shut there. */
export const ActMenu = (props: ActMenuProps) => {
  const { t } = useText();
  const { target, about, head, note = null, width = 240, position, opened, onOpened, stays = false } = props;
  const sections = props.sections.filter(({ acts }) => acts.length > 0);
  useActs(
    sections.flatMap(({ title, acts }) =>
      acts.flatMap(({ label, called, keys, refusal, run }) => {
        if (keys !== undefined || (refusal ?? null) !== null) return [];
        const name = called ?? (title === undefined ? label : t('ui.act.choose', { what: title, choice: label }));
        return [{ label: about === undefined ? name : t('ui.act.of', { act: name, about }), run }];
      }),
    ),
  );
  return (
    <Menu
      shadow="xl"
      width={width}
      closeOnItemClick={!stays}
      {...(position === undefined ? {} : { position })}
      {...(opened === undefined ? {} : { opened })}
      {...(onOpened === undefined ? {} : { onChange: onOpened })}
    >
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {head !== undefined && (
          <>
            <Menu.Label>{head}</Menu.Label>
            <Menu.Divider />
          </>
        )}
        {sections.map(({ title, acts, height }, at) => (
          <div
            key={`${String(at)} ${title ?? ''}`}
            role="group"
            {...(title === undefined ? {} : { 'aria-label': title })}
          >
            {at > 0 && <Menu.Divider />}
            {title !== undefined && <Menu.Label>{title}</Menu.Label>}
            <div
              className={classes['acts']}
              // What scrolls must be reachable by itself.
              {...(height === undefined ? {} : { style: { maxBlockSize: height }, tabIndex: 0 })}
            >
              {acts.map((act, nth) => (
                // Two people may have the same name.
                <Item key={`${String(nth)} ${act.label}`} act={act} />
              ))}
            </div>
          </div>
        ))}
        {note !== null && <Menu.Label>{note}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
};

import { useRef } from 'react';
import type { MouseEventHandler, ReactNode, Ref } from 'react';
import { Button as MantineButton } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { classNames } from '../class-names.ts';
import type { Icon } from '../icons.tsx';
import { useActs } from '../keys/use-acts.ts';
import classes from './button.module.css';
import { Keys } from './keys.tsx';

export interface ButtonProps {
  /** Buttons are verbs, in sentence case. */
  readonly children: ReactNode;
  readonly tone?: 'default' | 'primary' | 'quiet' | 'danger' | 'danger-solid';
  readonly size?: 'sm' | 'xs';
  readonly icon?: Icon | undefined;
  readonly iconEnd?: Icon | undefined;
  /** Key that does the same, such as `c` or `mod+enter`; shown, not bound. */
  readonly keys?: string | undefined;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean | undefined;
  /** Shows that the act is under way; the button stays where it is and does not fire again. */
  readonly busy?: boolean | undefined;
  readonly onClick?: MouseEventHandler<HTMLButtonElement> | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-expanded'?: boolean | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
  /** Also Mantine targets (Menu.Target …) pass their own props through. */
  readonly [target: `data-${string}`]: unknown;
}

const tones = {
  default: classes['default'],
  primary: classes['primary'],
  quiet: classes['quiet'],
  danger: classes['danger'],
  'danger-solid': classes['dangerSolid'],
};

const isInRow = (element: Element | null): boolean =>
  element?.closest('li, tr, [role="row"], [role="listitem"], [role="treeitem"], [role="option"]') != null;

/** A button with the five tones of the design; one primary a view. */
export const Button = (props: ButtonProps) => {
  const { tone = 'default', size = 'sm', icon: Start, iconEnd: End, keys, busy = false, className, ...rest } = props;
  const { children, disabled, onClick, ref, type = 'button', ...passed } = rest;
  const own = useRef<HTMLButtonElement>(null);
  const both = useMergedRef(own, ref);
  // What has a key is in the palette by its binding; what sends a form belongs to the form.
  const label = rest['aria-label'] ?? (typeof children === 'string' ? children : '');
  const listed = keys === undefined && onClick !== undefined && type === 'button' && disabled !== true && label !== '';
  useActs(listed ? [{ label, run: () => own.current?.click(), inRow: () => isInRow(own.current) }] : []);
  return (
    <MantineButton
      {...passed}
      ref={both}
      {...(onClick === undefined || busy ? {} : { onClick })}
      type={busy ? 'button' : type}
      disabled={disabled ?? false}
      aria-busy={busy}
      size={size}
      leftSection={Start === undefined ? undefined : <Start size={16} stroke={1.9} aria-hidden />}
      rightSection={
        keys !== undefined ? (
          <Keys keys={keys} />
        ) : End === undefined ? undefined : (
          <End size={16} stroke={1.9} aria-hidden />
        )
      }
      className={classNames(classes['button'], size === 'xs' && classes['xs'], tones[tone], className)}
      classNames={{ section: classes['section'] ?? '' }}
    >
      {children}
    </MantineButton>
  );
};

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'iconEnd' | 'keys' | 'aria-label'> {
  readonly icon: Icon;
  /** The name of the act for those who cannot see the icon. */
  readonly label: string;
}

/** A square button with an icon only; the label is its accessible name. */
export const IconButton = (props: IconButtonProps) => {
  const { icon: Shape, label, tone = 'quiet', className, ...rest } = props;
  return (
    <Button {...rest} tone={tone} aria-label={label} className={classNames(classes['icon'], className)}>
      <Shape size={18} stroke={1.75} aria-hidden />
    </Button>
  );
};

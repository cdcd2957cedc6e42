import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { Icon } from '../icons.tsx';
import classes from './chip.module.css';

export interface ChipProps {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'line' | 'info' | 'accent';
  readonly icon?: Icon | undefined;
}

/** A short fact about a record: a cycle, a kind, a state that is not a status. */
export const Chip = (props: ChipProps) => {
  const { tone = 'plain', icon: Shape } = props;
  return (
    <span className={classNames(classes['chip'], tone !== 'plain' && classes[tone])}>
      {Shape !== undefined && <Shape size={14} stroke={1.75} aria-hidden />}
      {props.children}
    </span>
  );
};

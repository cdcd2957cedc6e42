import type { ReactNode } from 'react';
import type { Icon } from '#renderer/ui/index.ts';
import classes from './trust.module.css';

/** A list of plain facts: an icon, what it is, a quiet line, and an act or a state at the end. */
export const Facts = (props: { readonly label: string; readonly children: ReactNode }) => (
  <ul className={classes['facts']} aria-label={props.label}>
    {props.children}
  </ul>
);

export interface FactProps {
  readonly icon: Icon;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly end?: ReactNode;
}

export const Fact = (props: FactProps) => {
  const Shape = props.icon;
  return (
    <li>
      <Shape size={18} stroke={1.75} aria-hidden />
      <div className={classes['grow']}>
        <div className={classes['name']}>{props.title}</div>
        {props.detail !== undefined && <div className={classes['quiet']}>{props.detail}</div>}
      </div>
      {props.end}
    </li>
  );
};

import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { Icon } from '../icons.tsx';
import classes from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly sentence?: ReactNode;
  readonly icon?: Icon | undefined;
  /** A picture made of the place's own data; whole-place empty states only. */
  readonly picture?: ReactNode;
  /** One action, and one way to see an example. */
  readonly actions?: ReactNode;
  readonly foot?: ReactNode;
  /** Fills the place instead of a box within it. */
  readonly whole?: boolean;
  /** Rank of its title among the headings around it; 2 where it stands right below the place's own. */
  readonly rank?: 2 | 3;
  /** Dashed edge: not enough data yet. */
  readonly dashed?: boolean;
}

/** Never blank: what this is, one sentence, what to do next. */
export const EmptyState = (props: EmptyStateProps) => {
  const { whole = false, dashed = false, icon: Shape } = props;
  const Title = whole || props.rank === 2 ? 'h2' : 'h3';
  return (
    <div className={classNames(classes['box'], whole && classes['whole'], dashed && classes['dashed'])}>
      {props.picture !== undefined && <div className={classes['picture']}>{props.picture}</div>}
      {Shape !== undefined && <Shape size={22} stroke={1.6} className={classes['icon']} aria-hidden />}
      <Title className={classes['title']}>{props.title}</Title>
      {props.sentence !== undefined && <p className={classes['sentence']}>{props.sentence}</p>}
      {props.actions !== undefined && <div className={classes['actions']}>{props.actions}</div>}
      {props.foot !== undefined && <div className={classes['foot']}>{props.foot}</div>}
    </div>
  );
};

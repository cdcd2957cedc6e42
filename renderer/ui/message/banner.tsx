import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { AlertIcon, CheckIcon, InfoIcon, StopIcon } from '../icons.tsx';
import type { Icon } from '../icons.tsx';
import classes from './banner.module.css';

export interface BannerProps {
  /** Being out of date is plain information; red is for damage only. */
  readonly tone?: 'plain' | 'info' | 'done' | 'at-risk' | 'off-track';
  readonly icon?: Icon | undefined;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Announced when it appears. */
  readonly live?: boolean;
}

const icons: Readonly<Record<NonNullable<BannerProps['tone']>, Icon>> = {
  plain: InfoIcon,
  info: InfoIcon,
  done: CheckIcon,
  'at-risk': AlertIcon,
  'off-track': StopIcon,
};

/** A message that stays: what happened, what it means, what to do. */
export const Banner = (props: BannerProps) => {
  const { tone = 'plain', live = false } = props;
  const Shape = props.icon ?? icons[tone];
  return (
    <div className={classNames(classes['banner'], classes[tone])} {...(live ? { role: 'status' } : {})}>
      <Shape size={18} stroke={1.75} aria-hidden />
      <span className={classes['words']}>{props.children}</span>
      {props.action}
    </div>
  );
};

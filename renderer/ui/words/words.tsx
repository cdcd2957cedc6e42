import type { ElementType } from 'react';
import { classNames } from '../class-names.ts';
import classes from './words.module.css';

export interface WordsProps {
  /** What a person wrote. Shown as text, whatever it holds; never cut. */
  readonly children: string;
  readonly size?: 'md' | 'sm';
  readonly quiet?: boolean;
  readonly as?: ElementType;
}

/** A person's words, in the reading serif. Meridian's own words never use it. */
export const Words = (props: WordsProps) => {
  const { as: Tag = 'p', size = 'md', quiet = false } = props;
  return (
    <Tag
      className={classNames(classes['words'], size === 'sm' && classes['small'], quiet && classes['quiet'])}
      dir="auto"
    >
      {props.children}
    </Tag>
  );
};

import type { ElementType } from 'react';
import { piecesOf } from '../mentions/mentions.ts';
import type { MentionOf } from '../mentions/mentions.ts';
import { classNames } from '../class-names.ts';
import classes from './words.module.css';

export interface WordsProps {
  /** What a person wrote. Shown as text, whatever it holds; never cut. */
  readonly children: string;
  readonly size?: 'md' | 'sm';
  readonly quiet?: boolean;
  readonly as?: ElementType;
  /** Who is named in it after an `@`; they stand out. */
  readonly mentions?: readonly MentionOf[] | undefined;
}

/** A person's words, in the reading serif. Meridian's own words never use it. */
export const Words = (props: WordsProps) => {
  const { as: Tag = 'p', size = 'md', quiet = false } = props;
  return (
    <Tag
      className={classNames(classes['words'], size === 'sm' && classes['small'], quiet && classes['quiet'])}
      dir="auto"
    >
      {props.mentions === undefined || props.mentions.length === 0
        ? props.children
        : piecesOf(props.children, props.mentions).map(({ text, personId }, index) =>
            personId === null ? (
              text
            ) : (
              <span key={`${personId}/${String(index)}`} className={classes['mention']}>
                {text}
              </span>
            ),
          )}
    </Tag>
  );
};

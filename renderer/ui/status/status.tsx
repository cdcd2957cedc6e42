import type { ReactNode } from 'react';
import type { Confidence } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { classNames } from '../class-names.ts';
import classes from './status.module.css';

/** What a person said about a goal, or that nobody said anything yet, or that it is closed. */
export type Status = Confidence | 'unsaid' | 'closed';

export const statusOf = (confidence: Confidence | null): Status => confidence ?? 'unsaid';

const shapes: Readonly<Record<Status, ReactNode>> = {
  'on-track': <circle cx="6" cy="6" r="5" />,
  'at-risk': <path d="M6 1.2 11.2 10.4H.8z" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" />,
  'off-track': (
    <path
      fillRule="evenodd"
      d="M2.4.8h7.2c.9 0 1.6.7 1.6 1.6v7.2c0 .9-.7 1.6-1.6 1.6H2.4c-.9 0-1.6-.7-1.6-1.6V2.4C.8 1.5 1.5.8 2.4.8zM4.3 3.1 3.1 4.3 4.8 6 3.1 7.7l1.2 1.2L6 7.2l1.7 1.7 1.2-1.2L7.2 6l1.7-1.7-1.2-1.2L6 4.8z"
    />
  ),
  unsaid: (
    <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.3 2.3" />
  ),
  closed: (
    <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="6" cy="6" r="4.9" />
      <path d="M3.9 6.2 5.4 7.7 8.2 4.6" />
    </g>
  ),
};

export interface StatusShapeProps {
  readonly status: Status;
  /** True where the word stands beside it: the shape is then silent for screen readers. */
  readonly silent?: boolean;
}

/** The shape of a status. It never goes, even where the word does not fit. */
export const StatusShape = (props: StatusShapeProps) => {
  const { t } = useText();
  const name =
    props.silent === true ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`ui.status.${props.status}`) };
  return (
    <svg
      className={classNames(classes['shape'], classes[props.status])}
      viewBox="0 0 12 12"
      fill="currentColor"
      {...name}
    >
      {shapes[props.status]}
    </svg>
  );
};

export interface StatusWordProps {
  readonly status: Status;
  /** Replaces the word, such as "1 off" in a tight row; the full word stays the accessible name. */
  readonly word?: string | undefined;
  readonly size?: 'sm' | 'xs' | 'inherit';
  readonly chip?: boolean;
}

/** Shape, word and colour: the only way to show a status. */
export const StatusWord = (props: StatusWordProps) => {
  const { t } = useText();
  const { status, word, size = 'sm', chip = false } = props;
  return (
    <span
      className={classNames(
        classes['word'],
        classes[status],
        size === 'xs' && classes['small'],
        size === 'inherit' && classes['inline'],
        chip && classes['chip'],
      )}
    >
      <StatusShape status={status} silent={word === undefined} />
      {word ?? t(`ui.status.${status}`)}
    </span>
  );
};

import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import classes from './card.module.css';

export interface BoxProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly label?: string;
}

/** Only for something that can be acted on as a whole; never a card in a card. */
export const Card = (props: BoxProps) => (
  <section className={classNames(classes['card'], props.className)} aria-label={props.label}>
    {props.children}
  </section>
);

/** A sunken ground for quoted material and named objects. */
export const Well = (props: BoxProps) => (
  <div className={classNames(classes['well'], props.className)} aria-label={props.label}>
    {props.children}
  </div>
);

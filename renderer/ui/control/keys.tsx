import { useDirection } from '@mantine/core';
import classes from './keys.module.css';

const isApple = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const caps: Readonly<Record<string, string>> = {
  enter: '\u21b5',
  escape: 'Esc',
  shift: 'Shift',
  alt: 'Alt',
  tab: 'Tab',
  up: '\u2191',
  down: '\u2193',
  left: '\u2190',
  right: '\u2192',
  space: 'Space',
};

const mirrored: Readonly<Record<string, string>> = { left: 'right', right: 'left' };

const cap = (key: string): string =>
  key === 'mod' ? (isApple() ? '\u2318' : 'Ctrl') : (caps[key] ?? (key.length === 1 ? key : key));

/**
 * Key caps for a binding: `mod+k` is pressed together, `g t` one after the other. Arrows show the key to press, which in
 * Urdu is the opposite one.
 */
export const Keys = (props: { readonly keys: string }) => {
  const { dir } = useDirection();
  const turned = (key: string): string => (dir === 'rtl' ? (mirrored[key] ?? key) : key);
  return (
    <span className={classes['keys']} aria-hidden>
      {props.keys.split(' ').flatMap((chord, step) =>
        chord
          .split('+')
          .filter((key) => key !== '')
          .map((key) => (
            <kbd key={`${String(step)}-${key}`} className={classes['key']}>
              {chord.includes('+') && key.length === 1 ? key.toUpperCase() : cap(turned(key))}
            </kbd>
          )),
      )}
    </span>
  );
};

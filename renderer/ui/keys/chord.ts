/** As much of a keyboard event as matching needs. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const named: Readonly<Record<string, string>> = {
  Enter: 'enter',
  Escape: 'escape',
  Tab: 'tab',
  ' ': 'space',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
  End: 'end',
  Delete: 'delete',
  Backspace: 'backspace',
};

/** The Latin letter or digit of the physical key, so that single keys work on Arabic or Cyrillic layouts too. */
const physical = (code: string): string | undefined =>
  /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).join('').toLowerCase();

/** Bindings say `right` for "on" and `left` for "back"; on a page written from right to left the arrows turn around. */
const mirrored: Readonly<Record<string, string>> = { ArrowLeft: 'right', ArrowRight: 'left' };

/**
 * A press as the registry writes it: `j`, `?`, `mod+k`, `shift+enter`. Undefined for a bare modifier and for anything
 * with Alt, which types characters on many layouts.
 */
export const chordOf = (press: KeyPress, rightToLeft = false): string | undefined => {
  if (press.altKey || ['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'Dead', 'Process'].includes(press.key))
    return undefined;
  const name = (rightToLeft ? mirrored[press.key] : undefined) ?? named[press.key];
  const printable = press.key.length === 1;
  const latin = printable && (press.key.codePointAt(0) ?? 0) < 128;
  const base =
    name ??
    (printable ? (latin ? press.key.toLowerCase() : (physical(press.code) ?? press.key)) : press.key.toLowerCase());
  const letter = /^[a-z]$/.test(base);
  const shift = press.shiftKey && (name !== undefined || letter || !printable);
  return `${press.ctrlKey || press.metaKey ? 'mod+' : ''}${shift ? 'shift+' : ''}${base}`;
};

import type { KeyPlace, KeyRegistry } from './registry.ts';

const takesText = (element: Element | null): boolean => {
  if (element === null) return false;
  if (element instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'submit', 'range', 'file', 'color'].includes(element.type);
  }
  return element.matches(
    'textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"]',
  );
};

const controls =
  'button, a[href], summary, input, [role="button"], [role="tab"], [role="menuitem"], [role="radio"], [role="option"]';

const placeOf = (target: EventTarget | null, document: Document): KeyPlace => {
  const element = target instanceof Element ? target : null;
  return {
    typing: takesText(element),
    dialog: document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null,
    onControl: element?.matches(controls) === true,
    rightToLeft: document.documentElement.dir === 'rtl',
  };
};

/** Binds a registry to a window; Esc in a field leaves the field. Returns what undoes it. */
export const listenForKeys = (registry: KeyRegistry, window: Window): (() => void) => {
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    const place = placeOf(event.target, window.document);
    if (registry.press(event, place)) {
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape' && place.typing && !place.dialog && event.target instanceof HTMLElement)
      event.target.blur();
  };
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onKey);
  };
};

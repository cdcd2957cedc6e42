import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Timers } from '#shared/std/index.ts';
import { chordOf } from './chord.ts';
import type { KeyPress } from './chord.ts';

export interface KeyBinding {
  /** `j`, `?`, `mod+k`, or a sequence such as `g t`. */
  readonly keys: string;
  /** What it does, in the reader's language; shown in the help. */
  readonly label: string;
  readonly run: () => void;
  /** Also while a field has the focus or a dialog is open; only for the palette. */
  readonly always?: boolean;
  /** Works, but is not listed: a second key for the same act. */
  readonly hidden?: boolean;
}

export type KeyScope = 'everywhere' | 'go' | 'here';

export interface ScopedBinding extends KeyBinding {
  readonly scope: KeyScope;
}

/** Where the press happened, as far as the rules need it. */
export interface KeyPlace {
  /** The focus is in something that takes text. */
  readonly typing: boolean;
  /** A dialog is open above the view. */
  readonly dialog: boolean;
  /** The focus is on a button, link or the like, which keeps Enter and Space for itself. */
  readonly onControl: boolean;
  /** The page is written from right to left, so the arrows that lead on and back change places. */
  readonly rightToLeft: boolean;
}

export interface KeyRegistry {
  readonly store: StoreApi<readonly ScopedBinding[]>;
  /** Adds bindings until the returned function is called. The newest binding of a key wins. */
  readonly add: (scope: KeyScope, bindings: readonly KeyBinding[]) => () => void;
  /** Runs what the press means, if anything. True = handled. */
  readonly press: (press: KeyPress, place: KeyPlace) => boolean;
}

/** A sequence such as `g t` must be finished within this time. */
export const sequenceMs = 1200;

export const createKeyRegistry = (deps: { readonly timers: Timers }): KeyRegistry => {
  const store = createStore<readonly ScopedBinding[]>()(() => []);
  let begun: string | undefined;
  let forget: (() => void) | undefined;

  const reset = (): void => {
    forget?.();
    forget = undefined;
    begun = undefined;
  };

  const allowed = (binding: ScopedBinding, place: KeyPlace): boolean => {
    if (place.typing || place.dialog) return binding.always === true;
    return !(place.onControl && (binding.keys === 'enter' || binding.keys === 'space'));
  };

  return {
    store,
    add: (scope, bindings) => {
      const added = bindings.map((binding) => ({ ...binding, scope }));
      store.setState([...store.getState(), ...added], true);
      return () => {
        store.setState(
          store.getState().filter((binding) => !added.includes(binding)),
          true,
        );
      };
    },
    press: (press, place) => {
      const chord = chordOf(press, place.rightToLeft);
      if (chord === undefined) return false;
      const typed = begun === undefined ? chord : `${begun} ${chord}`;
      const usable = store.getState().filter((binding) => allowed(binding, place));
      const binding = usable.findLast((candidate) => candidate.keys === typed);
      reset();
      if (binding !== undefined) {
        binding.run();
        return true;
      }
      if (usable.some((candidate) => candidate.keys.startsWith(`${typed} `))) {
        begun = typed;
        forget = deps.timers.after(sequenceMs, reset);
        return true;
      }
      return false;
    },
  };
};

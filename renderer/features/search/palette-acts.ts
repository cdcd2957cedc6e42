import type { KeyRegistry } from '#renderer/ui/index.ts';

/** Something the palette can do: an act of the place that is open, or a way to another. */
export interface PaletteAct {
  readonly id: string;
  readonly label: string;
  readonly keys: string;
  readonly group: 'here' | 'go';
  readonly run: () => void;
}

/** Moving along a list is not worth a line of its own. */
const moving: ReadonlySet<string> = new Set(['j', 'k', 'home', 'end', 'enter']);

/**
 * The acts of the moment, straight from the key registry: what has a key is in the palette too. `skipped` are keys that
 * open the palette itself.
 */
export const actsNow = (keys: KeyRegistry, skipped: ReadonlySet<string>): readonly PaletteAct[] => {
  const byKeys = new Map<string, PaletteAct>();
  for (const binding of keys.store.getState()) {
    if (binding.hidden === true || skipped.has(binding.keys) || moving.has(binding.keys)) continue;
    byKeys.set(binding.keys, {
      id: binding.keys,
      label: binding.label,
      keys: binding.keys,
      group: binding.scope === 'go' ? 'go' : 'here',
      run: binding.run,
    });
  }
  return [...byKeys.values()];
};

/** Acts whose words begin like every word that was typed. */
export const actsMatching = (acts: readonly PaletteAct[], typed: string): readonly PaletteAct[] => {
  const wanted = typed.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return acts.filter((act) => {
    const words = act.label.toLocaleLowerCase().split(/[\s"'“”‘’(]+/u);
    return wanted.every((want) => words.some((word) => word.startsWith(want)));
  });
};

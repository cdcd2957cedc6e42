import type { ActRegistry, KeyRegistry } from '#renderer/ui/index.ts';

/** Something the palette can do: an act of the place that is open, or a way to another. */
export interface PaletteAct {
  readonly id: string;
  readonly label: string;
  /** Null for an act that is found by its name alone. */
  readonly keys: string | null;
  readonly group: 'here' | 'go';
  readonly run: () => void;
}

/** Moving along a list is not worth a line of its own. */
const moving: ReadonlySet<string> = new Set(['j', 'k', 'home', 'end', 'enter']);

/**
 * The acts of the moment, straight from the registries: what has a key, and what menus and buttons do without one.
 * `skipped` are keys that open the palette itself.
 */
export const actsNow = (keys: KeyRegistry, acts: ActRegistry, skipped: ReadonlySet<string>): readonly PaletteAct[] => {
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
  const keyed = [...byKeys.values()];
  const named = new Set(keyed.map((act) => act.label));
  const others = acts.now().filter((act) => !named.has(act.label));
  return [
    ...keyed,
    ...others.map(({ label, run }): PaletteAct => ({ id: `named ${label}`, label, keys: null, group: 'here', run })),
  ];
};

/** Acts whose words begin like every word that was typed; before anything is, those that have keys. */
export const actsMatching = (acts: readonly PaletteAct[], typed: string): readonly PaletteAct[] => {
  const wanted = typed.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return acts.filter((act) => {
    if (wanted.length === 0) return act.keys !== null;
    const words = act.label.toLocaleLowerCase().split(/[\s"'“”‘’(]+/u);
    return wanted.every((want) => words.some((word) => word.startsWith(want)));
  });
};

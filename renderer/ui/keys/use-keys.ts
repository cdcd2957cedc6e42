import { useEffect, useRef } from 'react';
import { useUi } from '../services.tsx';
import type { KeyBinding, KeyScope } from './registry.ts';

/**
 * Registers keys while the component is mounted. The bindings may be a new array at every render; only a change of keys
 * or labels registers again, the acts are always the newest.
 */
export const useKeys = (bindings: readonly KeyBinding[], scope: KeyScope = 'here'): void => {
  const { keys } = useUi();
  const newest = useRef(bindings);
  useEffect(() => {
    newest.current = bindings;
  });
  const signature = bindings
    .map((binding) => [binding.keys, binding.label, binding.always === true, binding.hidden === true].join('\u0000'))
    .join('\u0001');
  useEffect(
    () =>
      keys.add(
        scope,
        newest.current.map((binding, index) => ({
          ...binding,
          run: () => newest.current[index]?.run(),
        })),
      ),
    [keys, scope, signature],
  );
};

import { createContext, useContext, useEffect, useRef } from 'react';
import { useUi } from '../services.tsx';
import type { Act } from './acts.ts';

/** False within a dialog: what stands there is done there, and is gone before the palette could do it. */
export const ActsInSight = createContext(true);

/** Puts acts into the palette while the component is mounted; they are always the newest. */
export const useActs = (acts: readonly Act[]): void => {
  const registry = useUi().acts;
  const inSight = useContext(ActsInSight);
  const newest = useRef(acts);
  useEffect(() => {
    newest.current = acts;
  });
  const signature = acts.map((act) => act.label).join('\u0001');
  useEffect(
    () =>
      inSight && signature !== ''
        ? registry.add(
            newest.current.map(({ label }, at) => ({
              label,
              run: () => newest.current[at]?.run(),
              inRow: () => newest.current[at]?.inRow?.() === true,
            })),
          )
        : undefined,
    [registry, inSight, signature],
  );
};

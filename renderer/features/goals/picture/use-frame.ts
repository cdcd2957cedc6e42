import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** The part of a scrolled frame that is in sight, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

/** Watches the size of a frame and where it is scrolled to. */
export const useFrame = (): { readonly ref: RefObject<HTMLDivElement | null>; readonly frame: Frame } => {
  const ref = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<Frame>({ width: 0, height: 0, top: 0 });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const look = (): void => {
      setFrame({ width: element.clientWidth, height: element.clientHeight, top: element.scrollTop });
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return { ref, frame };
};

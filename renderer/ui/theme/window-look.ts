import { useEffect } from 'react';
import { useLocalStorage } from '@mantine/hooks';

export type Density = 'compact' | 'standard' | 'roomy';

/** How dense rows are and whether key caps show: kept by this window's browser profile, applied to the whole page. */
export const useWindowLook = () => {
  const [density, setDensity] = useLocalStorage<Density>({
    key: 'meridian-density',
    defaultValue: 'standard',
    getInitialValueInEffect: false,
  });
  const [keyCaps, setKeyCaps] = useLocalStorage({
    key: 'meridian-key-caps',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['density'] = density;
    if (keyCaps) delete dataset['hideKeyCaps'];
    else dataset['hideKeyCaps'] = '';
  }, [density, keyCaps]);
  return { density, setDensity, keyCaps, setKeyCaps };
};

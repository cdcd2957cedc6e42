import { lazy } from 'react';

export { SearchPalette } from './palette.tsx';
/** Loaded when it is opened: the palette, which shares this face, is there from the start. */
export const SearchScreen = lazy(async () => ({ default: (await import('./search-screen.tsx')).SearchScreen }));

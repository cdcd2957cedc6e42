export { SearchPalette } from './palette.tsx';
export { SearchScreen } from './search-screen.tsx';

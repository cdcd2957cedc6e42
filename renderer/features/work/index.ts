export { WorkScreen } from './work-screen.tsx';

export { GoalsScreen } from './goals-screen.tsx';

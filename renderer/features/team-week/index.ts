export { TeamWeekScreen } from './team-week-screen.tsx';

export { CheckInScreen } from './check-in-screen.tsx';
export { TeamScreen } from './team/team-screen.tsx';

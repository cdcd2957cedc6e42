export { CheckInScreen } from './check-in-screen.tsx';
export { JournalScreen } from './journal/journal-screen.tsx';
export { TeamScreen } from './team/team-screen.tsx';

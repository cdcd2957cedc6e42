export { CheckInScreen } from './check-in-screen.tsx';

export { ReminderBell } from './bell.tsx';
export { RemindersScreen } from './reminders-screen.tsx';
export { ReminderSpeaker } from './speaker.ts';

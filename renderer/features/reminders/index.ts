import { lazy } from 'react';

export { ReminderBell } from './bell.tsx';
/** Loaded when it is opened: the bell and the voice, which share this face, are there from the start. */
export const RemindersScreen = lazy(async () => ({
  default: (await import('./reminders-screen.tsx')).RemindersScreen,
}));
export { ReminderSpeaker } from './speaker.ts';

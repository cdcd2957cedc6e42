export { AutoLock } from './auto-lock.tsx';
export { UnlockScreen } from './unlock-screen.tsx';

export { LeaveSampleDialog } from './leave-dialog.tsx';
export { TrustScreen } from './trust-screen.tsx';

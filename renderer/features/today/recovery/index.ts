export { RecoveryCards } from './recovery-cards.tsx';

export { WorkScreen } from './work-screen.tsx';
export { QuickTask } from './quick-task.tsx';

export { AskDialog } from './ask-dialog.tsx';
export { RequestsScreen } from './requests-screen.tsx';

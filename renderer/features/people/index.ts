export { PeopleScreen } from './people-screen.tsx';
export { ProfileDialog } from './profile/profile-dialog.tsx';

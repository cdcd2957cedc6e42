export { InviteDialog } from './invite-dialog.tsx';
export { MembersScreen } from './members/members-screen.tsx';
export { OutBanner } from './members/out-banner.tsx';
export { PeopleScreen } from './people-screen.tsx';
export { ProfileDialog } from './profile/profile-dialog.tsx';
export { TeamDialog } from './team-dialog.tsx';

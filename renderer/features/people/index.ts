export const PeopleScreen = () => null;
export const ProfileDialog = (_props: { readonly opened: boolean; readonly onClose: () => void }) => null;

export const CheckInScreen = () => null;

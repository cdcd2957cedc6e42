export const TodayScreen = () => null;

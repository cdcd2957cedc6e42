export const GoalsScreen = () => null;

export const TrustScreen = () => null;

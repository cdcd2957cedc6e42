export { parentPortOf, type MainPort, type MessageEvent, type ParentPort } from './parent.ts';
export { serveUtility, type AskKeychain, type OpenedProfile, type UtilityPorts } from './serve.ts';

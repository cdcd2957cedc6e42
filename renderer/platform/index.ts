export { openEngine } from './connector.ts';
export { isDesktop } from './desktop.ts';
export { systemNotices } from './notices.ts';
export { windowClock, windowTimers } from './ports.ts';

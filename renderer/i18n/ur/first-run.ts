import type { Messages } from '../messages.ts';

export const firstRun: Messages = {};

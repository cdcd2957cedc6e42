import type { Messages } from '../messages.ts';

export const goals: Messages = {};

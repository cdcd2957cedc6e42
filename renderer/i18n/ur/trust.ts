import type { Messages } from '../messages.ts';

export const trust: Messages = {};

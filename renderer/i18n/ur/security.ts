import type { Messages } from '../messages.ts';

export const security: Messages = {};

import type { Messages } from '../messages.ts';

export const importer: Messages = {};

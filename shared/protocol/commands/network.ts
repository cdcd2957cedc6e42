import { z } from 'zod';

const nothing = z.object({});

/** Commands on how entries travel. */
export const networkCommands = {
  'relay.add': { params: z.object({ url: z.string().max(300) }), result: nothing },
  'relay.remove': { params: z.object({ url: z.string().max(300) }), result: nothing },
  'relay.retry': { params: z.object({}), result: nothing },
  'lan.set': { params: z.object({ enabled: z.boolean() }), result: nothing },
  /** Connects to a teammate's machine by host:port. */
  'lan.connect': { params: z.object({ address: z.string().min(3).max(200) }), result: nothing },
} as const;

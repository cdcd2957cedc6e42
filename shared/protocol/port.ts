import { z } from 'zod';
import { protocolError } from './errors.ts';

/** Version of this protocol; an engine and a window of different versions refuse each other with a sentence. */
export const protocolVersion = 1;

/**
 * Longest request, in characters of JSON: above the largest import (20,000,000 characters of text) with its escapes.
 * A longer one is refused before it is sent, because a socket can only answer it by closing.
 */
export const maxRequestLength = 32_000_000;

/**
 * The one pipe all hosts offer: a WebSocket, an Electron MessagePort or a pair in memory. Messages are plain data
 * (structured clone and JSON alike); nothing is ever transferred.
 */
export interface PortLike {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onClose: (listener: () => void) => void;
  readonly close: () => void;
}

/** Window to engine. */
export const clientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), version: z.number().int() }),
  /** `once` makes retries safe: the same value returns the first result. */
  z.object({
    type: z.literal('run'),
    id: z.number().int(),
    name: z.string(),
    params: z.unknown(),
    once: z.string().max(64).optional(),
  }),
  z.object({ type: z.literal('watch'), id: z.number().int(), name: z.string(), params: z.unknown() }),
  z.object({ type: z.literal('unwatch'), id: z.number().int() }),
]);

/** Engine to window. */
export const engineMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), version: z.number().int() }),
  z.object({ type: z.literal('done'), id: z.number().int(), value: z.unknown() }),
  z.object({ type: z.literal('failed'), id: z.number().int(), error: protocolError }),
  /** The whole value of a watched query, sent once at first and then whenever it changed, at most once a tick. */
  z.object({ type: z.literal('value'), id: z.number().int(), value: z.unknown() }),
]);

export type ClientMessage = z.infer<typeof clientMessage>;
export type EngineMessage = z.infer<typeof engineMessage>;

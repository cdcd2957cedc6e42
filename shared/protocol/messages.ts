import { errorCode, type ProtocolError } from './errors.ts';
import type { EngineMessage } from './port.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const codes: ReadonlySet<string> = new Set(errorCode.options);

const readError = (raw: unknown): ProtocolError => {
  const { code, sentence, field } = isObject(raw) ? raw : {};
  return {
    code: typeof code === 'string' && codes.has(code) ? (code as ProtocolError['code']) : 'unavailable',
    sentence: typeof sentence === 'string' ? sentence : 'Meridian could not do this and did not say why.',
    ...(typeof field === 'string' ? { field } : {}),
  };
};

/**
 * Reads what an engine sends; undefined for what this version does not know. Written by hand, because the validator
 * library compiles its checks with `new Function`, which a window's content security policy reports as an attack.
 */
export const readEngineMessage = (raw: unknown): EngineMessage | undefined => {
  if (!isObject(raw)) return undefined;
  const { type, id, version, value, error } = raw;
  if (type === 'welcome') return typeof version === 'number' ? { type, version } : undefined;
  if (typeof id !== 'number') return undefined;
  if (type === 'done' || type === 'value') return { type, id, value };
  return type === 'failed' ? { type, id, error: readError(error) } : undefined;
};

import { toText } from '#shared/std/index.ts';
import type { Pin } from '../members/index.ts';
import type { LogRow } from '../store/index.ts';
import type { Ledger } from './ledger.ts';

/** Whose logs a cut is about: all devices of a person, or some devices. */
export type CutTarget = { readonly personId: string } | { readonly deviceIds: readonly string[] };

/**
 * The end, as this device knows it, of every log that the target writes (of those in one space, if it is named): what
 * an act that takes authority away states as its cut (docs/formats/membership.md, C2). Logs of spaces this device
 * cannot read are not in it, because nobody knows whose they are.
 */
export const cutOf = (ledger: Pick<Ledger, 'graph' | 'entries'>, target: CutTarget, spaceId?: string): Pin[] => {
  const ids = 'personId' in target ? (ledger.graph.now().person(target.personId)?.devices ?? []) : target.deviceIds;
  const devices = new Set(ids);
  const isMeant = (log: LogRow): boolean =>
    log.device_id !== null && devices.has(log.device_id) && (spaceId === undefined || log.space_id === spaceId);
  return ledger.entries
    .logs()
    .filter(isMeant)
    .map((log) => ({ logId: log.log, seq: log.head_seq, hash: log.head_hash }))
    .sort((a, b) => (toText(a.logId) < toText(b.logId) ? -1 : 1));
};

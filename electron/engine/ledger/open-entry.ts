import { equalBytes, fromText, toText } from '#shared/std/index.ts';
import { decodeHeader, type Header } from '#shared/sync/index.ts';
import { checkCertificate, openSealed } from '../entry/index.ts';
import type { Body } from '../entry/index.ts';
import type { Keyring } from '../keys/index.ts';
import type { EntryRow, EntryTables } from '../store/index.ts';
import { quarantined, waitName, type Verdict } from './verdict.ts';

/** An entry whose body this device could open, and what its log's certificate says of its author. */
export interface OpenedEntry {
  readonly row: EntryRow;
  readonly header: Header;
  readonly body: Body;
  readonly spaceId: Uint8Array;
  readonly deviceId: Uint8Array;
  /** The epoch of whose key it is sealed with. */
  readonly epochId: Uint8Array;
}

export interface OpenDeps {
  readonly entries: EntryTables;
  readonly keyring: Keyring;
}

export type Opening =
  | { readonly opened: OpenedEntry }
  | {
      readonly opened: null;
      readonly verdict: Verdict;
      readonly spaceId: string | null;
      /** What it says, where that can be read but nobody knows yet whose log it is in. */
      readonly body?: Body;
    };

/** Why an entry is locked. */
export const noKey = 'Its key is not here. It is kept and carried for those who have it.';

/**
 * Finds the key by the entry's tag, opens the body, and reads the log's certificate from its first entry: from there
 * on the log belongs to that device and that space, and no entry of it counts elsewhere.
 */
export const openEntry = (row: EntryRow, { entries, keyring }: OpenDeps): Opening => {
  const say = (verdict: Verdict, spaceId: string | null = null): Opening => ({ opened: null, verdict, spaceId });
  const header = decodeHeader(row.header);
  if (!header.ok) return say(quarantined(header.error.sentence));
  const { logId, epochTag } = header.value;
  const found = keyring.byTag(epochTag, logId);
  if (found === undefined) return say({ state: 'locked', reason: noKey });
  const spaceText = toText(found.spaceId);
  const body = openSealed(row.body, header.value, found.epoch);
  if (!body.ok) return say(quarantined(body.error.sentence), spaceText);
  const { certificate } = body.value;
  if (certificate !== null) {
    const checked = checkCertificate(certificate, { spaceId: found.spaceId, logId });
    if (!checked.ok) return say(quarantined(checked.error.sentence), spaceText);
    // A second beginning beside a log does not take it over (SPEC S37).
    if (equalBytes(row.log, logId)) entries.bind(logId, spaceText, toText(checked.value.deviceId));
    const { deviceId } = checked.value;
    return {
      opened: {
        row,
        header: header.value,
        body: body.value,
        spaceId: found.spaceId,
        deviceId,
        epochId: found.epoch.id,
      },
    };
  }
  const log = entries.log(logId);
  const deviceId = log?.device_id == null ? undefined : fromText(log.device_id);
  if (log === undefined || deviceId === undefined) {
    if (entries.at(logId, 1)?.state === 'quarantined')
      return say(quarantined('The first entry of its log is not valid.'), spaceText);
    const missing = [waitName.log(toText(logId))];
    const verdict = { state: 'waiting', missing, reason: 'The first entry of its log cannot be opened yet.' } as const;
    return { opened: null, verdict, spaceId: spaceText, body: body.value };
  }
  if (log.space_id !== spaceText) return say(quarantined('Its log belongs to another space.'), spaceText);
  return {
    opened: { row, header: header.value, body: body.value, spaceId: found.spaceId, deviceId, epochId: found.epoch.id },
  };
};

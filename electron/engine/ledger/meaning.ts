import { toText } from '#shared/std/index.ts';
import type { OpenedEntry } from './open-entry.ts';

/** What an entry says of itself, as the table of entries keeps it. */
export interface Meaning {
  readonly spaceId: string;
  readonly recordId: string | null;
  readonly kind: string;
  readonly personId: string | null;
  readonly deviceId: string;
  readonly claimedAt: number;
}

/** As much of it as could be found out. */
export type Known = { readonly [K in keyof Meaning]?: Meaning[K] | null };

export const meaningOf = ({ body, spaceId, deviceId }: OpenedEntry): Meaning => ({
  spaceId: toText(spaceId),
  recordId: null,
  kind: body.kind,
  personId: null,
  deviceId: toText(deviceId),
  claimedAt: body.time,
});

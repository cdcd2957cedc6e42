import { compareBytes } from '#shared/std/index.ts';
import { mapKey } from '../crypto/index.ts';
import { recoveryLabel } from './acts.ts';
import type { Node } from './graph.ts';
import { rankNow } from './state.ts';
import type { Refusal, State } from './state.ts';

/** How senior an author was when writing: role, then how early they joined, then how early the device came. */
export interface Seniority {
  readonly rank: number;
  readonly joined: Node | null;
  readonly added: Node | null;
  /** A recovery phrase: as senior as the device that added it, and before it. */
  readonly phrase: boolean;
}

/** What an act is worth in its author's own view. Decided once; the same for everybody, for ever. */
export type OwnVerdict =
  | {
      readonly honest: true;
      /** Rank the act rests on; -1 for none. */
      readonly needs: number;
      /** Map key of the author; the newcomer's own for a join. */
      readonly authorKey: string | null;
      readonly seniority: Seniority;
    }
  | { readonly honest: false; readonly refusal: Refusal };

export const seniorityIn = (state: State, node: Node): { authorKey: string | null; seniority: Seniority } => {
  const device = state.devices.get(mapKey(node.signed.deviceId));
  const person = device === undefined ? undefined : state.persons.get(device.personKey);
  const phrase = device?.label === recoveryLabel;
  // Not before every device: a thief could add a phrase of their own, and outrank with it the machine that is still there.
  const ranked = phrase ? (state.devices.get(mapKey(device.added.signed.deviceId)) ?? device) : device;
  return {
    authorKey: device?.personKey ?? null,
    seniority: {
      rank: person === undefined ? -1 : rankNow(person),
      joined: person?.join ?? null,
      added: ranked?.added ?? null,
      phrase,
    },
  };
};

const earlier = (a: Node | null, b: Node | null): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a.depth - b.depth || compareBytes(a.signed.hash, b.signed.hash);
};

/** Seniority = (role, causal join depth, hash); the senior comes first (FORMATS 6). Of one author the earlier act. */
export const bySeniority = (a: readonly [Node, Seniority], b: readonly [Node, Seniority]): number =>
  b[1].rank - a[1].rank ||
  earlier(a[1].joined, b[1].joined) ||
  earlier(a[1].added, b[1].added) ||
  Number(b[1].phrase) - Number(a[1].phrase) ||
  earlier(a[0], b[0]);

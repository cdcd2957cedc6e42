import { equalBytes, toText } from '#shared/std/index.ts';
import type { Act, AskAct, OfferAct, RotateAct } from '../members/index.ts';
import { noEpoch } from './rotated-space.ts';

/** An act about keys, with what its entry proves about it. */
export interface KeyAct<A> {
  readonly hash: Uint8Array;
  readonly deviceId: Uint8Array;
  /** Claimed milliseconds since the epoch. */
  readonly time: number;
  readonly act: A;
}

/** All acts about keys that the graph holds, standing or not: who announced which epoch, who lacks one, who offered some. */
export const createKeyActs = () => {
  const rotations = new Map<string, KeyAct<RotateAct>[]>();
  const asks: KeyAct<AskAct>[] = [];
  const offers: KeyAct<OfferAct>[] = [];
  return {
    add: (of: Omit<KeyAct<Act>, 'act'>, act: Act): void => {
      const { hash, deviceId, time } = of;
      // An act that only states a cut makes no key that anybody could lack or hold.
      if (act.kind === 'rotate' && equalBytes(act.epochId, noEpoch)) return;
      if (act.kind === 'rotate') {
        const name = toText(act.epochId);
        rotations.set(name, [...(rotations.get(name) ?? []), { hash, deviceId, time, act }]);
      } else if (act.kind === 'ask') asks.push({ hash, deviceId, time, act });
      else if (act.kind === 'offer') offers.push({ hash, deviceId, time, act });
    },
    /** Those that announce this epoch. */
    rotationsTo: (epochId: Uint8Array): readonly KeyAct<RotateAct>[] => rotations.get(toText(epochId)) ?? [],
    rotations: (): readonly KeyAct<RotateAct>[] => [...rotations.values()].flat(),
    asks: (): readonly KeyAct<AskAct>[] => asks,
    offers: (): readonly KeyAct<OfferAct>[] => offers,
    clear: (): void => {
      rotations.clear();
      asks.length = 0;
      offers.length = 0;
    },
  };
};

export type KeyActs = ReturnType<typeof createKeyActs>;

import { toText } from '#shared/std/index.ts';
import type { AskAct } from '../members/index.ts';
import type { KeyAct, Ledger } from '../ledger/index.ts';

/** What this person's devices have asked for, ever. */
export const ownAsks = ({ graph, me }: Ledger): readonly KeyAct<AskAct>[] => {
  const members = graph.now();
  return graph.keys.asks().filter(({ deviceId }) => members.personOfDevice(toText(deviceId)) === me.personId);
};

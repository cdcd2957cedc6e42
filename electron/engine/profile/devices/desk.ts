import type { Result } from '#shared/std/index.ts';
import type { PairingAnswerView, PairingOfferView, ProtocolError } from '#shared/protocol/index.ts';

/** What is going on with pairing on this machine, in memory only: a restart ends it, and a new code is made. */
export interface PairingDesk {
  /** The code open on this device, as its person sees it. */
  offer: PairingOfferView | null;
  /** Ends the open offer: revokes its code and takes away what lies beside the log. */
  endOffer: () => void;
  /** Adds the device that answered; undefined while none has. */
  confirm: ((deviceId: string) => Result<Record<string, never>, ProtocolError>) | undefined;
  /** The code that this empty profile answers. */
  answering: PairingAnswerView | null;
  /** Gives up answering. */
  giveUp: () => void;
  /** Settles when answering is over, whatever came of it. */
  joining: Promise<void>;
}

export const createPairingDesk = (): PairingDesk => ({
  offer: null,
  endOffer: () => undefined,
  confirm: undefined,
  answering: null,
  giveUp: () => undefined,
  joining: Promise.resolve(),
});

import type { Random, Result } from '#shared/std/index.ts';
import { buildGrant } from '#shared/sync/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { signBytes, signKeyPair } from '../crypto/index.ts';
import { sealGeneration } from '../keys/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { DeviceAddAct, DevicePublic } from '../members/index.ts';
import { grantTo, mayGrant } from './grant-chain.ts';
import type { Live } from './live.ts';
import { act } from './member-commands.ts';

/** As much of a live team as it takes to answer for another device. */
export type Voucher = Pick<Live, 'ledger' | 'grants'>;

export interface NewDevice {
  readonly device: DevicePublic;
  /** See `signDevice`: the device's own word for team and person. */
  readonly deviceSignature: Uint8Array;
  /** Read by the whole team. Empty for machines, whose names are their person's own business (decision 0012). */
  readonly label: string;
}

/** Writes a further device of this person into the team, with all generations of the person's key sealed to it. */
export const addDevice = ({ ledger }: Live, added: NewDevice, random: Random): Result<void, ProtocolError> =>
  act(ledger, deviceAddOf(ledger, added, random));

/** That act itself, for who writes it together with something else. */
export const deviceAddOf = (ledger: Ledger, added: NewDevice, random: Random): DeviceAddAct => ({
  kind: 'device-add',
  ...added,
  sealed: ledger.secrets().generations.map((one) => sealGeneration(ledger.person.id, one, added.device.box, random)),
});

/**
 * A chain of grants for a further device of this person whose key is at hand: direct, if this device may grant; else
 * vouched for through a pairing key that is used here and now and then forgotten.
 */
export const vouchFor = (live: Voucher, device: Uint8Array, random: Random): readonly Uint8Array[] => {
  const { ledger } = live;
  const mine = live.grants();
  if (mayGrant(ledger, mine)) return [...mine, grantTo(ledger, device, true)];
  const pair = signKeyPair(random.bytes(32));
  return [
    ...mine,
    pairGrant(live, pair.publicKey),
    buildGrant(
      { team: ledger.teamRoot, kind: 'device', subject: device, issuer: pair.publicKey, mayGrant: false },
      signBytes(pair),
    ),
  ];
};

/** This device's word for the key of a pairing code: it admits one device to relays, whoever answers first. */
export const pairGrant = ({ ledger }: Pick<Live, 'ledger'>, pair: Uint8Array): Uint8Array =>
  buildGrant(
    { team: ledger.teamRoot, kind: 'pair', subject: pair, issuer: ledger.device.id, mayGrant: false },
    signBytes(ledger.device.sign),
  );

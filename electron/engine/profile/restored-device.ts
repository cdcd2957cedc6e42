import { err, ok, type Random, type Result } from '#shared/std/index.ts';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { deviceKeys, type ProfileSecrets } from '../keys/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { devicePublic, recoveryLabel, signDevice } from '../members/index.ts';
import { deviceAddOf, vouchFor, type Voucher } from './add-device.ts';

/**
 * Inside the transaction of the ledger that signs: writes a device with a new secret into the team, for the person whose
 * phrase or backup this is, and returns the secrets it starts with. It has no log of its own yet, so it continues none.
 */
export const addRestored = (
  signer: Voucher,
  deviceSecret: Uint8Array,
  random: Random,
): Result<ProfileSecrets, ProtocolError> => {
  const { ledger } = signer;
  const device = deviceKeys(deviceSecret);
  const grants = vouchFor(signer, device.id, random);
  const what = {
    device: devicePublic(device),
    deviceSignature: signDevice(ledger.teamRoot, ledger.person.id, device),
    label: '',
  };
  const act = ledger.writeAct(deviceAddOf(ledger, what, random));
  if (!act.ok) return act;
  const refusal = ledger.graph.now().refusal(act.value);
  if (refusal !== undefined) return err(failure('not-allowed', refusal.sentence));
  return ok({ ...ledger.secrets(), deviceSecret, logs: [], grants });
};

/** Why the device that signs may not bring in another one, if so. */
export const standingOf = (ledger: Ledger): ProtocolError | undefined => {
  const members = ledger.graph.now();
  const device = members.devices.get(ledger.me.deviceId);
  const person = members.person(ledger.me.personId);
  if (person === undefined || device === undefined || device.personId !== ledger.me.personId)
    return failure(
      'not-found',
      'The team does not know this phrase or backup. It may have been made for another team, or never reached the relay.',
    );
  if (person.state === 'removed')
    return failure('not-allowed', 'You are not in this team any more, so this machine cannot become yours in it.');
  if (device.state === 'revoked')
    return failure(
      'not-allowed',
      device.label === recoveryLabel
        ? 'This recovery phrase was replaced or revoked. Use the newer one, or another of your machines.'
        : 'The machine that wrote this backup was revoked. Restore with your recovery phrase and the same file.',
    );
  if (device.state === 'frozen')
    return failure(
      'not-allowed',
      'The machine that wrote this backup is frozen, because its history was copied. Restore with your recovery phrase.',
    );
  return undefined;
};

import { bytesOf, bytesUpTo, decodeCbor, encodeCbor, fieldsOf, listOf, uintIn } from '#shared/sync/index.ts';
import { recoveryLabel } from '../members/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Vault } from '../vault/index.ts';

/** What the person's machine keeps of a phrase: enough to renew its kit, not enough to be its device. */
export interface KeptPhrase {
  readonly deviceId: Uint8Array;
  readonly kitKey: Uint8Array;
  /** Grants from the team root to the phrase's device, as they were when it was made. */
  readonly grants: readonly Uint8Array[];
}

const secretName = 'recovery';
const readKept = fieldsOf({
  v: uintIn(1, 1),
  deviceId: bytesOf(32),
  kitKey: bytesOf(32),
  grants: listOf(bytesUpTo(512), 64),
});

export const keptPhrase = (vault: Vault): KeptPhrase | undefined => {
  const stored = vault.read(secretName);
  const value = stored instanceof Uint8Array ? decodeCbor(stored, { maxDepth: 2, maxItems: 128 }) : undefined;
  return value?.ok === true ? readKept(value.value) : undefined;
};

export const keepPhrase = (vault: Vault, { deviceId, kitKey, grants }: KeptPhrase): void =>
  vault.write(secretName, encodeCbor([1, deviceId, kitKey, grants]));

/** Devices of this person that are phrases and not revoked, the newest first. */
export const phraseDevices = (ledger: Ledger) =>
  [...ledger.graph.now().devices.values()]
    .filter((one) => one.personId === ledger.me.personId && one.label === recoveryLabel && one.state === 'active')
    .sort((a, b) => b.addedAt - a.addedAt || (a.deviceId < b.deviceId ? -1 : 1));

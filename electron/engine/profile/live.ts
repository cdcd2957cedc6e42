import { equalBytes, type Clock, type Log, type Random, type Timers } from '#shared/std/index.ts';
import type { ProfileSecrets } from '../keys/index.ts';
import { encodeSecrets } from '../keys/index.ts';
import { buildRevocation, checkGrantChain, type RevocationNotice } from '#shared/sync/index.ts';
import { signBytes, verifyBytes } from '../crypto/index.ts';
import { createTold } from './devices/told.ts';
import { endAll } from './end-all.ts';
import { bestChain } from './grant-chain.ts';
import { createLedger, type Commit, type Ledger } from '../ledger/index.ts';
import { createNetwork, type Network } from '../network/index.ts';
import type { Db, RecordSealing } from '../store/index.ts';
import type { Vault } from '../vault/index.ts';

export interface LiveDeps {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly log: Log;
  readonly recordSealing?: RecordSealing;
  readonly onCommit: (commit: Commit) => void;
  readonly onNetwork: () => void;
}

/** A profile that belongs to a team: its ledger and its ways to the others. */
export interface Live {
  readonly ledger: Ledger;
  readonly network: Network;
  /** Inside a transaction: stores the secrets as they are. */
  readonly keep: () => void;
  /** Grants from the team root to this device, root first. */
  readonly grants: () => readonly Uint8Array[];
  /** Shuts a key out of the team's relays for good, where this device may. */
  readonly revokeKey: (key: Uint8Array) => void;
  /** Tells relays of a revocation by a key that is not this device's: connected ones now, the others with the next proof. */
  readonly tellRelays: (notice: RevocationNotice) => void;
  readonly close: () => Promise<void>;
}

/** Revocations named in one proof at most. */
const most = 64;

/** Name of the profile's secrets in the vault. Written once the team is founded or joined, and with every new key. */
export const secretsName = 'profile';

/**
 * Brings a team's ledger and network to life. `store` says whether the secrets are kept already: while joining they
 * are not, so that a join that fails or is cut off leaves an empty profile.
 */
export const bringToLife = (secrets: ProfileSecrets, deps: LiveDeps, store: () => boolean): Live => {
  const ledger = createLedger({
    db: deps.db,
    secrets,
    saveSecrets: (now) => {
      if (store()) deps.vault.write(secretsName, encodeSecrets(now));
    },
    clock: deps.clock,
    random: deps.random,
    ...(deps.recordSealing === undefined ? {} : { recordSealing: deps.recordSealing }),
  });
  const stop = ledger.onCommit(deps.onCommit);
  const grants = (): readonly Uint8Array[] => bestChain(ledger, secrets.grants);
  const told = createTold(deps.db);
  const notice = (key: Uint8Array): RevocationNotice => ({
    revocation: buildRevocation(
      { team: secrets.teamRoot, key, issuer: ledger.device.id },
      signBytes(ledger.device.sign),
    ),
    chain: grants(),
  });
  /** Told with every proof: relays that were away hear of withdrawn invitations and of who is out then. */
  const notices = (): readonly RevocationNotice[] => {
    const chain = checkGrantChain(grants(), secrets.teamRoot, verifyBytes);
    if (!chain.ok || !chain.value.mayGrant) return told.all();
    const members = ledger.graph.now();
    // A key that this device's own way in rests on is left out: a relay that is new to both would refuse this one too.
    const devices = [...members.devices.values()].filter(
      ({ state, sign }) => state === 'revoked' && !chain.value.path.some((key) => equalBytes(key, sign)),
    );
    const withdrawn = members.invitations.filter((one) => one.state === 'revoked');
    const keys = [...withdrawn.map((one) => one.invite), ...devices.map((one) => one.sign)];
    return [...told.all(), ...keys.slice(-most).map((key) => notice(key))];
  };
  const network = createNetwork({
    ledger,
    identity: {
      team: secrets.teamRoot,
      device: ledger.device.id,
      sign: signBytes(ledger.device.sign),
      chain: grants,
      revocations: () => notices(),
    },
    lanKey: secrets.lanKey,
    log: deps.log,
    clock: deps.clock,
    timers: deps.timers,
    random: deps.random,
    onChange: deps.onNetwork,
  });
  return {
    ledger,
    network,
    keep: () => deps.vault.write(secretsName, encodeSecrets(ledger.secrets())),
    grants,
    revokeKey: (key) => network.revoke(notice(key)),
    tellRelays: (one) => {
      told.add(one);
      network.revoke(one);
    },
    close: () => {
      stop();
      return endAll(deps.log, [() => network.close(), () => ledger.compactAtRest(), () => ledger.close()]);
    },
  };
};

import { buildGrant } from '#shared/sync/index.ts';
import { failure, type CommandRequest, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Clock, type Random, type Result } from '#shared/std/index.ts';
import { writeDecision } from '../api/index.ts';
import { domainContext } from '../api/index.ts';
import { decide } from '#shared/domain/index.ts';
import { signBytes, signKeyPair } from '../crypto/index.ts';
import { deviceKeys, membersSpaceId, teamSpaceId } from '../keys/index.ts';
import type { ProfileSecrets } from '../keys/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { buildCreate } from '../members/index.ts';

export interface Founding {
  readonly secrets: ProfileSecrets;
  /** Writes the team's first entries; call once, on the ledger made from the secrets, inside its transaction. */
  readonly begin: (ledger: Ledger) => Result<void, ProtocolError>;
}

/**
 * A new team: root key, first person and device, keys of the two common spaces, the grant relays ask for. The root's
 * secret key signs the founding act and the first grant, and is then forgotten: nothing needs it again (FORMATS 6).
 */
export const foundTeam = (request: CommandRequest<'team.create'>, clock: Clock, random: Random): Founding => {
  const root = signKeyPair(random.bytes(32));
  const deviceSecret = random.bytes(32);
  const device = deviceKeys(deviceSecret);
  const teamRoot = root.publicKey;
  const grant = buildGrant(
    { team: teamRoot, kind: 'device', subject: device.id, issuer: teamRoot, mayGrant: true },
    signBytes(root),
  );
  const secrets: ProfileSecrets = {
    teamRoot,
    deviceSecret,
    personSecret: random.bytes(32),
    generations: [],
    logs: [],
    keys: [membersSpaceId(teamRoot), teamSpaceId(teamRoot)].map((spaceId) => ({
      spaceId,
      key: random.bytes(32),
      supersedes: [],
    })),
    grants: [grant],
    lanKey: random.bytes(32),
  };
  return {
    secrets,
    begin: (ledger) => {
      ledger.firstSpaces();
      const act = ledger.writeAct(buildCreate(root, ledger.person, ledger.device, request.person.name));
      if (!act.ok) return act;
      const decision = decide('team.create', request, domainContext(ledger, clock, random));
      if (!decision.ok) return decision;
      const written = writeDecision(ledger, decision.value, random);
      return written.ok ? ok(undefined) : err(failure(written.error.code, written.error.sentence, written.error.field));
    },
  };
};

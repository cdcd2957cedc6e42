import { hash, signKeyPair } from '#engine/crypto/index.ts';
import type { SignKeys } from '#engine/crypto/index.ts';
import { deviceKeys, personKeys } from '#engine/keys/index.ts';
import type { DeviceKeys, PersonKeys } from '#engine/keys/index.ts';
import { buildCreate, buildDeviceAdd, buildJoin, createMembers, encodeAct } from '#engine/members/index.ts';
import type { Member, MembersGraph, Pin, Role, SignedAct, WrittenAct } from '#engine/members/index.ts';
import { toText } from '#shared/std/index.ts';
import type { Random } from '#shared/std/index.ts';
import { zeroHash } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

/** One device with its own replica of the members space, writing at what it knows. */
export interface Actor {
  readonly person: PersonKeys;
  readonly device: DeviceKeys;
  readonly id: string;
  readonly replica: MembersGraph;
  readonly write: (act: WrittenAct, at?: readonly Uint8Array[]) => SignedAct;
  /** Another entry at the place of the last one: what a restored backup or an attacker does. */
  readonly forkLast: (act: WrittenAct) => SignedAct;
  readonly hears: (...acts: readonly SignedAct[]) => void;
  readonly sees: (other: Actor) => Member | undefined;
}

export interface Invited {
  readonly keys: SignKeys;
  readonly act: SignedAct;
}

export interface Team {
  readonly root: SignKeys;
  readonly random: Random;
  /** Every act anybody wrote. */
  readonly acts: readonly SignedAct[];
  readonly actor: (person?: PersonKeys) => Actor;
  readonly found: () => Actor;
  readonly invite: (by: Actor, role?: Role) => Invited;
  readonly join: (invited: Invited, knows: readonly SignedAct[], newcomer?: Actor) => { who: Actor; join: SignedAct };
  /** Invited, joined, accepted, and everybody listed knows. */
  readonly admit: (by: Actor, role?: Role, informed?: readonly Actor[]) => Actor;
  readonly addDevice: (by: Actor, label?: string) => Actor;
  readonly shareAll: (...actors: readonly Actor[]) => void;
}

export const noCut: readonly Pin[] = [];

export const createTeam = (seed: number): Team => {
  const random = seededRandom(seed);
  const root = signKeyPair(random.bytes(32));
  const acts: SignedAct[] = [];
  let clock = 1_000;

  const actor = (person = personKeys(random.bytes(32))): Actor => {
    const device = deviceKeys(random.bytes(32));
    const logId = signKeyPair(random.bytes(32)).publicKey;
    const replica = createMembers(root.publicKey);
    let [seq, prevHash, before] = [0, zeroHash, zeroHash];
    const make = (act: WrittenAct, heads: readonly Uint8Array[], at: number, prev: Uint8Array): SignedAct => ({
      hash: hash('entry', encodeAct(act), logId, random.bytes(8)),
      logId,
      seq: at,
      prevHash: prev,
      deviceId: device.id,
      heads,
      time: clock++,
      act,
    });
    return {
      person,
      device,
      id: toText(person.id),
      replica,
      write: (act, at = replica.heads()) => {
        const signed = make(act, at, seq + 1, prevHash);
        [seq, before, prevHash] = [seq + 1, prevHash, signed.hash];
        replica.add(signed);
        acts.push(signed);
        return signed;
      },
      forkLast: (act) => {
        const signed = make(act, replica.heads(), seq, before);
        acts.push(signed);
        return signed;
      },
      hears: (...heard) => {
        for (const act of heard) replica.add(act);
      },
      sees: (other) => replica.now().person(toText(other.person.id)),
    };
  };

  const invite = (by: Actor, role: Role = 'member'): Invited => {
    const keys = signKeyPair(random.bytes(32));
    const box = random.bytes(32);
    const grant = new Uint8Array(0);
    return {
      keys,
      act: by.write({
        kind: 'invite',
        invite: keys.publicKey,
        box,
        role,
        expiresAt: clock + 1_000,
        grant,
        note: '',
        approval: false,
      }),
    };
  };

  const join: Team['join'] = (invited, knows, newcomer = actor()) => {
    newcomer.hears(...knows);
    const { person, device } = newcomer;
    return { who: newcomer, join: newcomer.write(buildJoin(root.publicKey, invited.keys, person, device, 'Newcomer')) };
  };

  const shareAll = (...actors: readonly Actor[]): void => {
    for (const one of actors) one.hears(...acts);
  };

  return {
    root,
    random,
    acts,
    actor,
    invite,
    join,
    shareAll,
    found: () => {
      const founder = actor();
      founder.write(buildCreate(root, founder.person, founder.device, 'Founder'));
      return founder;
    },
    admit: (by, role = 'member', informed = []) => {
      const invited = invite(by, role);
      const { who, join: joined } = join(invited, [...acts]);
      by.hears(joined);
      by.write({ kind: 'accept', join: joined.hash });
      shareAll(by, who, ...informed);
      return who;
    },
    addDevice: (by, label = 'Laptop') => {
      const second = actor(by.person);
      by.write(buildDeviceAdd(root.publicKey, by.person.id, second.device, label, []));
      second.hears(...acts);
      return second;
    },
  };
};

import type { Members } from '../members/index.ts';
import { knewNot, type Loss } from './cuts.ts';

/** An entry that its own record and its own rules would accept, with what may still speak against it. */
export interface Claim {
  /** Text of its hash. */
  readonly id: string;
  readonly personId: string;
  readonly deviceId: string;
  /** Ids of the entries whose changes it builds on. */
  readonly buildsOn: readonly string[];
  /** Ids of the entries it names as answered. They bind it to nothing; they only speak for what it answers. */
  readonly answers: readonly string[];
  /** Losses beyond whose cut it lies. */
  readonly beyond: readonly Loss[];
  /** The team as its author knew it. */
  readonly view: () => Members;
}

/** Everything that a claim builds on, directly or not, and everything it answers with what that builds on. */
const pastOf = (claim: Claim, byId: ReadonlyMap<string, Claim>): ReadonlySet<string> => {
  const past = new Set<string>();
  const open = [...claim.buildsOn, ...claim.answers];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (past.has(id)) continue;
    past.add(id);
    open.push(...(byId.get(id)?.buildsOn ?? []));
  }
  return past;
};

const isAnother = (supporter: Claim, loss: Loss): boolean =>
  loss.kind === 'device' ? supporter.deviceId !== loss.deviceId : supporter.personId !== loss.personId;

/**
 * Which of these entries count (C4, C7, C8): those within every cut, and those beyond one that somebody who did not know of
 * the loss built on, with all that they build on themselves. The largest such set, so the answer is one, whatever the
 * order in which entries are listed.
 */
export const admitted = (claims: readonly Claim[]): ReadonlySet<string> => {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const late = claims.filter(({ beyond }) => beyond.length > 0);
  const counting = new Set(byId.keys());
  const supporters = new Map<Loss, Map<string, Claim[]>>();
  const supportersOf = (loss: Loss, id: string): readonly Claim[] => supporters.get(loss)?.get(id) ?? [];
  const lateIds = new Set(late.map(({ id }) => id));
  for (const claim of late.length === 0 ? [] : claims) {
    if (claim.beyond.length > 0) continue;
    for (const id of pastOf(claim, byId)) {
      if (!lateIds.has(id)) continue;
      for (const loss of byId.get(id)?.beyond ?? []) {
        if (!isAnother(claim, loss) || !knewNot(loss, claim.view())) continue;
        const held = supporters.get(loss) ?? new Map<string, Claim[]>();
        supporters.set(loss, held.set(id, [...(held.get(id) ?? []), claim]));
      }
    }
  }
  const stands = ({ id, buildsOn, beyond }: Claim): boolean =>
    buildsOn.every((one) => !byId.has(one) || counting.has(one)) &&
    beyond.every((loss) => supportersOf(loss, id).some((one) => counting.has(one.id)));
  for (let fell = true; fell;) {
    fell = false;
    for (const claim of claims) {
      if (!counting.has(claim.id) || stands(claim)) continue;
      counting.delete(claim.id);
      fell = true;
    }
  }
  return counting;
};

/** The loss because of which a claim does not count; undefined when only something it builds on fell. */
export const decidingLoss = (
  claim: Claim,
  claims: readonly Claim[],
  counting: ReadonlySet<string>,
): Loss | undefined => {
  const byId = new Map(claims.map((one) => [one.id, one]));
  const speaks = (loss: Loss): boolean =>
    claims.some(
      (one) =>
        one.beyond.length === 0 &&
        counting.has(one.id) &&
        isAnother(one, loss) &&
        pastOf(one, byId).has(claim.id) &&
        knewNot(loss, one.view()),
    );
  return claim.beyond.find((loss) => !speaks(loss));
};

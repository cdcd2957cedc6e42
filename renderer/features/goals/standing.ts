import { useMemo } from 'react';
import {
  editsKeyResult,
  editsObjective,
  leadsObjective,
  reportsProgress,
  standingSentences,
  writes,
} from '#shared/domain/index.ts';
import type { ObjectiveStanding, Signer } from '#shared/domain/index.ts';
import type { KeyResultView, ObjectiveView } from '#shared/protocol/index.ts';
import { useSaid } from '#renderer/i18n/index.ts';
import { useSession } from '#renderer/state/index.ts';

/** What this reader may do with an objective. Each is null when they may, and the sentence that says why not otherwise. */
export interface GoalStanding {
  readonly lead: string | null;
  readonly edit: string | null;
  readonly comment: string | null;
  readonly editKeyResult: (keyResult: KeyResultView) => string | null;
  readonly report: (keyResult: KeyResultView) => string | null;
}

type OfObjective = Pick<ObjectiveView, 'createdById' | 'ownerId' | 'contributorIds' | 'readOnlyReason'>;

/** The rules of shared/domain, asked for this reader; a record that a newer Meridian wrote is closed to all. `said` puts the rules' sentences into the window's language. */
export const goalStanding = (
  signer: Signer | null,
  objective: OfObjective,
  said: (sentence: string) => string = (sentence) => sentence,
): GoalStanding => {
  const of: ObjectiveStanding = {
    creatorId: objective.createdById,
    ownerId: objective.ownerId,
    contributorIds: objective.contributorIds,
  };
  const reason = (may: boolean, sentence: string): string | null => {
    if (objective.readOnlyReason !== null) return said(objective.readOnlyReason);
    if (signer === null || !writes(signer)) return said(standingSentences.write);
    return may ? null : said(sentence);
  };
  const asked = (rule: (me: Signer) => boolean): boolean => signer !== null && rule(signer);
  return {
    lead: reason(
      asked((me) => leadsObjective(me, of)),
      standingSentences.leadObjective,
    ),
    edit: reason(
      asked((me) => editsObjective(me, of)),
      standingSentences.editObjective,
    ),
    comment: signer !== null && writes(signer) ? null : said(standingSentences.write),
    editKeyResult: (keyResult) =>
      reason(
        asked((me) => editsKeyResult(me, of, keyResult.ownerId)),
        standingSentences.editKeyResult,
      ),
    report: (keyResult) =>
      reason(
        asked((me) => reportsProgress(me, of, keyResult.ownerId)),
        standingSentences.reportProgress,
      ),
  };
};

/** Who I am to the rules; null before the engine has answered. */
export const useSigner = (): Signer | null => {
  const me = useSession()?.me;
  return useMemo(
    () => (me === null || me === undefined ? null : { personId: me.id, role: me.role, state: me.state }),
    [me],
  );
};

export const useGoalStanding = (objective: OfObjective): GoalStanding => {
  const signer = useSigner();
  const said = useSaid();
  return useMemo(() => goalStanding(signer, objective, said), [signer, objective, said]);
};

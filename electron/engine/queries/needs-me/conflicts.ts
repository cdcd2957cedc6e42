import { administers, editsKeyResult, editsObjective, editsTask, writes, type Signer } from '#shared/domain/index.ts';
import type { Conflict, NeedsMe } from '#shared/protocol/index.ts';
import { kindOf } from '#shared/schema/index.ts';
import type { Db } from '../../store/index.ts';
import { conflictsFrom } from '../stored-json.ts';
import type { Situation } from './situation.ts';

interface Conflicted {
  readonly record_id: string;
  readonly kind: string;
  readonly space_id: string;
  readonly author_id: string | null;
  readonly conflicts: string;
  readonly owner_id: string | null;
  readonly contributor_ids: string;
  readonly page_of: string | null;
  readonly task_owner: string | null;
  readonly from_id: string | null;
  readonly to_id: string | null;
  /** The goal that a comment is about. */
  readonly commented: string | null;
}

const count = (conflict: Conflict): string =>
  ['No', 'One', 'Two', 'Three', 'Four'][conflict.variants.length] ?? String(conflict.variants.length);

const sentence = (kind: string, conflicts: readonly Conflict[]): string => {
  const [first, ...more] = conflicts;
  if (first === undefined) return '';
  const what = first.kind === 'prose' ? 'versions' : 'values';
  const label = kindOf(kind)?.label(first.path) ?? first.path;
  const said = `${count(first)} ${what} of ${label} wait for a choice`;
  return more.length === 0 ? said : `${said}, and ${more.length} more`;
};

/**
 * Fields that two people set without knowing of each other, on records where I may choose: of those kinds whose page
 * asks for the choice. Of all others the value that the merge shows stands until somebody writes another.
 */
export const createConflicts = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const conflicted = db.prepare<[], Conflicted>(
    `SELECT v.record_id, v.kind, v.space_id, v.author_id, v.conflicts, o.owner_id, p.person_id AS page_of,
       t.owner_id AS task_owner, q.from_id, q.to_id, m.target_id AS commented,
       (SELECT json_group_array(person_id) FROM contributors c WHERE c.record_id = v.record_id) AS contributor_ids
     FROM record_view v LEFT JOIN objectives o USING (record_id) LEFT JOIN people p USING (record_id)
     LEFT JOIN tasks t USING (record_id) LEFT JOIN requests q USING (record_id)
     LEFT JOIN comments m ON m.record_id = v.record_id AND m.target_kind = 'objective'
     WHERE v.conflict_count > 0 AND (v.kind IN ('objective', 'person', 'task', 'request') OR m.target_id IS NOT NULL)
     ORDER BY v.updated_at DESC, v.record_id LIMIT 1000`,
  );
  const keyResultOwner = db.prepare<[string, string], { owner_id: string | null }>(
    'SELECT owner_id FROM key_results WHERE record_id = ? AND id = ?',
  );

  const mayChoose = (row: Conflicted, signer: Signer, path: string): boolean => {
    switch (row.kind) {
      case 'objective': {
        const contributorIds = JSON.parse(row.contributor_ids) as string[];
        const standing = { creatorId: row.author_id, ownerId: row.owner_id, contributorIds };
        const [collection, itemId = ''] = path.split('.');
        if (collection !== 'keyResults') return editsObjective(signer, standing);
        return editsKeyResult(signer, standing, keyResultOwner.get(row.record_id, itemId)?.owner_id ?? null);
      }
      case 'person':
        return (writes(signer) && row.page_of === signer.personId) || administers(signer);
      case 'task':
        return editsTask(signer, { creatorId: row.author_id, ownerId: row.task_owner });
      case 'request': {
        const asks = writes(signer) && row.from_id === signer.personId;
        if (path === 'state') return asks || (writes(signer) && row.to_id === signer.personId);
        return path === 'urgent' ? asks : writes(signer) && row.author_id === signer.personId;
      }
      default:
        return writes(signer) && row.author_id === signer.personId;
    }
  };

  return (here) =>
    conflicted.all().flatMap((row): NeedsMe[] => {
      const mine = conflictsFrom(row.kind, row.conflicts).filter((conflict) =>
        mayChoose(row, here.member, conflict.path),
      );
      if (mine.length === 0) return [];
      const variants = mine.flatMap((conflict) => conflict.variants);
      const others = variants.filter((variant) => variant.byId !== here.me.id).sort((a, b) => b.at - a.at);
      return [
        {
          key: `conflict/${row.record_id}`,
          kind: 'conflict',
          title: here.named(row.record_id)?.title ?? '',
          targetId: row.page_of ?? row.commented ?? row.record_id,
          targetKind: row.commented === null ? row.kind : 'objective',
          fromId: others[0]?.byId ?? null,
          at: Math.max(...variants.map((variant) => variant.at)),
          audience: here.ctx.audienceOf(row.space_id),
          norm: null,
          detail: sentence(row.kind, mine),
        },
      ];
    });
};

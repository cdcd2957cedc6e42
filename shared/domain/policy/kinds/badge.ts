import type { BadgeRecord } from '../../../schema/index.ts';
import type { KindPolicy, Rule, Situation } from '../types.ts';
import { named } from '../who.ts';

const giver = named(2, 'A badge is given in one’s own name.');

const asInKey = (path: string, part: number): Rule<BadgeRecord> => ({
  path,
  who: giver,
  once: true,
  value: (value, { key }: Situation<BadgeRecord>) =>
    key.form === 'natural' && key.parts[part] === value ? null : 'The badge says something else than its key.',
});

/** Milestone badges, schema 1: one a milestone, person and giver; for somebody else. */
export const badgePolicy: KindPolicy<BadgeRecord> = {
  create: giver,
  frozen: 'A badge is given once.',
  rules: [asInKey('milestoneId', 0), asInKey('toId', 1), { path: '*', who: giver, once: true }],
  whole: ({ after, signer }) => (after.toId === signer.personId ? 'A badge is for somebody else.' : null),
};

import { compareBytes, equalBytes } from '#shared/std/index.ts';
import { mapKey } from '../crypto/index.ts';
import type { Node } from './graph.ts';
import { isBefore, isConcurrent } from './graph.ts';
import { rankOf } from './state.ts';
import { bySeniority } from './verdicts.ts';
import type { Seniority } from './verdicts.ts';

/** An honest act with what its author was when writing it. */
export interface Weighed {
  readonly node: Node;
  readonly needs: number;
  readonly authorKey: string | null;
  readonly seniority: Seniority;
}

const reducing = new Set(['remove', 'device-revoke', 'set-role', 'succeed', 'revoke-invite']);

/** Acts over which replicas could disagree if nobody settled them: what takes authority, and who used an invitation. */
export const isContested = ({ signed }: Node): boolean => reducing.has(signed.act.kind) || signed.act.kind === 'accept';

/** Map key of the invitation an accept is about, through the join it names. */
type InviteOfJoin = (join: Uint8Array) => string | undefined;

/** Whether two removals, or two revocations of one device, take the same away: then the later frontier counts. */
const sameTarget = (a: Node, b: Node): boolean => {
  const [x, y] = [a.signed.act, b.signed.act];
  if (x.kind === 'remove' && y.kind === 'remove') return equalBytes(x.personId, y.personId);
  if (x.kind === 'device-revoke' && y.kind === 'device-revoke') return equalBytes(x.deviceId, y.deviceId);
  return false;
};

const sameJoin = (a: Node, b: Node): boolean => {
  const [x, y] = [a.signed.act, b.signed.act];
  return x.kind === 'accept' && y.kind === 'accept' && equalBytes(x.join, y.join);
};

/** Whether a reduction undoes an act that its author wrote without knowing of it. */
const undoes = (reduction: Node, act: Weighed, inviteOf: InviteOfJoin): boolean => {
  const by = reduction.signed.act;
  switch (by.kind) {
    case 'remove':
      return act.authorKey === mapKey(by.personId);
    case 'device-revoke':
      return equalBytes(act.node.signed.deviceId, by.deviceId);
    case 'set-role':
      return act.authorKey === mapKey(by.personId) && act.needs > rankOf(by.role);
    case 'succeed':
      return act.authorKey === mapKey(by.replacedId) && act.needs > rankOf('member');
    case 'revoke-invite': {
      const { act: other } = act.node.signed;
      if (other.kind === 'join') return equalBytes(other.invite, by.invite);
      return other.kind === 'accept' && inviteOf(other.join) === mapKey(by.invite);
    }
    default:
      return false;
  }
};

export interface Settled {
  readonly out: ReadonlySet<Node>;
  /**
   * The least senior reduction that was undone only after it had undone or kept something itself. None that is undone may
   * do either, so `out` is right only once there is none. The least senior, because what undid a more senior one may
   * have stood by it alone.
   */
  readonly undoneLate: Node | undefined;
}

/**
 * Settles concurrent acts: removal beats what its target did without knowing of it; mutual removal keeps the senior;
 * of concurrent removals of one person the one that had seen most of their work counts (the effective cut is the
 * maximum over remaining readers); of concurrent accepts of one invitation the lowest hash stays (FORMATS 5 and 6).
 */
export const overruled = (acts: readonly Weighed[]): Settled => {
  const out = new Set<Node>();
  const effective = new Set<Node>();
  const joins = new Map<string, string>();
  for (const { node } of acts) if (node.signed.act.kind === 'join') joins.set(node.key, mapKey(node.signed.act.invite));
  const inviteOf: InviteOfJoin = (join) => joins.get(mapKey(join));

  const reductions = acts
    .filter(({ node }) => reducing.has(node.signed.act.kind))
    .sort((a, b) => bySeniority([a.node, a.seniority], [b.node, b.seniority]));
  for (const { node: reduction } of reductions) {
    if (out.has(reduction)) continue;
    const witnesses = reductions
      .map((other) => other.node)
      .filter((other) => other !== reduction && !out.has(other) && sameTarget(other, reduction));
    for (const act of acts) {
      if (!isConcurrent(reduction, act.node) || !undoes(reduction, act, inviteOf)) continue;
      const keeping = witnesses.filter((other) => isBefore(act.node, other));
      if (keeping.length === 0) out.add(act.node);
      for (const node of keeping.length === 0 ? [reduction] : keeping) effective.add(node);
    }
  }

  const acceptsOf = new Map<string, Node[]>();
  for (const { node } of acts) {
    if (node.signed.act.kind !== 'accept' || out.has(node)) continue;
    const invite = inviteOf(node.signed.act.join) ?? '';
    acceptsOf.set(invite, [...(acceptsOf.get(invite) ?? []), node]);
  }
  for (const rivals of acceptsOf.values()) {
    const [kept, ...others] = rivals.sort((a, b) => compareBytes(a.signed.hash, b.signed.hash));
    for (const other of others) if (kept !== undefined && !sameJoin(kept, other)) out.add(other);
  }
  return { out, undoneLate: reductions.findLast(({ node }) => out.has(node) && effective.has(node))?.node };
};

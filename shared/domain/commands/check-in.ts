import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import { firstLine, naturalKey } from '../../schema/index.ts';
import type { FieldEdit, Scalar } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { isWeek } from '../time/week.ts';
import { checkAsked } from './find.ts';
import { objectiveUpdates } from './check-in-updates.ts';
import { workWrites } from './check-in-tasks.ts';
import { begin, decided, edits, fault } from './outcomes.ts';
import { firstTurn } from './turn.ts';
import type { CommandContext, Creation, Decide, Write } from './types.ts';

type Request = CommandRequest<'checkIn.submit'>;

/** Items of a check-in, in their order. Ids the screen already knows are kept, so that plans can be followed. */
const items = (
  ctx: CommandContext,
  collection: string,
  list: readonly Readonly<Record<string, Scalar | undefined>>[],
): FieldEdit[] =>
  list.flatMap(({ id, ...fields }, order) => {
    const itemId = typeof id === 'string' ? id : ctx.newId();
    return edits({ ...fields, ...(collection === 'updates' ? {} : { order }) }, `${collection}.${itemId}.`);
  });

const checkContent = (request: Request, ctx: CommandContext): Result<void, ProtocolError> => {
  if (!isWeek(request.week)) return fault('invalid', `There is no week ${request.week}.`, 'week');
  const { plans, lastPlans, updates, blockers, answer, nothingChanged } = request;
  if (nothingChanged && (updates.length > 0 || blockers.length > 0)) {
    return fault(
      'invalid',
      'You say that nothing changed, and report changes. Send the check-in without "nothing changed".',
      'nothingChanged',
    );
  }
  const told = plans.length + lastPlans.length + updates.length + blockers.length > 0 || answer.trim() !== '';
  if (!told && !nothingChanged)
    return fault('invalid', 'The check-in is empty. Add a plan, or say that nothing changed.', 'plans');
  for (const list of [plans, lastPlans]) {
    const ids = list.flatMap(({ id }) => (id === undefined ? [] : [id]));
    if (new Set(ids).size !== ids.length) return fault('invalid', 'A plan is in the list twice.', 'plans');
  }
  for (const [index, blocker] of blockers.entries()) {
    const person = checkAsked(ctx, blocker.waitsForId, ctx.me.personId, `blockers.${index}.waitsForId`);
    if (!person.ok) return person;
  }
  return ok(undefined);
};

type Blocker = Request['blockers'][number] & { readonly id: string };

const beginCheckIn = (request: Request, blockers: readonly Blocker[], ctx: CommandContext): Creation => {
  const { week, question, nothingChanged, answer, lastPlans, plans, updates } = request;
  return {
    act: 'create',
    kind: 'check-in',
    key: naturalKey(ctx.me.personId, week),
    place: { space: 'team' },
    edits: [
      ...edits({ personId: ctx.me.personId, week, question, nothingChanged, submittedAt: ctx.now }),
      ...edits({ answer: answer === '' ? undefined : answer }),
      ...edits({ pulse: request.sharePulse && request.pulse !== null ? request.pulse : undefined }),
      ...items(ctx, 'lastPlans', lastPlans),
      ...items(ctx, 'plans', plans),
      ...items(ctx, 'updates', updates),
      ...items(ctx, 'blockers', blockers),
    ],
  };
};

/** A blocker is asked of whom it names: a request that the team reads, which runs from now on until it is settled. */
const askWrite = ({ id, text, waitsForId, urgent }: Blocker, ctx: CommandContext): Creation => {
  const question = firstLine(text, 300);
  const said = edits({
    question,
    fromId: ctx.me.personId,
    urgent: urgent || undefined,
    blockerId: id,
    text: question === text.trim() ? undefined : text,
  });
  return begin(ctx, 'request', { space: 'team' }, [...said, ...firstTurn(ctx, waitsForId)]);
};

/** A pulse goes to its author's private space; one from another device of the same week is overwritten. */
const pulseWrite = (week: string, value: number, ctx: CommandContext): Write => {
  const key = naturalKey(week);
  const known = ctx.natural('self', 'pulse', key);
  return known === undefined
    ? { act: 'create', kind: 'pulse', key, place: { space: 'self' }, edits: edits({ week, value }) }
    : { act: 'revise', kind: 'pulse', recordId: known.id, base: null, edits: edits({ value }) };
};

/**
 * A person's week: the check-in itself, each reported value as a progress update on its objective (one entry an
 * objective), what was decided about tasks, a request for each blocker, and the private pulse. A week is submitted once;
 * what comes later is a comment.
 */
export const submitCheckIn: Decide<'checkIn.submit'> = (request, ctx) => {
  const content = checkContent(request, ctx);
  if (!content.ok) return content;
  if (ctx.natural('team', 'check-in', naturalKey(ctx.me.personId, request.week)) !== undefined) {
    return fault('conflict', `Your check-in for ${request.week} is out already. Add a comment to it instead.`, 'week');
  }
  const updates = objectiveUpdates(request.updates, ctx);
  if (!updates.ok) return updates;
  const work = workWrites(request, ctx);
  if (!work.ok) return work;
  const pulse = request.pulse === null ? [] : [pulseWrite(request.week, request.pulse, ctx)];
  const blockers = request.blockers.map((blocker) => ({ ...blocker, id: ctx.newId() }));
  const asks = blockers.map((blocker) => askWrite(blocker, ctx));
  // Requests first: whoever has the check-in has them too, and erases them with it (redaction.md, R2).
  const writes = [...asks, beginCheckIn(request, blockers, ctx), ...updates.value, ...work.value, ...pulse];
  return decided(writes, { subject: asks.length });
};

import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import type { FieldEdit, RequestRecord } from '../../schema/index.ts';
import { turnsOf, waitsFor } from '../requests/turns.ts';
import { checkMember, findToEdit, type Found } from './find.ts';
import { begin, changes, decided, edits, fault, revise } from './outcomes.ts';
import type { CommandContext, Decide, Place } from './types.ts';

type Turned = Pick<RequestRecord, 'turns' | 'closedAt'>;

const checkAsked = (ctx: CommandContext, toId: string, fromId: string): Result<void, ProtocolError> => {
  if (toId === fromId) return fault('invalid', 'Ask somebody else.', 'toId');
  const member = checkMember(ctx, toId, 'toId');
  if (!member.ok) return member;
  return ctx.members.person(toId)?.role === 'guest'
    ? fault('invalid', 'Guests read and do not answer. Ask somebody else.', 'toId')
    : ok(undefined);
};

/** A turn after all others, whatever the clocks of those who handed it on before say. */
const turn = (ctx: CommandContext, toId: string, before: Turned | null = null): FieldEdit[] => {
  const last = before === null ? undefined : turnsOf(before).at(-1);
  const at = last === undefined ? ctx.now : Math.max(ctx.now, last.at + 1);
  return edits({ toId, byId: ctx.me.personId, at }, `turns.${ctx.newId()}.`);
};

const between = (...readers: readonly string[]): Place => ({
  space: 'named',
  readers: [...new Set(readers)].sort(),
  purpose: 'request',
});

/** Asks a person something: the norm runs in their working hours from now on. */
export const ask: Decide<'request.ask'> = ({ toId, question, text, urgent, targetId, readers }, ctx) => {
  const asked = checkAsked(ctx, toId, ctx.me.personId);
  if (!asked.ok) return asked;
  const target = targetId === null ? undefined : ctx.record(targetId);
  if (targetId !== null && target === undefined)
    return fault('not-found', 'What you ask about is not on this machine.', 'targetId');
  const place: Place = readers === 'team' ? { space: 'team' } : between(ctx.me.personId, toId);
  const said = edits({
    question,
    fromId: ctx.me.personId,
    urgent: urgent || undefined,
    targetId: targetId ?? undefined,
    targetKind: target?.kind,
    text: text.trim() === '' ? undefined : text,
  });
  return decided([begin(ctx, 'request', place, [...said, ...turn(ctx, toId)])]);
};

const openRequest = (
  ctx: CommandContext,
  id: string,
  base: readonly string[],
): Result<Found<'request'>, ProtocolError> => {
  const found = findToEdit(ctx, 'request', id, base);
  if (!found.ok) return found;
  return found.value.value.state === 'open' ? found : fault('invalid', 'This has been settled meanwhile.', 'id');
};

const closed = (ctx: CommandContext, state: 'answered' | 'withdrawn' | 'handed-on'): FieldEdit[] =>
  edits({ state, closedAt: ctx.now });

/** Answers, for exactly the readers of the request; without words it is marked as answered elsewhere. */
export const answer: Decide<'request.answer'> = ({ id, base, text }, ctx) => {
  const found = openRequest(ctx, id, base);
  if (!found.ok) return found;
  const words = edits({ targetId: id, targetKind: 'request', text });
  const comment = text.trim() === '' ? [] : [begin(ctx, 'comment', { space: 'of', recordId: id }, words)];
  return decided([...comment, revise('request', id, base, closed(ctx, 'answered'))]);
};

/** Takes a question back. */
export const withdraw: Decide<'request.withdraw'> = ({ id, base }, ctx) => {
  const found = openRequest(ctx, id, base);
  return found.ok ? decided([revise('request', id, base, closed(ctx, 'withdrawn'))]) : found;
};

/** Asks again what was settled: the norm begins anew. */
export const reopen: Decide<'request.reopen'> = ({ id, base }, ctx) => {
  const found = findToEdit(ctx, 'request', id, base);
  if (!found.ok) return found;
  const { value } = found.value;
  const toId = waitsFor(value);
  if (value.state === 'open' || toId === null) return decided([]);
  return decided([
    revise('request', id, base, [...edits({ state: 'open', closedAt: null }), ...turn(ctx, toId, value)]),
  ]);
};

/**
 * Hands a request on. What the team reads changes hands; what was asked in private goes on in a request of its own,
 * for whoever asked, whoever hands it on and whoever takes it, because the readers of a record never change.
 */
export const handOn: Decide<'request.handOn'> = (request: CommandRequest<'request.handOn'>, ctx) => {
  const { id, base, toId } = request;
  const found = openRequest(ctx, id, base);
  if (!found.ok) return found;
  const { record, value } = found.value;
  const fromId = value.fromId ?? ctx.me.personId;
  const asked = checkAsked(ctx, toId, fromId);
  if (!asked.ok) return asked;
  if (waitsFor(value) === toId) return fault('invalid', 'It waits for this person already.', 'toId');
  const mine = waitsFor(value) === ctx.me.personId || fromId === ctx.me.personId;
  if (!mine) return fault('not-allowed', 'Only who asked and who is asked can hand this on.', 'id');
  if (record.space.kind === 'team' || record.space.readers.includes(toId))
    return decided([revise('request', id, base, turn(ctx, toId, value))]);
  const said = edits({
    question: value.question,
    fromId,
    urgent: value.urgent || undefined,
    targetId: value.targetId ?? undefined,
    targetKind: value.targetId === null ? undefined : value.targetKind,
    text: value.text === '' ? undefined : value.text,
  });
  const place = between(fromId, ctx.me.personId, toId);
  return decided([
    begin(ctx, 'request', place, [...said, ...turn(ctx, toId)]),
    revise('request', id, base, closed(ctx, 'handed-on')),
  ]);
};

/** Says better what was asked, or how soon it is needed. */
export const updateRequest: Decide<'request.update'> = ({ id, base, question, text, urgent }, ctx) => {
  const found = openRequest(ctx, id, base);
  if (!found.ok) return found;
  return decided([revise('request', id, base, changes(found.value.value, { question, text, urgent }))]);
};

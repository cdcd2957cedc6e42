import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import type { FieldEdit } from '../../schema/index.ts';
import { waitsFor } from '../requests/turns.ts';
import { checkAsked, findToEdit, type Found } from './find.ts';
import { changedMentions, newMentions } from './mentions.ts';
import { begin, changes, decided, edits, fault, revise } from './outcomes.ts';
import { firstTurn, nextTurn } from './turn.ts';
import type { CommandContext, Decide, Place } from './types.ts';

const between = (...readers: readonly string[]): Place => ({
  space: 'named',
  readers: [...new Set(readers)].sort(),
  purpose: 'request',
});

/** Asks a person something: the norm runs in their working hours from now on. */
export const ask: Decide<'request.ask'> = ({ toId, question, text, urgent, targetId, readers, mentions }, ctx) => {
  const asked = checkAsked(ctx, toId, ctx.me.personId, 'toId');
  if (!asked.ok) return asked;
  const target = targetId === null ? undefined : ctx.record(targetId);
  if (targetId !== null && target === undefined)
    return fault('not-found', 'What you ask about is not on this machine.', 'targetId');
  const named = newMentions(ctx, `${question}\n${text}`, mentions);
  if (!named.ok) return named;
  const place: Place = readers === 'team' ? { space: 'team' } : between(ctx.me.personId, toId);
  const said = edits({
    question,
    fromId: ctx.me.personId,
    urgent: urgent || undefined,
    targetId: targetId ?? undefined,
    targetKind: target?.kind,
    text: text.trim() === '' ? undefined : text,
  });
  return decided([begin(ctx, 'request', place, [...said, ...named.value, ...firstTurn(ctx, toId)])]);
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
export const answer: Decide<'request.answer'> = ({ id, base, text, mentions }, ctx) => {
  const found = openRequest(ctx, id, base);
  if (!found.ok) return found;
  const named = newMentions(ctx, text, mentions);
  if (!named.ok) return named;
  const words = [...edits({ targetId: id, targetKind: 'request', text }), ...named.value];
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
    revise('request', id, base, [...edits({ state: 'open', closedAt: null }), ...nextTurn(ctx, toId, value)]),
  ]);
};

/** Changes that go with handing on: what was asked, said better. */
type Better = Pick<CommandRequest<'request.update'>, 'question' | 'text' | 'urgent'> & { readonly mentions?: string };

/**
 * Hands a request on. What the team reads changes hands; what was asked in private goes on in a request of its own,
 * for whoever asked, whoever hands it on and whoever takes it, because the readers of a record never change.
 */
const passOn = (
  ctx: CommandContext,
  { record, value }: Found<'request'>,
  base: readonly string[],
  toId: string,
  better: Better = {},
): ReturnType<Decide<'request.handOn'>> => {
  const fromId = value.fromId ?? ctx.me.personId;
  const asked = checkAsked(ctx, toId, fromId, 'toId');
  if (!asked.ok) return asked;
  if (waitsFor(value) === toId) return fault('invalid', 'It waits for this person already.', 'toId');
  const mine = waitsFor(value) === ctx.me.personId || fromId === ctx.me.personId;
  if (!mine) return fault('not-allowed', 'Only who asked and who is asked can hand this on.', 'id');
  if (record.space.kind === 'team' || record.space.readers.includes(toId))
    return decided([revise('request', record.id, base, [...changes(value, better), ...nextTurn(ctx, toId, value)])]);
  const { question = value.question, text = value.text, urgent = value.urgent, mentions = value.mentions } = better;
  const said = edits({
    question,
    fromId,
    urgent: urgent || undefined,
    targetId: value.targetId ?? undefined,
    targetKind: value.targetId === null ? undefined : value.targetKind,
    text: text === '' ? undefined : text,
    mentions: mentions === '' ? undefined : mentions,
  });
  const place = between(fromId, ctx.me.personId, toId);
  return decided([
    begin(ctx, 'request', place, [...said, ...firstTurn(ctx, toId)]),
    revise('request', record.id, base, closed(ctx, 'handed-on')),
  ]);
};

/** Hands a request on to somebody else; the norm begins anew, in their working hours. */
export const handOn: Decide<'request.handOn'> = ({ id, base, toId }, ctx) => {
  const found = openRequest(ctx, id, base);
  return found.ok ? passOn(ctx, found.value, base, toId) : found;
};

/** Says better what was asked, how soon it is needed, or whom it waits for. */
export const updateRequest: Decide<'request.update'> = ({ id, base, question, text, urgent, toId, mentions }, ctx) => {
  const found = openRequest(ctx, id, base);
  if (!found.ok) return found;
  const { record, value } = found.value;
  const words = `${question ?? value.question}\n${text ?? value.text}`;
  const named = changedMentions(ctx, value.mentions, words, mentions);
  if (!named.ok) return named;
  const better = {
    mentions: named.value,
    ...(question === undefined ? {} : { question }),
    ...(text === undefined ? {} : { text }),
    ...(urgent === undefined ? {} : { urgent }),
  };
  if (toId !== undefined && toId !== waitsFor(value)) return passOn(ctx, found.value, base, toId, better);
  const said = changes(value, better);
  return said.length === 0
    ? ok({ writes: [], itemIds: [], existingId: record.id })
    : decided([revise('request', id, base, said)]);
};

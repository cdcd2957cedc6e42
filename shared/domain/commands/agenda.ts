import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import { naturalKey } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { checkMember, findToEdit } from './find.ts';
import { changedMentions, newMentions } from './mentions.ts';
import { begin, changes, decided, edits, fault, revise } from './outcomes.ts';
import type { CommandContext, Decide, Place } from './types.ts';

/** The space of me and one other person. */
export const pairPlace = (ctx: CommandContext, personId: string): Place => ({
  space: 'named',
  readers: [ctx.me.personId, personId].sort(),
  purpose: 'pair',
});

const checkPartner = (ctx: CommandContext, personId: string): Result<void, ProtocolError> =>
  personId === ctx.me.personId
    ? fault('invalid', 'A 1:1 is with somebody else.', 'personId')
    : checkMember(ctx, personId, 'personId');

/** Puts something on the agenda of the 1:1 with a person, with the record that it comes from. */
export const addAgendaItem: Decide<'agenda.add'> = (
  { personId, text, sourceId, form, ownerId, due, mentions },
  ctx,
) => {
  const partner = checkPartner(ctx, personId);
  if (!partner.ok) return partner;
  const source = sourceId === null ? null : ctx.record(sourceId);
  if (source === undefined) return fault('not-found', 'What this is about is not on this machine.', 'sourceId');
  const place = pairPlace(ctx, personId);
  const from = source === null ? {} : { sourceId, sourceKind: source.kind };
  const action = form === 'action' ? { form, ownerId: ownerId ?? ctx.me.personId, due } : {};
  const named = newMentions(ctx, text, mentions);
  if (!named.ok) return named;
  const said = [...edits({ text, ...from, ...action, order: ctx.now }), ...named.value];
  return decided([begin(ctx, 'agenda-item', place, said)]);
};

type Update = CommandRequest<'agenda.update'>;

/** What else follows from what an item becomes: a decision is dealt with, what goes back to a topic loses the rest. */
const following = ({ form, done }: Update, now: number) => ({
  ...(form === 'decision' ? { doneAt: now } : {}),
  ...(form === 'topic' ? { ownerId: null, due: null, decision: '' } : {}),
  ...(done === undefined ? {} : { doneAt: done ? now : null }),
});

/** Changes an item, ticks it off, makes it an action with owner and due date, or writes down what was decided. */
export const updateAgendaItem: Decide<'agenda.update'> = (request, ctx) => {
  const found = findToEdit(ctx, 'agenda-item', request.id, request.base);
  if (!found.ok) return found;
  const before = found.value.value;
  const { text, form, ownerId, due, decision, order } = request;
  if (form === 'action' && (due ?? before.due) === null) return fault('invalid', 'Say until when.', 'due');
  if (form === 'decision' && (decision ?? before.decision).trim() === '')
    return fault('invalid', 'Write down what you decided.', 'decision');
  const named = changedMentions(ctx, before.mentions, text ?? before.text, request.mentions);
  if (!named.ok) return named;
  const said = changes(before, {
    ...following(request, ctx.now),
    ...edited({ text, form, ownerId, due, decision, order }),
    mentions: named.value,
  });
  return decided([revise('agenda-item', request.id, request.base, said)]);
};

const edited = <V extends object>(values: V): Partial<V> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<V>;

/**
 * Writes the notes of a date: begins them, or changes them as their author saw them. Whoever saw none, because the other
 * began at the same time, goes on after what is there.
 */
export const writeMeeting: Decide<'meeting.write'> = ({ personId, day, base, notes }, ctx) => {
  const partner = checkPartner(ctx, personId);
  if (!partner.ok) return partner;
  const key = naturalKey(day);
  const known = ctx.inPair(personId, 'meeting', key);
  if (known === undefined) {
    if (notes.trim() === '') return ok({ writes: [], itemIds: [], existingId: null });
    return decided([
      { act: 'create', kind: 'meeting', key, place: pairPlace(ctx, personId), edits: edits({ day, notes }) },
    ]);
  }
  const found = findToEdit(ctx, 'meeting', known.id, base);
  if (!found.ok) return found;
  const before = found.value.value;
  const [here, mine] = [before.notes.trimEnd(), notes.trim()];
  const meant = base !== null || here === '' ? notes : mine === '' ? before.notes : `${here}\n\n${mine}`;
  return decided([revise('meeting', known.id, base, changes(before, { notes: meant }))]);
};

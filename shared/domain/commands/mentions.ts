import type { ProtocolError } from '../../protocol/index.ts';
import { mentionLines, mentionsOf } from '../../schema/index.ts';
import type { FieldEdit, Mention } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { checkMember } from './find.ts';
import { edits } from './outcomes.ts';
import type { CommandContext } from './types.ts';

/** Refuses a mention of nobody; only names that the text uses after an `@` are kept. */
export const mentionsIn = (
  ctx: CommandContext,
  before: readonly Mention[],
  text: string,
  wanted: readonly Mention[],
): Result<string, ProtocolError> => {
  const used = new Map(wanted.filter((each) => text.includes(`@${each.as}`)).map((each) => [each.personId, each]));
  for (const personId of used.keys()) {
    const known = before.some((each) => each.personId === personId);
    const person = known ? ok(undefined) : checkMember(ctx, personId, 'mentions');
    if (!person.ok) return person;
  }
  return ok(mentionLines([...used.values()]));
};

/** The edit that begins a record with whom its text names; none where it names nobody. */
export const newMentions = (
  ctx: CommandContext,
  text: string,
  wanted: readonly Mention[],
): Result<readonly FieldEdit[], ProtocolError> => {
  const named = mentionsIn(ctx, [], text, wanted);
  return named.ok ? ok(edits({ mentions: named.value === '' ? undefined : named.value })) : named;
};

/** Whom a text names once it has changed; without a new list, those named before as far as it still names them. */
export const changedMentions = (
  ctx: CommandContext,
  before: string,
  text: string,
  wanted: readonly Mention[] | undefined,
): Result<string, ProtocolError> => {
  const known = mentionsOf(before);
  return mentionsIn(ctx, known, text, wanted ?? known);
};

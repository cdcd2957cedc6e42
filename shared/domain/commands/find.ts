import type { ProtocolError } from '../../protocol/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { kinds } from '../../schema/index.ts';
import type { RecordKind, RecordOf } from '../../schema/index.ts';
import { fault } from './outcomes.ts';
import type { CommandContext, KnownRecord } from './types.ts';

/** How a sentence about a record of each kind begins. */
export const nouns: Readonly<Record<RecordKind, string>> = {
  'team-settings': 'The team’s settings are',
  person: 'This person’s page is',
  cycle: 'The cycle is',
  objective: 'The objective is',
  'check-in': 'The check-in is',
  comment: 'The comment is',
  acknowledgement: 'The acknowledgement is',
  feedback: 'The feedback is',
  kudos: 'The kudos are',
  pulse: 'The pulse is',
  task: 'The task is',
  leave: 'The leave is',
  'agenda-item': 'The agenda item is',
  meeting: 'The notes of the 1:1 are',
  'feedback-request': 'The request is',
  badge: 'The badge is',
  note: 'The note is',
  request: 'The question is',
  'goal-template': 'The template is',
  'space-info': 'The readers are',
  erasure: 'The erasure is',
};

/** A record with its value, defaults filled in. */
export interface Found<K extends RecordKind> {
  readonly record: KnownRecord;
  readonly value: RecordOf<K>;
}

const read = <K extends RecordKind>(
  kind: K,
  record: KnownRecord | undefined,
  field: string,
): Result<Found<K>, ProtocolError> => {
  if (record?.kind !== kind) return fault('not-found', `${nouns[kind]} not on this machine.`, field);
  const value = kinds[kind].parse(record.value);
  return value.ok ? ok({ record, value: value.value }) : fault('corrupt', value.error.sentence);
};

/** The record of this kind and id, to refer to. `field` names the request's field for the error. */
export const find = <K extends RecordKind>(
  ctx: CommandContext,
  kind: K,
  id: string,
  field: string,
): Result<Found<K>, ProtocolError> => read(kind, ctx.record(id), field);

/** The record of this kind and id as its author saw it, to edit. */
export const findToEdit = <K extends RecordKind>(
  ctx: CommandContext,
  kind: K,
  id: string,
  base: readonly string[] | null,
  field = 'id',
): Result<Found<K>, ProtocolError> => {
  const now = find(ctx, kind, id, field);
  if (!now.ok) return now;
  if (now.value.record.readOnlyReason !== null) return fault('newer-version', now.value.record.readOnlyReason);
  if (base === null) return now;
  const then = ctx.record(id, base);
  return then === undefined
    ? fault('conflict', 'This edit was made on a version that is not on this machine. Reload and try again.', 'base')
    : read(kind, then, field);
};

/** As `findToEdit`, by natural key in the team's space. */
export const findNatural = <K extends RecordKind>(
  ctx: CommandContext,
  kind: K,
  key: Uint8Array,
  base: readonly string[],
): Result<Found<K>, ProtocolError> => {
  const record = ctx.natural('team', kind, key);
  if (record === undefined) return fault('not-ready', `${nouns[kind]} still on the way to this machine.`);
  return findToEdit(ctx, kind, record.id, base);
};

/** Refuses a person whom the team does not have (any more). */
export const checkMember = (
  ctx: CommandContext,
  personId: string | null | undefined,
  field: string,
): Result<void, ProtocolError> => {
  if (personId === null || personId === undefined) return ok(undefined);
  const person = ctx.members.person(personId);
  if (person === undefined) return fault('not-found', 'This person is not in the team.', field);
  return person.state === 'removed' ? fault('invalid', 'This person has left the team.', field) : ok(undefined);
};

/** Refuses whoever cannot answer what `fromId` asks: themselves, guests, and those whom the team does not have. */
export const checkAsked = (
  ctx: CommandContext,
  toId: string,
  fromId: string,
  field: string,
): Result<void, ProtocolError> => {
  if (toId === fromId) return fault('invalid', 'Ask somebody else.', field);
  const member = checkMember(ctx, toId, field);
  if (!member.ok) return member;
  return ctx.members.person(toId)?.role === 'guest'
    ? fault('invalid', 'Guests read and do not answer. Ask somebody else.', field)
    : ok(undefined);
};

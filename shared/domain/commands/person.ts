import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import { naturalKey } from '../../schema/index.ts';
import type { Scalar } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { isTimeZone } from '../time/zone.ts';
import { findNatural } from './find.ts';
import { changes, decided, edits, fault, revise } from './outcomes.ts';
import type { CommandContext, Creation, Decide } from './types.ts';

type Profile = CommandRequest<'team.create'>['person'];

const hours = (week: readonly (string | null)[] | undefined): Readonly<Record<string, Scalar>> =>
  Object.fromEntries((week ?? []).map((each, day) => [`hours${day}`, each]));

const checkZone = (timeZone: string | undefined, field: string): Result<void, ProtocolError> =>
  timeZone === undefined || isTimeZone(timeZone)
    ? ok(undefined)
    : fault('invalid', `"${timeZone}" is not a time zone that this machine knows. Choose one from the list.`, field);

/** The page of somebody who starts or joins a team. */
export const beginPerson = (profile: Profile, ctx: CommandContext): Result<Creation, ProtocolError> => {
  const zone = checkZone(profile.timeZone, 'person.timeZone');
  if (!zone.ok) return zone;
  const { name, title, place, timeZone } = profile;
  return ok({
    act: 'create',
    kind: 'person',
    key: naturalKey(ctx.me.personId),
    place: { space: 'team' },
    edits: edits({ name, title, place, timeZone, ...hours(profile.workingHours) }),
  });
};

/** What a newcomer writes: their own page. */
export const joinTeam: Decide<'team.join'> = (request, ctx) => {
  const person = beginPerson(request.person, ctx);
  return person.ok ? decided([person.value]) : person;
};

/** Changes one's own page. */
export const updatePerson: Decide<'person.update'> = (request, ctx) => {
  const found = findNatural(ctx, 'person', naturalKey(ctx.me.personId), request.base);
  if (!found.ok) return found;
  const zone = checkZone(request.timeZone, 'timeZone');
  if (!zone.ok) return zone;
  const { name, title, place, timeZone, standardHours, urgentHours, howToWorkWithMe, holidays } = request;
  const wanted = { name, title, place, timeZone, standardHours, urgentHours, howToWorkWithMe, holidays };
  const said = changes(found.value.value, { ...wanted, ...hours(request.workingHours) });
  return decided([revise('person', found.value.record.id, request.base, said)]);
};

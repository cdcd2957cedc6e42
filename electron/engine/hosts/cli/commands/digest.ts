import { asMarkdown, digestMarkdown } from '#shared/domain/index.ts';
import type { EngineApi, ProtocolError, QueryResult } from '#shared/protocol/index.ts';
import { ok, type Result } from '#shared/std/index.ts';
import { exitCodes, textFlag, type CliCommand } from '../command.ts';
import { profileFlags, withProfile } from '../with-profile.ts';

const inEnglish = (data: QueryResult<'teamDigest'>, names: ReadonlyMap<string, string>): string => {
  const name = (id: string | null): string => asMarkdown((id === null ? undefined : names.get(id)) ?? 'Somebody');
  const own = asMarkdown;
  return digestMarkdown({
    title: `The team's week, ${data.start} to ${data.end}`,
    about: 'What everyone in the team can read of this week, as this profile has it.',
    parts: [
      {
        title: 'What moved',
        empty: 'No key result was updated.',
        lines: data.moved.map((one) => `${own(one.keyResult)}: ${own(one.from)} → ${own(one.to)} (${own(one.goal)})`),
      },
      {
        title: 'What is blocked',
        empty: 'Nothing.',
        lines: data.blocked.map((one) => `${name(one.byId)} waits on ${name(one.waitsForId)}: ${own(one.text)}`),
      },
      {
        title: 'Decided and answered',
        empty: 'No goal was closed, no open question answered.',
        lines: [
          ...data.closed.map(
            (one) => `${own(one.goal)} closed, ${one.score === null ? 'not scored' : `score ${one.score.toFixed(1)}`}`,
          ),
          ...data.answered.map((one) => `${name(one.byId)} answered: ${own(one.question)}`),
        ],
      },
      {
        title: 'Kudos',
        empty: 'None this week.',
        lines: data.kudos.map(
          (one) =>
            `${name(one.byId)} to ${name(one.toId)}${one.value === '' ? '' : ` for ${own(one.value)}`}: ${own(one.text)}`,
        ),
      },
      {
        title: 'Who is away',
        empty: 'Nobody, this week and next.',
        lines: data.away.map((one) => `${name(one.personId)}, ${one.start} to ${one.end}`),
      },
    ],
  });
};

const digestOf = async (
  engine: EngineApi,
  week: string | undefined,
): Promise<Result<{ readonly markdown: string }, ProtocolError>> => {
  const digest = await engine.read('teamDigest', week === undefined ? {} : { week });
  if (!digest.ok) return digest;
  const people = await engine.read('people', {});
  if (!people.ok) return people;
  const names = new Map(people.value.people.map((person) => [person.id, person.name]));
  return ok({ markdown: inEnglish(digest.value, names) });
};

export const digestCommand: CliCommand = {
  name: 'digest',
  summary: 'Write the team’s week as Markdown to the terminal, for a file or a message.',
  flags: {
    ...profileFlags,
    week: { type: 'string', value: 'WEEK', help: 'ISO week, such as 2026-W20; usually the present one' },
  },
  run: (terminal, values) =>
    withProfile(
      terminal,
      values,
      (engine) => digestOf(engine, textFlag(values, 'week')),
      ({ markdown }) => ({ lines: [markdown.trimEnd()], code: exitCodes.ok }),
    ),
};

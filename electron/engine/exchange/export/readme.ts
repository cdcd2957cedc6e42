import { escapeLine } from '../markdown-text.ts';
import type { ExportData } from './collect.ts';

/** The page that explains an export to whoever opens its folder in ten years. */
export const readmeText = (
  data: ExportData,
  now: number,
): string => `# ${escapeLine(data.team?.name ?? 'Meridian')}: export

Written on ${new Date(now).toISOString()} from the profile of ${escapeLine(data.me?.name ?? 'nobody')}. It holds everything that this
person could read at that time, including private feedback: keep it as you would keep that.

| where | what |
| --- | --- |
| \`goals/*.md\` | the goals of each cycle, to read |
| \`goals/*.csv\` | the same, to calculate with, and in the form that Meridian imports |
| \`check-ins/*.md\` | the check-ins of each week |
| \`work.md\` | tasks by week, and milestones |
| \`calendar.ics\` | deadlines, weekly check-ins, ends of cycles and days off, for any calendar |
| \`*.md\` | the rest, to read: people, feedback, kudos, badges, questions, 1:1s, notes, days off |
| \`csv/*.csv\` | one table for each kind of thing, with ids; lists inside a record have a table of their own |
| \`meridian.json\` | everything, complete; Meridian imports its goals |

## CSV

UTF-8, separated by commas, the first row naming the columns (RFC 4180). Times are UTC in ISO 8601. A text that a
spreadsheet would run as a formula has an apostrophe in front; Meridian takes it off when it imports the file.

## meridian.json

One object. Ids are base64url text; times named \`at\` and \`…At\` are milliseconds since 1970 (UTC) as the author's device
claimed them; days are YYYY-MM-DD; progress is 0 to 1, null where it could not be computed.

| field | what |
| --- | --- |
| \`format\`, \`version\` | \`"meridian-export"\`, 1 |
| \`exportedAt\`, \`exportedById\` | when and from whose profile |
| \`team\` | name, response norms in hours, rotating question, values |
| \`people[]\` | id, name, title, place, timeZone, workingHours (Monday first, null = day off), role, managerId, state |
| \`cycles[]\` | id, title, start, end, state |
| \`objectives[]\` | id, title, description, ownerId, contributorIds, parentId, cycleId, state, rollUp, progress, score, reflection, \`keyResults[]\` {title, type, unit, start, target, direction, weight, ownerId, archived, value, \`updates[]\` {value, confidence, projection, note, byId, at}}, \`comments[]\`, audience |
| \`checkIns[]\` | id, personId, week, lastPlans, plans, updates, blockers, question, answer, acknowledgements, comments |
| \`feedback[]\` | id, aboutId, byId, visibility, text, audience (\`readerIds\`: who can read it) |
| \`kudos[]\` | id, toId, byId, value, text, evidenceId |
| \`records[]\` | every record as it is stored: id, kind, schema, spaceId, createdById, createdAt, updatedAt, value |

\`byId\` and \`createdById\` are the verified signers, not fields that somebody filled in. Signatures and the history of
changes stay in the profile; this export is its content.
`;

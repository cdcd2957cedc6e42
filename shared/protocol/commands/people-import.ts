import { z } from 'zod';
import * as s from '../shapes.ts';

/** What a file is known as, by its columns or fields. `goals` is what every other table is taken for. */
export const importPreset = z.enum(['goals', 'meridian', 'asana', 'trello', 'people']);

/** What a column of a list of people means. */
export const peopleRole = z.enum([
  'id',
  'name',
  'firstName',
  'lastName',
  'contact',
  'role',
  'manager',
  'title',
  'place',
  'timeZone',
  'hours',
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
  'ignore',
]);

const file = {
  fileName: z.string().max(300),
  text: z.string().max(20_000_000, 'The file is over 20 MB. Split it and import the parts.'),
};

const source = {
  ...file,
  /** Which table of the file, counted from 0. */
  table: z.number().int().min(0).default(0),
  /** Role of each column, in order; missing means "guess". */
  mapping: z.array(peopleRole).optional(),
};

const invitedRole = s.role.exclude(['owner']);

const personRow = z.object({
  line: z.number().int(),
  name: z.string(),
  /** An address or note, which nothing keeps: it says where to send the link. */
  contact: z.string(),
  /** Who of the team that is; null for nobody. */
  personId: s.id.nullable(),
  /** The role of the invitation, or that the person has after the import. */
  role: s.role,
  /** Values as records hold them: a role, the manager's id ('' for none), seven spans of hours with `,` between them. */
  changes: z.array(
    z.object({
      field: z.enum(['role', 'manager', 'title', 'place', 'timeZone', 'hours']),
      from: z.string(),
      to: z.string(),
    }),
  ),
  /** The manager as the file names them where they can be set only once somebody has joined; '' else. */
  managerLater: z.string(),
  /** Sentence about what is wrong with the row; such a row is not imported. */
  error: z.string().nullable(),
  /** new = would be invited, invited = has an open invitation or waits to be let in, changed = here with other values. */
  effect: z.enum(['new', 'invited', 'same', 'changed', 'none']),
});

const counts = {
  fresh: z.number().int(),
  invited: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  errors: z.number().int(),
};

/** What a file is, and lists of people. */
export const peopleImportCommands = {
  /** What a file seems to be. Never fails: what nobody knows is taken for goals, and their import says what is wrong. */
  'import.recognise': { params: z.object(file), result: z.object({ preset: importPreset }) },
  'import.previewPeople': {
    params: z.object(source),
    result: z.object({
      tables: z.array(z.object({ index: z.number().int(), title: z.string(), rowCount: z.number().int() })),
      columns: z.array(z.string()),
      mapping: z.array(peopleRole),
      /** Cells of the first rows as written, so that a column can be recognised. */
      samples: z.array(z.array(z.string())),
      rows: z.array(personRow),
      ...counts,
    }),
  },
  /** Changes what the preview showed and makes one link for each newcomer, all or nothing. The links are shown once. */
  'import.applyPeople': {
    params: z.object({
      ...source,
      days: z.number().int().min(1).max(90).default(14),
    }),
    result: z.object({
      ...counts,
      links: z.array(
        z.object({
          name: z.string(),
          contact: z.string(),
          role: invitedRole,
          link: z.string(),
          expiresAt: s.time,
        }),
      ),
    }),
  },
} as const;

export type ImportPreset = z.infer<typeof importPreset>;
export type PeopleRole = z.infer<typeof peopleRole>;
export type PersonImportRow = z.infer<typeof personRow>;
export type InvitationLink = z.infer<(typeof peopleImportCommands)['import.applyPeople']['result']>['links'][number];

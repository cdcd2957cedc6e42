import { z } from 'zod';
import type { ForeignTasks } from './types.ts';
import { finished, noteOf } from './words.ts';

const text = z.string().nullish();
const asana = z.object({
  data: z
    .array(
      z.object({
        gid: z.string(),
        name: text,
        notes: text,
        completed: z.boolean().nullish(),
        completed_at: text,
        due_on: text,
        due_at: text,
        assignee: z.object({ name: text }).nullish(),
        permalink_url: text,
        resource_subtype: text,
      }),
    )
    .max(20_000),
});
const trello = z.object({
  lists: z.array(z.object({ id: z.string(), name: text })),
  members: z.array(z.object({ id: z.string(), fullName: text })).default([]),
  cards: z
    .array(
      z.object({
        id: z.string(),
        name: text,
        desc: text,
        due: text,
        dueComplete: z.boolean().nullish(),
        closed: z.boolean().nullish(),
        idList: text,
        idMembers: z.array(z.string()).default([]),
        shortUrl: text,
        dateLastActivity: text,
      }),
    )
    .max(20_000),
});

const ofAsana = ({ data }: z.infer<typeof asana>): ForeignTasks => ({
  source: 'asana',
  tasks: data.map((task, index) => ({
    line: index + 1,
    key: `asana:${task.gid}`,
    title: (task.name ?? '').trim(),
    owner: (task.assignee?.name ?? '').trim(),
    due: task.due_at ?? task.due_on ?? '',
    state: task.completed === true ? 'done' : 'open',
    doneAt: task.completed_at ?? '',
    note: noteOf(task.notes, task.permalink_url),
    milestone: task.resource_subtype === 'milestone',
  })),
});

const ofTrello = ({ cards, lists, members }: z.infer<typeof trello>): ForeignTasks => {
  const listNames = new Map(lists.map((list) => [list.id, list.name ?? '']));
  const memberNames = new Map(members.map((member) => [member.id, member.fullName ?? '']));
  return {
    source: 'trello',
    tasks: cards.map((card, index) => {
      const done = card.dueComplete === true || finished.test((listNames.get(card.idList ?? '') ?? '').trim());
      return {
        line: index + 1,
        key: `trello:${card.id}`,
        title: (card.name ?? '').trim(),
        owner: (memberNames.get(card.idMembers[0] ?? '') ?? '').trim(),
        due: card.due ?? '',
        state: done ? ('done' as const) : card.closed === true ? ('dropped' as const) : ('open' as const),
        doneAt: done ? (card.dateLastActivity ?? '') : '',
        note: noteOf(card.desc, card.shortUrl),
        milestone: false,
      };
    }),
  };
};

/** The tasks of a JSON export of an Asana project or a Trello board; undefined for anything else. */
export const foreignTasksOfJson = (source: string): ForeignTasks | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const board = trello.safeParse(value);
  if (board.success) return ofTrello(board.data);
  const project = asana.safeParse(value);
  return project.success ? ofAsana(project.data) : undefined;
};

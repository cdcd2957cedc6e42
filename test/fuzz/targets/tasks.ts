import { planTasks, readForeignTasks } from '#engine/exchange/index.ts';
import { accepted, refused, type Target } from '../target.ts';

const utf8 = new TextEncoder();
const many = 200_000;

const target = (format: string, samples: readonly string[], bombs: readonly string[]): Target => ({
  name: `import-tasks-${format}`,
  form: 'text',
  samples: () => samples.map((text) => utf8.encode(text)),
  read: (bytes) => {
    const read = readForeignTasks(new TextDecoder().decode(bytes));
    if (read === undefined) return refused('This is no task file of a tool that is known.');
    const people = [{ id: 'p'.repeat(43), name: 'Ana' }];
    const now = Date.UTC(2026, 4, 12);
    const existing = new Map<string, never>();
    const plan = planTasks(read, { existing, people, now, timeZone: 'Asia/Karachi', refusal: () => null });
    // The plan goes to the window, and the engine keeps nothing of it: a row of a few letters weighs more as an object.
    return accepted([plan.rows.length, plan.writes.length]);
  },
  bombs: () => bombs.map((text) => utf8.encode(text)),
});

const asanaHead = 'Task ID,Created At,Completed At,Last Modified,Name,Assignee,Due Date,Notes,Type';
const trelloHead = 'Card ID,Card Name,Card Description,Members,Due Date,Due Complete,List Name,Archived,Card URL';
const asana = {
  data: [
    {
      gid: '1',
      name: 'Ship',
      notes: 'all of it',
      completed: true,
      completed_at: '2026-05-01T10:00:00Z',
      due_on: '2026-05-02',
      assignee: { name: 'Ana' },
      resource_subtype: 'milestone',
    },
  ],
};
const trello = {
  lists: [{ id: 'l', name: 'Done' }],
  members: [{ id: 'm', fullName: 'Ana' }],
  cards: [
    { id: 'c', name: 'Ship', desc: '', due: '2026-05-02T10:00:00Z', idList: 'l', idMembers: ['m'], closed: false },
  ],
};

/** Task files of other tools. */
export const taskTargets: readonly Target[] = [
  target(
    'csv',
    [
      `${asanaHead}\n1,2026-04-01,2026-05-01,,Ship,Ana,2026-05-02,"all, of it",Milestone\n2,,,,Write,,,,\n`,
      `${trelloHead}\nc1,Ship,words,"Ana (ana),Bilal",2026-05-02T10:00:00Z,true,Done,false,https://trello.example/c1\n`,
    ],
    [
      `${asanaHead}\n${'\n'.repeat(many)}`,
      `${asanaHead}\n${'1,,,,x,,,,\n'.repeat(15_000)}`,
      `${asanaHead}${',x'.repeat(20_000)}\n${'a,'.repeat(many)}`,
      `${asanaHead}\n1,,,,"${'('.repeat(many)}","${'('.repeat(many)}",${'9'.repeat(many)},,`,
      `${trelloHead}\n1,x,,"${'('.repeat(many)}",,,,,`,
      `${trelloHead}\n1,${' '.repeat(many)}x,,${'a,'.repeat(1)}${' '.repeat(many)},${' '.repeat(many)},,,,`,
      '"'.repeat(many),
    ],
  ),
  target(
    'json',
    [JSON.stringify(asana), JSON.stringify(trello)],
    [
      JSON.stringify({ data: Array.from({ length: 20_000 }, () => asana.data[0]) }),
      JSON.stringify({ ...trello, cards: Array.from({ length: 20_000 }, () => trello.cards[0]) }),
      JSON.stringify({ ...trello, lists: Array.from({ length: 60_000 }, () => trello.lists[0]) }),
      `{"data":[${'{},'.repeat(many)}{}]}`,
      '{"a":'.repeat(many),
      `{"cards":[${'['.repeat(many)}`,
    ],
  ),
];

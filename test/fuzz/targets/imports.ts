import { prepareImport } from '#engine/exchange/index.ts';
import type { PlanContext } from '#engine/exchange/index.ts';
import { readingOf, type Target } from '../target.ts';

const utf8 = new TextEncoder();
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const context = (): Omit<PlanContext, 'fileName'> => {
  let next = 0;
  return {
    cycle: { id: 'c'.repeat(43), title: '2026 Q2', start: '2026-04-01', end: '2026-06-30' },
    existing: [],
    people: [{ id: 'p'.repeat(43), name: 'Ana' }],
    now: Date.UTC(2026, 4, 12),
    newId: () => `id-${String(next++).padStart(19, '0')}`,
    refusal: () => null,
  };
};

const csv = [
  'Objective,Key Result,Owner,Progress,Target\nShip,"Release, twice",Ana,0.4,1\n,"Say ""yes""",Bilal,70 %,\n',
  'Titel;Ziel;Ist\nNordlicht;10;3,5\n',
  'title\tactual\nOne\t1\n',
];
const markdown = [
  '# 2026 Q2\n\n| Objective | Owner | Actual |\n|---|:-:|--:|\n| **Ship** [it](https://x.example) | Ana | 40 % |\n',
  '## Team\n| A | B |\n|-|-|\n| x \\| y | `1` |\n\n```\n| no | table |\n```\n',
];
const json = [
  JSON.stringify({
    format: 'meridian-export',
    version: 1,
    people: [{ id: 'p1', name: 'Ana' }],
    cycles: [{ id: 'c1', title: 'Q2', start: '2026-04-01', end: '2026-06-30' }],
    objectives: [
      {
        title: 'Ship',
        description: '',
        reflection: '',
        ownerId: 'p1',
        contributorIds: [],
        cycleId: 'c1',
        state: 'active',
        rollUp: 'both',
        score: null,
        keyResults: [
          {
            title: 'Two releases',
            type: 'number',
            unit: '',
            start: 0,
            target: 2,
            direction: 'at-least',
            weight: 1,
            ownerId: null,
            archived: false,
            updates: [{ value: 1, confidence: 'on-track', projection: null, note: 'half', at: 1_700_000_000_000 }],
          },
        ],
      },
    ],
  }),
];

const target = (format: string, samples: readonly string[], bombs: readonly string[]): Target => ({
  name: `import-${format}`,
  form: 'text',
  samples: () => samples.map((text) => utf8.encode(text)),
  read: (bytes) =>
    readingOf(prepareImport({ fileName: `goals.${format}`, text: textOf(bytes), table: 0 }, () => context())),
  bombs: () => bombs.map((text) => utf8.encode(text)),
});

const many = 200_000;

/** Runs of what patterns stumble over, as one cell each. */
const longCells = [
  ' ',
  '(',
  ' (',
  '_ ',
  '*',
  '**a',
  '_a',
  "'",
  '=',
  '[',
  '](',
  '![',
  '<a',
  '&a',
  '\\\\',
  '1,',
  '.',
  '/',
  '#',
  '@',
  '\u00a0',
  'Q1 2',
  'http://',
].map((run) => run.repeat(Math.floor(many / run.length)));

/** One cycle listed over and over, and goals that all belong to it. */
const manyCycles = (cycles: number, objectives: number): string => {
  const whole = JSON.parse(json[0] ?? '') as { cycles: unknown[]; objectives: unknown[] };
  const repeated = (list: unknown[], times: number): unknown[] => Array.from({ length: times }, () => list[0]);
  return JSON.stringify({
    ...whole,
    cycles: repeated(whole.cycles, cycles),
    objectives: repeated(whole.objectives, objectives),
  });
};

export const importTargets: readonly Target[] = [
  target('csv', csv, [
    '"'.repeat(many),
    ','.repeat(many),
    'title\n'.repeat(30_000),
    `title\n${'\n'.repeat(many)}`,
    `title${',x'.repeat(20_000)}\n${'a,'.repeat(many)}`,
    `title\n"${'\r'.repeat(many)}"`,
    ...longCells.map(
      (cell) => `title,owner,progress,link\n"${cell.replaceAll('"', '')}","${cell}","${cell}","${cell}"`,
    ),
    `title,progress\nx,${'9'.repeat(many)}`,
    `title,progress\nx,${' '.repeat(many)}%`,
  ]),
  target('md', markdown, [
    ...longCells.map(
      (cell) => `# ${cell}\n| title | owner | progress |\n|---|---|---|\n| ${cell} | ${cell} | ${cell} |`,
    ),
    '|'.repeat(many),
    `|a|\n${'|-'.repeat(many)}|`,
    `|a|\n${'-'.repeat(many)}`,
    `|a|\n|${' '.repeat(9_000)}- `,
    `|a|\n|${'- '.repeat(4_000)}`,
    `${'#'.repeat(many)} x`,
    `# ${'x '.repeat(many)}#`,
    `# ${' '.repeat(many)}x`,
    `# ${'#'.repeat(many)}x`,
    `| title |\n|---|\n| ${'[x]('.repeat(20_000)} |`,
    `| title |\n|---|\n| ${'**'.repeat(40_000)} |`,
    `| title |\n|---|\n| ${'<'.repeat(40_000)} |`,
    `| title |\n|---|\n${'| x |\n'.repeat(30_000)}`,
  ]),
  target('json', json, [
    manyCycles(1_000, 1_000),
    manyCycles(20_000, 20_000),
    `{"format":"meridian-export","version":1,"people":[],"cycles":[],"objectives":[${'{},'.repeat(19_000)}{}]}`,
    '['.repeat(many),
    '{"a":'.repeat(many),
    `{"format":"meridian-export","version":1,"people":[${'{},'.repeat(many)}{}]}`,
    `{"a":"${'\\u0041'.repeat(many)}"}`,
  ]),
];

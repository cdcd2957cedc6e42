import { isRecordKind, kinds } from '#shared/schema/index.ts';
import type { RecordKind } from '#shared/schema/index.ts';

/** Where an export tells a kind of record, besides `meridian.json`, which holds all of them. */
export interface KindFiles {
  readonly csv: string;
  /** A page, or a folder of pages that ends with a slash. */
  readonly page: string;
  /** Heading of the page. */
  readonly title: string;
  /** `view` = written by hand from what people see; `fields` = every field of every record, one after the other. */
  readonly csvFrom: 'view' | 'fields';
  readonly pageFrom: 'view' | 'fields';
}

const fields = (csv: string, page: string, title: string): KindFiles => ({
  csv: `csv/${csv}.csv`,
  page,
  title,
  csvFrom: 'fields',
  pageFrom: 'fields',
});
const view = (csv: string, page: string, title: string): KindFiles => ({
  csv: `csv/${csv}.csv`,
  page,
  title,
  csvFrom: 'view',
  pageFrom: 'view',
});

/** Every kind has its place: one that is left out does not compile. */
export const filesOfKind: { readonly [K in RecordKind]: KindFiles } = {
  objective: view('objectives', 'goals/', 'Goals'),
  'check-in': view('check-ins', 'check-ins/', 'Check-ins'),
  person: view('people', 'people.md', 'People'),
  feedback: view('feedback', 'feedback.md', 'Feedback'),
  kudos: view('kudos', 'kudos.md', 'Kudos'),
  task: view('tasks', 'work.md', 'Work'),
  leave: { ...fields('days-off', 'days-off.md', 'Days off'), csvFrom: 'view' },
  request: fields('questions', 'questions.md', 'Questions'),
  'feedback-request': fields('feedback-requests', 'feedback-requests.md', 'Requests for feedback'),
  'agenda-item': fields('agenda', 'one-on-ones.md', '1:1 agendas'),
  meeting: fields('one-on-ones', 'one-on-ones.md', '1:1 notes'),
  badge: fields('badges', 'badges.md', 'Badges'),
  note: fields('notes', 'notes.md', 'Performance notes'),
  pulse: fields('pulses', 'pulses.md', 'Pulses'),
  comment: fields('comments', 'comments.md', 'Comments'),
  acknowledgement: fields('acknowledgements', 'acknowledgements.md', 'Acknowledgements'),
  'goal-template': fields('goal-templates', 'goal-templates.md', 'Templates of goals'),
  cycle: fields('cycles', 'cycles.md', 'Cycles'),
  'team-settings': fields('team', 'team.md', 'Team'),
  'space-info': fields('readers', 'readers.md', 'Named readers'),
  erasure: fields('erasures', 'erased.md', 'Erased records'),
};

/** Kinds in the order of the table above. */
export const exportedKinds: readonly RecordKind[] = Object.keys(filesOfKind).filter(isRecordKind);

/** The definition of a kind, without the type of its value. */
export const defOf = (kind: RecordKind) => kinds[kind];

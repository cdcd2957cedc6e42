/** The tools whose task exports are known by their columns or fields. */
export type TaskSource = 'asana' | 'trello';

/** A task as another tool wrote it. */
export interface ForeignTask {
  /** Line of the file, or place in its list, counted from 1. */
  readonly line: number;
  /** Names the task for good: the tool, then its own id. */
  readonly key: string;
  readonly title: string;
  /** Name of whom it is assigned to; '' for nobody. */
  readonly owner: string;
  /** A day, or an instant as ISO 8601; '' for none. */
  readonly due: string;
  readonly state: 'open' | 'done' | 'dropped';
  /** When it was done, as ISO 8601; '' where the file does not say. */
  readonly doneAt: string;
  readonly note: string;
  readonly milestone: boolean;
}

export interface ForeignTasks {
  readonly source: TaskSource;
  readonly tasks: readonly ForeignTask[];
}

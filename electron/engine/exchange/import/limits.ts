const longestTitle = 300;
/** As much prose as a record takes (shared/schema, `text`). */
const longestNote = 100_000;

/** Whether a title would be too long for a record. */
export const titleTooLong = (title: string): string | null =>
  title.length > longestTitle ? `The title is over ${longestTitle} characters.` : null;

/** Why a row's title cannot become one of ours; null when it can. */
export const titleError = (title: string): string | null =>
  title === '' ? 'This row has no title.' : titleTooLong(title);

/** Why a row's notes cannot be kept whole; null when they can. */
export const noteError = (note: string): string | null =>
  note.length > longestNote ? `The notes are over ${longestNote} characters.` : null;

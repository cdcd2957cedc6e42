import type { FeedbackRequestView, NoteView } from '#shared/protocol/index.ts';

/** What is being written at the foot of a thread. */
export type Writing =
  | { readonly what: 'feedback' | 'kudos' | 'ask' }
  | { readonly what: 'note'; readonly note?: NoteView }
  | { readonly what: 'answer'; readonly request: FeedbackRequestView };

import type { FeedbackRequestView } from '#shared/protocol/index.ts';

/** What is being written at the foot of a thread. */
export type Writing =
  { readonly what: 'feedback' | 'kudos' | 'ask' } | { readonly what: 'answer'; readonly request: FeedbackRequestView };

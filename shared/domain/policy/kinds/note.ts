import type { NoteRecord } from '../../../schema/index.ts';
import type { KindPolicy } from '../types.ts';
import { author } from '../who.ts';

/** Performance notes, schema 1: their author's alone, who may word them anew. */
export const notePolicy: KindPolicy<NoteRecord> = {
  create: author,
  rules: [
    { path: 'aboutId', who: author, once: true },
    { path: '*', who: author },
  ],
  whole: ({ after, signer }) => (after.aboutId === signer.personId ? 'Notes are about somebody else.' : null),
};

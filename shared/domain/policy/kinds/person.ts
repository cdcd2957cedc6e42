import type { PersonRecord } from '../../../schema/index.ts';
import { administers } from '../standing.ts';
import type { KindPolicy, Who } from '../types.ts';

/** A guest has a name and a time zone too: their own page is the one thing that a guest writes. */
const personOrAdmin: Who<PersonRecord> = {
  sentence: 'Only the person themselves or an admin can change this page.',
  is: ({ signer, key }) =>
    signer.state !== 'removed' && ((key.form === 'natural' && key.parts[0] === signer.personId) || administers(signer)),
};

/** Persons, schema 1. */
export const personPolicy: KindPolicy<PersonRecord> = {
  create: personOrAdmin,
  rules: [{ path: '*', who: personOrAdmin }],
};

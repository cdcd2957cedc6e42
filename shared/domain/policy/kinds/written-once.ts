import type { AcknowledgementRecord, KudosRecord, SpaceInfoRecord } from '../../../schema/index.ts';
import type { KindPolicy, Situation, Who } from '../types.ts';
import { author, named, writer } from '../who.ts';

const acknowledges = named(1, 'Everybody acknowledges for themselves.');

const keyPart = (here: Situation<unknown>, part: number): string | undefined =>
  here.key.form === 'natural' ? here.key.parts[part] : undefined;

/** Acknowledgements, schema 1: one a record and person, in one's own name. */
export const acknowledgementPolicy: KindPolicy<AcknowledgementRecord> = {
  create: acknowledges,
  frozen: 'An acknowledgement is given once.',
  rules: [
    {
      path: 'targetId',
      who: acknowledges,
      once: true,
      value: (value, here) => (value === keyPart(here, 0) ? null : 'The acknowledgement is of another record.'),
    },
    {
      path: 'personId',
      who: acknowledges,
      once: true,
      value: (value, here) => (value === keyPart(here, 1) ? null : 'The acknowledgement is in another name.'),
    },
  ],
};

/** Kudos, schema 1. */
export const kudosPolicy: KindPolicy<KudosRecord> = {
  create: writer,
  frozen: 'Kudos are written once. Give more to add to them.',
  rules: [{ path: '*', who: author, once: true }],
  whole: (here) => (here.after.toId === here.signer.personId ? 'Kudos are for somebody else.' : null),
};

/** A reader of the space; which readers a pair has follows from its id as well. */
const reader: Who<SpaceInfoRecord> = {
  sentence: 'Only a reader of a space states its readers.',
  is: ({ signer, after }) => signer.state !== 'removed' && after.readers[signer.personId]?.in === true,
};

/** The statement of a named space's readers, schema 1. */
export const spaceInfoPolicy: KindPolicy<SpaceInfoRecord> = {
  create: reader,
  frozen: 'The readers of a space never change. Start another space for other readers.',
  rules: [{ path: '*', who: reader, once: true }],
};

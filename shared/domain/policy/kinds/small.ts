import type { CommentRecord, CycleRecord, PulseRecord, TeamSettingsRecord } from '../../../schema/index.ts';
import { administers, writes } from '../standing.ts';
import type { KindPolicy, Who } from '../types.ts';
import { admin, author, creatorOf, writer } from '../who.ts';

/** Team settings, schema 1. */
export const teamSettingsPolicy: KindPolicy<TeamSettingsRecord> = {
  create: admin,
  rules: [{ path: '*', who: admin }],
};

const creatorOrAdmin: Who<CycleRecord> = {
  sentence: 'Only the person who made the cycle or an admin can change it.',
  is: (here) => administers(here.signer) || (writes(here.signer) && creatorOf(here) === here.signer.personId),
};

/** Cycles, schema 1. Dates that end before they start are refused. */
export const cyclePolicy: KindPolicy<CycleRecord> = {
  create: writer,
  rules: [{ path: '*', who: creatorOrAdmin }],
  whole: ({ after }) => (after.end < after.start ? 'The cycle ends before it starts.' : null),
};

/** Comments, schema 1: what it is about stands; the text is its author's. */
export const commentPolicy: KindPolicy<CommentRecord> = {
  create: writer,
  rules: [
    { path: 'targetId', who: author, once: true },
    { path: 'targetKind', who: author, once: true },
    { path: 'text', who: author },
    { path: 'mentions', who: author },
  ],
};

/** Its space has one reader, so that nobody else could have written it; the check keeps that visible. */
const owner: Who<PulseRecord> = {
  sentence: 'A pulse is private to its author.',
  is: ({ signer, space }) => writes(signer) && space.readers.length === 1 && space.readers[0] === signer.personId,
};

/** Pulses, schema 1. */
export const pulsePolicy: KindPolicy<PulseRecord> = {
  create: owner,
  rules: [
    {
      path: 'week',
      who: owner,
      once: true,
      value: (value, { key }) =>
        key.form === 'natural' && key.text === value ? null : 'The pulse names another week than its key.',
    },
    { path: '*', who: owner },
  ],
};

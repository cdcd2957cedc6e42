import { administers, standingSentences, writes } from './standing.ts';
import type { Situation, Who } from './types.ts';

/** Person id that the record's key names as its creator or as the person it belongs to; null for other keys. */
export const creatorOf = (situation: Situation<unknown>): string | null =>
  situation.key.form === 'own' ? situation.key.creatorId : null;

/** The signer has a role that writes. */
export const writer: Who<unknown> = {
  sentence: standingSentences.write,
  is: ({ signer }) => writes(signer),
};

/** The signer administers the team. */
export const admin: Who<unknown> = {
  sentence: standingSentences.administer,
  is: ({ signer }) => administers(signer),
};

/** The signer is the record's creator and has a role that writes. */
export const author: Who<unknown> = {
  sentence: 'Only the person who wrote this can change it.',
  is: (situation) => writes(situation.signer) && creatorOf(situation) === situation.signer.personId,
};

/** The signer is the person named by the given part of the record's natural key. */
export const named = (part: number, sentence: string): Who<unknown> => ({
  sentence,
  is: ({ signer, key }) => writes(signer) && key.form === 'natural' && key.parts[part] === signer.personId,
});

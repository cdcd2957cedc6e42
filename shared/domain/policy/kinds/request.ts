import type { RequestRecord } from '../../../schema/index.ts';
import { waitsFor } from '../../requests/turns.ts';
import { writes } from '../standing.ts';
import type { KindPolicy, Situation, Who } from '../types.ts';
import { author, writer } from '../who.ts';

type Here = Situation<RequestRecord>;

const isAsker = ({ signer, before, fresh }: Here): boolean =>
  writes(signer) && (fresh || before.fromId === signer.personId);
const isAsked = ({ signer, before }: Here): boolean => writes(signer) && waitsFor(before) === signer.personId;

/** Those between whom it stands. */
const parties: Who<RequestRecord> = {
  sentence: 'Only who asked and who is asked can change where this stands.',
  is: (here) => isAsker(here) || isAsked(here),
};

const asker: Who<RequestRecord> = { sentence: 'Only who asked can change this.', is: isAsker };

const whole = ({ after, ops, fresh }: Here): string | null => {
  if (fresh && waitsFor(after) === null) return 'A request names the person it waits for.';
  if (!ops.some(({ path }) => path === 'state' || path === 'closedAt')) return null;
  if ((after.state === 'open') !== (after.closedAt === null)) return 'A request that is closed says since when.';
  return null;
};

/** Requests, schema 1. */
export const requestPolicy: KindPolicy<RequestRecord> = {
  create: writer,
  rules: [
    {
      path: 'fromId',
      who: author,
      once: true,
      // Whoever hands a request on begins another for the one who asked, who has to be able to read it.
      value: (value, { signer, space }) =>
        value === signer.personId || (space.kind === 'group' && space.readers.some((reader) => reader === value))
          ? null
          : 'Everybody asks in their own name.',
    },
    { path: 'targetId', who: author, once: true },
    { path: 'targetKind', who: author, once: true },
    { path: 'blockerId', who: author, once: true },
    { path: 'question', who: author },
    { path: 'text', who: author },
    { path: 'mentions', who: author },
    { path: 'urgent', who: asker },
    {
      path: 'turns.*.byId',
      who: parties,
      once: true,
      value: (value, { signer }) => (value === signer.personId ? null : 'A request is handed on in one’s own name.'),
    },
    {
      path: 'turns.*.toId',
      who: parties,
      once: true,
      value: (value, { space }) =>
        value !== null && (space.kind === 'team' || space.readers.some((reader) => reader === value))
          ? null
          : 'This person could not read the request.',
    },
    { path: 'turns.*', who: parties, once: true },
    {
      path: 'state',
      who: parties,
      value: (value, here) =>
        value === 'answered' || value === 'handed-on' || isAsker(here) ? null : 'Only who asked can change this.',
    },
    { path: 'closedAt', who: parties },
  ],
  whole,
};

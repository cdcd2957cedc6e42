import type { Mix } from './shape.ts';

/** A story that went wrong once. It is played again with every test run. */
export interface Regression {
  readonly seed: number;
  readonly devices?: number;
  readonly steps?: number;
  readonly mix?: Mix;
  readonly why: string;
}

/**
 * Seeds that `npm run sim` found, with what they showed. A seed means what the events of the time made of it: when the
 * events change, check that the old program still fails for it, or find another seed that does.
 */
export const regressions: readonly Regression[] = [
  { seed: 2, mix: 'first', why: 'whoever an overruled removal would have shut out never heard of the team again' },
  {
    seed: 5,
    mix: 'first',
    why: 'an answer to a question for keys waited for acts that only the key it brought could open',
  },
  {
    seed: 262,
    mix: 'first',
    why: 'nobody asked for the key of somebody whose own place in the team had fallen with a removal',
  },
  { seed: 105, mix: 'first', why: 'who wrote an act depended on what had arrived when it was judged' },
  {
    seed: 407,
    mix: 'first',
    why: 'work set aside for a loss that was overruled stayed aside when its log came after that loss was heard of',
  },
  {
    seed: 45,
    mix: 'goal',
    why: 'whether an entry forgot what its author knew depended on whether the erased one before it had been read',
  },
  {
    seed: 191,
    mix: 'goal',
    why: 'a fork stayed unseen where an entry of the other branch had come before the log reached its place',
  },
  {
    seed: 537,
    mix: 'goal',
    why: 'a profile did not verify that kept what it had read when the log said that it was erased',
  },
  {
    seed: 769,
    mix: 'goal',
    why: 'a machine left alone the keys that a copy of it had offered, and could never ask for them',
  },
  {
    seed: 1052,
    mix: 'goal',
    why: 'a backup held an act before one that it follows and that its machine could not read',
  },
  {
    seed: 2265,
    mix: 'goal',
    why: 'a profile did not verify where readers had erased an entry beside a log that forked, and the log never said so',
  },
  {
    seed: 5097,
    mix: 'goal',
    why: 'a check told of a fork again while it replayed the log, and so counted acts that the profile rightly did not',
  },
  {
    seed: 5744,
    mix: 'goal',
    why: 'a key lay in an offer that nobody could place, because its log began under that very key',
  },
  {
    seed: 5792,
    mix: 'goal',
    why: 'two people each lacked a key that the other had, and asked for it in acts that the other could not read',
  },
  {
    seed: 5863,
    mix: 'goal',
    why: 'what lay behind an entry without content stayed with the one machine that had it',
  },
  {
    seed: 6525,
    mix: 'goal',
    why: 'the words of an erased check-in stayed in the request that its blocker had been asked in',
  },
  {
    seed: 6841,
    mix: 'goal',
    why: 'what a new device had written stayed set aside where its adding came to stand only after it had been judged',
  },
  {
    seed: 2756,
    mix: 'goal',
    why: 'a page that SQLite had divided held a copy of a text in its unused part, which erasing the text left there',
  },
  {
    seed: 9691,
    mix: 'goal',
    why: 'the power failed after the commit of a loss of role, and the simulator did not note whose work may be refused',
  },
  {
    seed: 9321,
    mix: 'goal',
    why: 'who had removed somebody, and wrote on what they had left, lost that to a demotion elsewhere that they had not heard of',
  },
  {
    seed: 14825,
    mix: 'goal',
    why: 'who was back in the team because a log forked asked for keys at a frontier in which they were still out',
  },
  {
    seed: 12046,
    mix: 'goal',
    why: 'a removal that was undone in turn went on undoing the questions for keys of whom it would have removed',
  },
];

/** Seeds that `npm run sim` found, with what they showed. They are played again with every test run. */
export const regressions: readonly { readonly seed: number; readonly steps: number; readonly why: string }[] = [
  { seed: 122, steps: 70, why: 'a key that was learned in a rolled-back transaction left its entries unread for ever' },
  { seed: 7, steps: 70, why: 'an invitation of somebody whose clock is far behind is over when it is made' },
];

import { ok } from '#shared/std/index.ts';
import { mount } from '#renderer/app/mount.tsx';
import { createFakeClient, emptyProfile, kestrel } from '../fake/client.ts';
import { goalAnswers, manyGoalRows } from '../fake/goals.ts';
import { importAnswers } from '../fake/import.ts';
import { fakeOut } from '../fake/membership.ts';
import { fakeNow } from '../fake/people.ts';

// The interface over invented answers: for looking at it, and for checking it with axe. Never shipped.
const asked = new URLSearchParams(location.search);
const answers = asked.has('empty')
  ? emptyProfile
  : asked.has('out')
    ? { ...kestrel, membership: () => fakeOut }
    : asked.has('many')
      ? { ...kestrel, ...goalAnswers(manyGoalRows(10_000)) }
      : asked.has('nogoals')
        ? { ...kestrel, ...goalAnswers([]) }
        : kestrel;
const element = document.getElementById('root');
if (element === null) throw new Error('The page has no #root to render into.');
if (new URLSearchParams(location.search).has('rtl')) document.documentElement.dir = 'rtl';

mount({
  page: window,
  element,
  connector: {
    open: () =>
      Promise.resolve(
        ok(
          createFakeClient(answers, (name, params) =>
            name === 'invitation.create'
              ? {
                  id: 'i'.repeat(43),
                  link: 'meridian:join#AAAA1111bbbb2222CCCC3333',
                  expiresAt: fakeNow + 14 * 86_400_000,
                }
              : importAnswers(name, params),
          ),
        ),
      ),
  },
  clock: { now: () => fakeNow },
});

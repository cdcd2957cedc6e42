import { expect, test } from 'vitest';
import { ana, bilal, itemOf, snapshot } from '../readmodels/profile.ts';
import { openQueries } from './engine.ts';

test('a template with a key result that nobody named is shown as it is, beside the others', () => {
  const nameless = { type: 'number', start: 0, target: 1 };
  const { handlers } = openQueries([
    snapshot('goal-template', 'odd', { title: 'Odd', keyResults: { [itemOf('nameless')]: nameless } }, { by: bilal }),
    snapshot('goal-template', 'plain', { title: 'Plain' }, { by: ana }),
  ]);
  const { templates } = handlers.goalTemplates.run({});
  expect(templates.map(({ title, mayChange }) => [title, mayChange])).toEqual([
    ['Odd', expect.any(Boolean)],
    ['Plain', true],
  ]);
  expect(templates[0]?.keyResults).toMatchObject([{ title: '', target: 1 }]);
});

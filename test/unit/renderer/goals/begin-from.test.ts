import { describe, expect, it } from 'vitest';
import { beginFrom } from '#renderer/features/goals/form/begin-from.ts';
import type { Begun, Given } from '#renderer/features/goals/form/begin-from.ts';
import { emptyKeyResult } from '#renderer/features/goals/form/key-result-draft.ts';

const given = (title: string): Given['keyResults'][number] => ({
  title,
  type: 'number',
  unit: '',
  start: 0,
  target: 10,
  direction: 'at-least',
  weight: 1,
});
const launch: Given = {
  title: 'Launch it',
  description: 'What is out, and for whom.',
  keyResults: [given('Teams that use it'), given('Steps done')],
};
const costs: Given = { title: 'Spend less', description: 'Where it goes.', keyResults: [given('Bill a month')] };

const blank: Begun = { title: '', description: '', keyResults: [emptyKeyResult('0')], nextKey: 1 };
const titles = (form: Begun): readonly string[] => form.keyResults.map(({ title }) => title);
const most = 20;

describe('a goal that is begun from a template', () => {
  it('takes all its words while nothing is written, and nothing of them stays once another is chosen, or none', () => {
    const first = beginFrom(blank, null, launch, most);
    expect(first).toMatchObject({ title: 'Launch it', description: 'What is out, and for whom.' });
    expect(titles(first)).toEqual(['Teams that use it', 'Steps done']);
    const second = beginFrom(first, launch, costs, most);
    expect(second).toMatchObject({ title: 'Spend less', description: 'Where it goes.' });
    expect(titles(second)).toEqual(['Bill a month']);
    expect(beginFrom(second, costs, null, most)).toMatchObject({ title: '', description: '' });
    expect(titles(beginFrom(second, costs, null, most))).toEqual(['']);
  });

  it('keeps a description and key results that somebody wrote, and puts the template’s behind them', () => {
    const mine = { ...emptyKeyResult('0'), title: 'Fewer questions', target: 3 };
    const written: Begun = { ...blank, title: 'Mine', description: 'Why it matters to us.', keyResults: [mine] };
    const first = beginFrom(written, null, launch, most);
    expect(first).toMatchObject({ title: 'Mine', description: 'Why it matters to us.' });
    expect(titles(first)).toEqual(['Fewer questions', 'Teams that use it', 'Steps done']);
    expect(titles(beginFrom(first, launch, costs, most))).toEqual(['Fewer questions', 'Bill a month']);
    const none = beginFrom(first, launch, null, most);
    expect(none).toMatchObject({ title: 'Mine', description: 'Why it matters to us.', keyResults: [mine] });
  });

  it('keeps what was changed in a template’s own words, and a row in which only a number or an owner is set', () => {
    const first = beginFrom(blank, null, launch, most);
    const [teams, steps] = first.keyResults;
    if (teams === undefined || steps === undefined) throw new Error('the template gave no rows');
    const changed: Begun = {
      ...first,
      description: `${first.description} Not before May.`,
      keyResults: [{ ...teams, target: 25 }, steps, { ...emptyKeyResult('9'), ownerId: 'ana' }],
      nextKey: 10,
    };
    const second = beginFrom(changed, launch, costs, most);
    expect(second.description).toBe('What is out, and for whom. Not before May.');
    expect(titles(second)).toEqual(['Teams that use it', '', 'Bill a month']);
    expect(second.keyResults[0]?.target).toBe(25);
  });

  it('tells every row apart, and makes no more than a goal may have', () => {
    const mine = (key: string) => ({ ...emptyKeyResult(key), title: `Mine ${key}` });
    const full = beginFrom({ ...blank, keyResults: [mine('0'), mine('1')], nextKey: 2 }, null, launch, 3);
    expect(titles(full)).toEqual(['Mine 0', 'Mine 1', 'Teams that use it']);
    expect(new Set(full.keyResults.map(({ key }) => key)).size).toBe(3);
    const again = beginFrom(full, launch, costs, most);
    expect(new Set([...full.keyResults, ...again.keyResults].map(({ key }) => key)).size).toBe(4);
    expect(titles(beginFrom({ ...blank, keyResults: [mine('0')] }, null, launch, 1))).toEqual(['Mine 0']);
  });
});

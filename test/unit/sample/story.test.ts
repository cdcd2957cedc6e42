import fc from 'fast-check';
import { expect, test } from 'vitest';
import { people } from '#engine/sample/people.ts';
import { questions } from '#engine/sample/questions.ts';
import { tellStory } from '#engine/sample/story.ts';
import { weeks, feedback, kudos, comments, thisWeek } from '#engine/sample/weeks.ts';
import { objectives } from '#engine/sample/goals.ts';
import { pastObjectives } from '#engine/sample/past-goals.ts';
import { leaves, tasks } from '#engine/sample/work.ts';

const known = new Set(people.map((person) => person.key));

test('whenever it is told, the story is in order, lies in the past and is no older than three quarters', () => {
  const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2034, 0, 1) });
  fc.assert(
    fc.property(instants, (now) => {
      const { begins, happenings } = tellStory(now);
      const times = happenings.map((one) => one.at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThan(now);
      expect(begins).toBeGreaterThan(now - 290 * 86_400_000);
      expect(begins).toBeLessThanOrEqual(Math.min(...times));
    }),
    { numRuns: 60 },
  );
});

test('everybody who is named in the story is in the team', () => {
  const named = [
    ...Object.keys(weeks),
    ...thisWeek.flatMap((one) => (one.blocker === null ? [one.by] : [one.by, one.blocker.waitsFor])),
    ...tasks.flatMap((one) => (one.acceptedBy === undefined ? [one.by] : [one.by, one.acceptedBy])),
    ...leaves.map((one) => one.by),
    ...feedback.flatMap((one) => [one.by, one.about]),
    ...kudos.flatMap((one) => [one.by, one.to]),
    ...comments.map((one) => one.by),
    ...questions.flatMap(({ by, to, handedOn }) => (handedOn === undefined ? [by, to] : [by, to, handedOn.to])),
    ...[...objectives, ...pastObjectives.flat()].flatMap((goal) => [
      goal.owner,
      ...goal.keyResults.map((kr) => kr.owner),
    ]),
    ...people.flatMap((person) => (person.managerKey === null ? [] : [person.managerKey])),
  ];
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});

test('the team shows every type of key result, both directions, and people in seven time zones', () => {
  const all = objectives.flatMap((goal) => goal.keyResults);
  const types = new Set(all.map((one) => one.type));
  expect([...types].sort()).toEqual(['boolean', 'currency', 'milestone', 'number', 'percent', 'threshold']);
  expect(all.some((one) => one.type === 'number' && one.target < one.start)).toBe(true);
  expect(new Set(all.filter((one) => one.type === 'threshold').map((one) => one.direction)).size).toBe(2);
  expect(new Set(people.map((person) => person.timeZone)).size).toBe(7);
});

test('tasks belong to key results that the team has', () => {
  const titles = new Set(objectives.flatMap((goal) => goal.keyResults.map((one) => one.title)));
  const named = tasks.flatMap((one) => (one.keyResult === undefined ? [] : [one.keyResult.title]));
  expect(named.filter((title) => !titles.has(title))).toEqual([]);
});

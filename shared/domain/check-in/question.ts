import { weeksBetween } from '../time/week.ts';
import type { Week } from '../time/week.ts';

/** From the Monday of this week on, questions take turns. Any would do; it must be the same for ever. */
const firstWeek: Week = '1970-W02';

/**
 * The team's questions in their order: one a line, no line twice. `question` is the one of a team that has never kept
 * several.
 */
export const questionsOf = (team: { readonly question: string; readonly questions: string }): readonly string[] => {
  const lines = team.questions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const kept = lines.length > 0 ? lines : [team.question.trim()].filter((line) => line !== '');
  return [...new Set(kept)];
};

/**
 * The question of a week: each in turn, by the number of the week alone, so that every device asks the same without a
 * word exchanged. '' where the team keeps none.
 */
export const questionOfWeek = (questions: readonly string[], week: Week): string => {
  const turn = weeksBetween(firstWeek, week) % Math.max(1, questions.length);
  return questions.at(turn) ?? '';
};

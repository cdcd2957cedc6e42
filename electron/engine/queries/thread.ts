import type { QueryContext } from './context.ts';
import { feedbackAudiences } from './feedback-audiences.ts';
import { createPraise } from './feedback-view.ts';
import { createGoalsOfPerson } from './goals-of-person.ts';
import { createGoals, goalTopics } from './goals-reader.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';

/** Everything between this reader and one person: feedback, kudos, their goals, and who would read what is written. */
export const threadQuery = (ctx: QueryContext): QueryHandler<'thread'> => {
  const people = createPeople(ctx);
  const praise = createPraise(ctx);
  const goalsOf = createGoalsOfPerson(ctx.db, createGoals(ctx));
  return {
    topics: [...goalTopics, 'records:feedback', 'records:kudos', 'records:check-in', 'records:comment', 'members'],
    run: ({ personId }) => ({
      person: people.person(personId),
      feedback: praise.feedback(personId),
      kudos: praise.kudos(personId),
      audiences: feedbackAudiences(ctx.team(), ctx.me(), personId),
      goals: [...goalsOf(personId).rows],
    }),
  };
};

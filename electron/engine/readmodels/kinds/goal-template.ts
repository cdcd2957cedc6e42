import type { GoalTemplateRecord } from '#shared/schema/index.ts';
import type { KindRows } from '../rows.ts';
import type { RecordSnapshot } from '../snapshot.ts';

export const goalTemplateRows = (snapshot: RecordSnapshot, value: GoalTemplateRecord): KindRows => ({
  goal_templates: [
    {
      record_id: snapshot.id,
      title: value.title,
      description: value.description,
      deliverable: value.deliverable,
      done_means: value.doneMeans,
      archived: value.archived ? 1 : 0,
      // Read as a whole and never searched by number.
      key_results: JSON.stringify(
        Object.entries(value.keyResults)
          .toSorted(([a, one], [b, other]) => one.order - other.order || (a < b ? -1 : 1))
          .map(([, { title, type, unit, start, target, direction, weight }]) => ({
            ...{ title, type, unit, start, target, direction, weight },
          })),
      ),
    },
  ],
});

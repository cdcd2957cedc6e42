import { weekOfDay } from '#shared/domain/index.ts';
import { calendarDay, useTime } from '#renderer/ui/index.ts';
import { TaskDialog } from './task-dialog.tsx';

/** A task for this week, written from anywhere: the place that is open stays as it is. */
export const QuickTask = (props: { readonly onClose: () => void }) => {
  const { now, zone } = useTime();
  return (
    <TaskDialog
      task={null}
      milestone={false}
      week={weekOfDay(calendarDay(now, zone))}
      onClose={props.onClose}
      onMade={() => undefined}
    />
  );
};

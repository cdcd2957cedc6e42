export { AwardDialog } from './award-dialog.tsx';
export { AwardLine } from './award-line.tsx';
export { GoalAwards, MilestoneAwards } from './award-lists.tsx';

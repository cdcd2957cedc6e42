/** Weeks that were skipped with a reason, and pulses that their authors shared with the check-in. */
export const checkInColumns = `
ALTER TABLE check_ins ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE check_ins ADD COLUMN skip_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE check_ins ADD COLUMN pulse INTEGER;
`;

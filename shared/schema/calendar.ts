/** True for a day that the calendar has. Overflowing days do not come back as they went in. */
export const isDay = (value: string): boolean => {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** True for two different times of a day; 24:00 ends one. What ends before it starts ends on the next day. */
export const isHours = (value: string): boolean => {
  const [from = '', to = ''] = value.split('-');
  return from !== to && from < '24:00' && to > '00:00' && to <= '24:00' && !/:[6-9]/.test(value);
};

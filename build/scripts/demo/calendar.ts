const day = 86_400_000;

const text = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The calendar quarter that `now` lies in, as a cycle. */
export const quarterOf = (now: number): { readonly title: string; readonly start: string; readonly end: string } => {
  const date = new Date(now);
  const year = date.getUTCFullYear();
  const quarter = Math.floor(date.getUTCMonth() / 3);
  return {
    title: `${year} Q${quarter + 1}`,
    start: text(Date.UTC(year, quarter * 3, 1)),
    end: text(Date.UTC(year, quarter * 3 + 3, 1) - day),
  };
};

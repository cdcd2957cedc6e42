const longest = 60;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A file name that every system takes, made of what somebody called a thing; `fallback` when nothing is left of it. */
export const fileNameFor = (title: string, fallback: string, taken: Set<string>): string => {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '');
  const base = slug === '' || reserved.test(slug) ? fallback : slug;
  let name = base;
  for (let nth = 2; taken.has(name); nth++) name = `${base}-${nth}`;
  taken.add(name);
  return name;
};

/** Items in the order people see them: by their `order` field, then by id, so that every replica lists them alike. */
export const ordered = <T extends { readonly order: number }>(
  items: Readonly<Record<string, T>>,
): readonly [string, T][] =>
  Object.entries(items).sort(([idA, a], [idB, b]) => a.order - b.order || (idA < idB ? -1 : 1));

/**
 * From when on a comment could be answered on this device, in SQL: when its author claims to have written it, or when it
 * arrived, if that was before. Their clock may be ahead, and what I answer after it came here is an answer to it.
 */
export const readFrom = (comment: string): string =>
  `min(${comment}.at, coalesce((SELECT min(e.received_at) FROM touches t JOIN entries e ON e.id = t.entry_id
     WHERE t.record_id = ${comment}.record_id AND t.path = ''), ${comment}.at))`;

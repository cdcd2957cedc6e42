/**
 * Of the turns `t` of a request, those whose end is known. Whoever asks the same person anew did so after an answer, and
 * the record no longer says when that was: all that is known is that the time in between was not all waiting.
 */
export const endKnown = `NOT EXISTS (SELECT 1 FROM request_turns n
  WHERE n.record_id = t.record_id AND n.position = t.position + 1 AND n.to_id = t.to_id)`;

/** Records by when they last changed: a list of the newest that pass a filter ends once it is full. */
export const newestIndex = 'CREATE INDEX record_view_newest ON record_view (updated_at DESC, n DESC);';

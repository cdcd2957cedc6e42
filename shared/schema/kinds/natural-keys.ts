const id = '[A-Za-z0-9_-]{22,64}';

/** `<personId>` */
export const personKey = new RegExp(`^${id}$`);
/** `<personId>/<week>` */
export const checkInKey = new RegExp(`^${id}/\\d{4}-W\\d{2}$`);
/** `<targetId>/<personId>` */
export const acknowledgementKey = new RegExp(`^${id}/${id}$`);
/** `<week>` */
export const pulseKey = /^\d{4}-W\d{2}$/;
/** `<day>` */
export const meetingKey = /^\d{4}-\d{2}-\d{2}$/;
/** `<milestoneId>/<toId>/<giverId>` */
export const badgeKey = new RegExp(`^${id}/${id}/${id}$`);
/** `<kind>/<record key as base64url>` of what was erased. */
export const erasureKey =
  /^(check-in|comment|acknowledgement|feedback|kudos|pulse|leave|agenda-item|feedback-request|badge|note|request|objective|task|cycle)\/[A-Za-z0-9_-]{1,190}$/;

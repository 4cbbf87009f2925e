/** Numbers of amoCRM / Kommo API v4, each with its source. Read by the client, the backend's limiter and the tests. */

/**
 * 7 requests a second for one integration (developers.kommo.com/docs/limitations; amocrm/amocrm-api-php issue 563).
 * We stay below: the counter on their side is not ours, and repeated violations end in a ban that only support lifts.
 */
export const REQUESTS_PER_SECOND = 5;

/** Largest `limit` of leads, contacts and users (amocrm.ru/developers, "leads-api"). */
export const PAGE_SIZE = 250;

/** Custom fields come 50 to a page whatever `limit` says (amocrm.ru/developers, "custom-fields"). */
export const CUSTOM_FIELDS_PAGE_SIZE = 50;

/** Ours: 400 pages are 100,000 rows, over 80 s of the whole quota; an iterator that gets so far is being lied to. */
export const MAX_PAGES = 400;

/** Ours: longer waits for a slot go back to the caller, who has a queue for waiting. */
export const SHORT_WAIT_MS = 1_000;

/** Back-off floor after 429; the header and the body may ask for more (developers.kommo.com/docs/http-codes). */
export const RATE_LIMITED_MS = 1_000;

/** No header of theirs may park our work for longer than this. */
export const MAX_RETRY_AFTER_MS = 60 * 60 * 1_000;

/** 5xx are mostly gateways (amocrm.ru/developers, "error-codes"). */
export const SERVER_ERROR_MS = 5_000;

/**
 * Looking back for our own writes and for changes, we start this much earlier: times are whole seconds, several
 * changes share one, and the two clocks differ. The official guidance is an overlap of 1 to 5 minutes.
 */
export const LOOK_BACK_SECONDS = 300;

/** Ours: the longest lead or contact name we send; the documentation names no limit. */
export const NAME_LENGTH = 250;

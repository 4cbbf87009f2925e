export { Events, type DomainEvent } from './events.js';
export { LIVE_CHANNEL, parseLiveNotice, type LiveNotice } from './live-notice.js';

export { Events, type DomainEvent, type EventSubscriber } from './events.js';
export { LIVE_CHANNEL, parseLiveNotice, type LiveNotice } from './live-notice.js';

export { retryDelayMs } from './backoff.js';
export { Jobs, type JobOptions } from './jobs.js';
export { JobHandlers, type JobContext, type JobHandler, type JobPayload } from './job-handlers.js';
export { Periodic, type PeriodicWork } from './periodic.js';

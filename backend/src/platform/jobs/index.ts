export { Jobs } from './jobs.js';
export { JobHandlers, type JobContext, type JobPayload } from './job-handlers.js';
export { Periodic } from './periodic.js';

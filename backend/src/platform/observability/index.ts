export { Log } from './log.js';
export { currentContext, runInContext } from './request-context.js';
export { redact } from './redact.js';

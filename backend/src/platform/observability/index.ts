export { Log, type LogFields, type LogLevel, type LogSettings } from './log.js';
export { currentContext, runInContext, type RequestContext } from './request-context.js';
export { redact, redactText } from './redact.js';

export {
  startApi,
  startWorker,
  TEST_ORIGIN,
  TEST_PASSWORD,
  TestApi,
  type StartOptions,
  type TestWorker,
} from './api.js';
export { EventStream } from './event-stream.js';
export { HttpClient, type Answer, type ProblemBody } from './http-client.js';
export { ShiftedClock } from './shifted-clock.js';
export { MailStand } from './mail-stand.js';
export { until } from './until.js';

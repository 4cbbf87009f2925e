// The background process: jobs, schedules, deliveries.
import { createWorker } from './create-app.js';
import { runProcess } from './run-process.js';

await runProcess(async (config, log) => {
  const { app, ended } = await createWorker({ config, log });
  return { close: () => app.close(), broken: ended };
});

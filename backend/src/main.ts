// The HTTP API process.
import { SwaggerModule } from '@nestjs/swagger';
import { createApp } from './create-app.js';
import { buildOpenApi } from './open-api.js';
import { runProcess } from './run-process.js';

await runProcess(async (config, log) => {
  const app = await createApp({ config, log }, (created) =>
    SwaggerModule.setup('api/docs', created, () => buildOpenApi(created)),
  );
  await app.listen({ port: config.apiPort, host: config.apiHost });
  log.info('listening', { host: config.apiHost, port: config.apiPort });
  return { close: () => app.close() };
});

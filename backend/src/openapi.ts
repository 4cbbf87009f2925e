// Prints the OpenAPI document, or writes it to the file named by the first argument. Needs no database.
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { nameRoutes } from './create-app.js';
import { buildOpenApi } from './open-api.js';
import { readConfig } from './platform/config/index.js';
import { createAdapter } from './platform/http/fastify.js';
import { Log } from './platform/observability/index.js';

const config = readConfig({
  DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
  SMET_SECRET_KEY: Buffer.alloc(32).toString('base64'),
  LOG_LEVEL: 'error',
});
const log = new Log({ level: config.logLevel });
// Preview: modules and metadata are there, nothing is instantiated.
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.register({ config, log }),
  createAdapter(config),
  { preview: true, abortOnError: false, logger: log },
);
nameRoutes(app);
const json = `${JSON.stringify(buildOpenApi(app), null, 2)}\n`;
const file = process.argv[2];
if (file) writeFileSync(file, json);
else process.stdout.write(json);

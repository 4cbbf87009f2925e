import { VersioningType, type INestApplication, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { createAdapter, registerPlugins } from './platform/http/fastify.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import type { PlatformOptions } from './platform/platform.module.js';
import { LiveFeed } from './platform/realtime/live-feed.js';

/** `/api/v1/…` for the API, `/api/health/…` for supervisors. */
export function nameRoutes(app: INestApplication): void {
  app.setGlobalPrefix('api');
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
}

/**
 * The API, ready to listen. `prepare` runs before the routes are registered (documentation, hooks of tests).
 * @throws DatabaseUnavailable and whatever else keeps it from starting; nothing is left open then.
 */
export async function createApp(
  options: PlatformOptions,
  prepare: (app: NestFastifyApplication) => void = () => undefined,
): Promise<NestFastifyApplication> {
  const { config, log } = options;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(options), createAdapter(config), {
    logger: log,
    abortOnError: false,
  });
  nameRoutes(app);
  await registerPlugins(app, config, log);
  prepare(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await app.get(LiveFeed).start();
  return app;
}

/** The background process: the same modules, no HTTP, jobs and schedules running. `beforeStart` may register more. */
export async function createWorker(
  options: PlatformOptions,
  beforeStart: (app: INestApplicationContext) => void = () => undefined,
): Promise<{ app: INestApplicationContext; ended: Promise<void> }> {
  const app = await NestFactory.createApplicationContext(AppModule.register(options), {
    logger: options.log,
    abortOnError: false,
  });
  beforeStart(app);
  const { ended } = await app.get(JobRunner).start();
  return { app, ended };
}

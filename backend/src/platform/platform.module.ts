import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { ScheduleModule } from '@nestjs/schedule';
import { AccessGuard } from './access/access.guard.js';
import { AccessTokens } from './access/access-tokens.js';
import { JwtStrategy } from './access/jwt.strategy.js';
import { SessionDirectory } from './access/session-directory.js';
import { VerifiedTokens } from './access/verified-tokens.js';
import { Audit } from './audit/index.js';
import { Clock } from './clock/index.js';
import { Config } from './config/index.js';
import { DatabaseModule } from './database/database.module.js';
import { Events } from './events/index.js';
import { FilesModule } from './files/files.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateSlots } from './http/rate-slots.js';
import { createValidationPipe } from './http/validation.js';
import { JobHandlers, Jobs, Periodic } from './jobs/index.js';
import { JobRunner } from './jobs/job-runner.js';
import { Upkeep } from './jobs/upkeep.js';
import { Mail } from './mail/index.js';
import { LetterQueue } from './mail/letter-queue.js';
import { LettersRepository } from './mail/letters.repository.js';
import { MailServer } from './mail/mail-server.js';
import { SendLetterJob } from './mail/send-letter.job.js';
import { HealthController } from './observability/health.controller.js';
import { Log } from './observability/index.js';
import { LiveController } from './realtime/live.controller.js';
import { LiveFeed } from './realtime/live-feed.js';
import { SessionEndings } from './realtime/session-endings.js';
import { Secrets } from './secrets/index.js';

/** What differs between production, tests and the OpenAPI document. */
export interface PlatformOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock?: Clock;
}

const SERVICES: Provider[] = [
  AccessTokens,
  Audit,
  Events,
  JobHandlers,
  JobRunner,
  Jobs,
  JwtStrategy,
  LetterQueue,
  LettersRepository,
  LiveFeed,
  Mail,
  MailServer,
  Periodic,
  RateSlots,
  Secrets,
  SendLetterJob,
  SessionDirectory,
  SessionEndings,
  Upkeep,
  VerifiedTokens,
];

/** The technical rooms, available to every module without importing. */
@Global()
@Module({})
export class PlatformModule {
  static register({ config, log, clock }: PlatformOptions): DynamicModule {
    const settings: Provider[] = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock ?? new Clock() },
      { provide: Log, useValue: log },
    ];
    return {
      module: PlatformModule,
      imports: [PassportModule, ScheduleModule.forRoot(), DatabaseModule.register(config), FilesModule],
      controllers: [HealthController, LiveController],
      providers: [
        ...settings,
        ...SERVICES,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: createValidationPipe },
      ],
      exports: [...settings, ...SERVICES],
    };
  }
}

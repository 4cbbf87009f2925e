import { Controller, Get, VERSION_NEUTRAL, type BeforeApplicationShutdown } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../access/index.js';
import { DatabaseHealth } from '../database/database-health.js';
import { unavailable } from '../http/index.js';

/** For supervisors and load balancers: does the process live, and may it get requests. */
@ApiTags('health')
@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController implements BeforeApplicationShutdown {
  private draining = false;

  constructor(private readonly database: DatabaseHealth) {}

  @Get('live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'ok' }> {
    if (this.draining) throw unavailable('HEALTH.STOPPING', { retryAfterSeconds: 5 });
    const problem = await this.database.problem();
    if (problem) throw unavailable(problem, { retryAfterSeconds: 5 });
    return { status: 'ok' };
  }

  beforeApplicationShutdown(): void {
    this.draining = true;
  }
}

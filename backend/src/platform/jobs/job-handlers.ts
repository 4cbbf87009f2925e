import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';

/** What every payload carries besides the task's own fields. */
export type JobPayload = Readonly<Record<string, unknown>> & {
  readonly organizationId: string;
  readonly requestId: string;
};

export interface JobContext {
  /** The system inside the job's organization. */
  readonly actor: Actor;
  readonly jobId: string;
  /** 1 at the first try. */
  readonly attempt: number;
  readonly lastAttempt: boolean;
}

export type JobHandler = (payload: JobPayload, context: JobContext) => Promise<void>;

/**
 * Which function does which task. Modules register in `onModuleInit`; only the worker process runs them. Handlers
 * run at least once and must therefore be idempotent.
 */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, JobHandler>();

  /** @throws Error when two modules claim one task. */
  register(task: string, handler: JobHandler): void {
    if (this.handlers.has(task)) throw new Error(`two handlers for the job ${task}`);
    this.handlers.set(task, handler);
  }

  entries(): ReadonlyMap<string, JobHandler> {
    return this.handlers;
  }
}

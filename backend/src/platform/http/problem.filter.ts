import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../observability/index.js';
import { failureOf, problemOf } from './problem.js';

/** Turns everything thrown into a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const failure = failureOf(error);
    const { code, status } = failure;
    const cause = status >= 500 ? { error } : {};
    this.log[failure.level]('request refused', { code, status, ...cause });
    if (reply.sent) return;
    const { retryAfterSeconds } = failure.details;
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    if (status === 401) reply.header('www-authenticate', 'Bearer');
    // serialised here: Fastify's serializers know application/json only
    const body = JSON.stringify(problemOf(failure, request.id));
    void reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(body);
  }
}

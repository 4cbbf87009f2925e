import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const MOST_OF_A_USER_AGENT = 300;

/** Who is on the other side of a public page, as far as that can be known. */
export interface Visitor {
  readonly address: string;
  readonly userAgent: string | null;
  readonly requestId: string;
}

export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const { ip, headers, id } = context.switchToHttp().getRequest<FastifyRequest>();
  return { address: ip, userAgent: headers['user-agent']?.slice(0, MOST_OF_A_USER_AGENT) ?? null, requestId: id };
});

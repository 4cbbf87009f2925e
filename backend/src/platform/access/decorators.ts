import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';
import type { Permission } from './permissions.js';

/** How a route is open; a route without a mark answers 403 (default deny). */
export type RouteAccess =
  | { readonly kind: 'public' }
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'permission'; readonly anyOf: readonly Permission[] };

export const ROUTE_ACCESS = 'smet:route-access';

const mark = (access: RouteAccess) => SetMetadata(ROUTE_ACCESS, access);
const markClosed = (access: RouteAccess) => applyDecorators(mark(access), ApiBearerAuth());

/** Anybody may call it, signed in or not. `@CurrentActor()` is not available there. */
export const Public = () => mark({ kind: 'public' });

/** Every signed-in person may call it, whatever the role: only for what concerns the person alone. */
export const Authenticated = () => markClosed({ kind: 'authenticated' });

/** The actor needs at least one of the permissions; narrowing by data (own, assigned) is the use case's job. */
export const RequirePermission = (...anyOf: [Permission, ...Permission[]]) => markClosed({ kind: 'permission', anyOf });

export interface ActorRequest extends FastifyRequest {
  actor?: Actor;
}

/** The signed-in actor of a guarded route. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new Error('@CurrentActor() used on a public route');
  return actor;
});

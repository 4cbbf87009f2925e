import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { Config } from '../config/index.js';
import { AppError, forbidden, unauthorized } from '../http/index.js';
import type { Actor } from './actor.js';
import { accessToken, assertOwnOrigin, bearerToken } from './cookies.js';
import { ROUTE_ACCESS, type ActorRequest, type RouteAccess } from './decorators.js';
import { SessionDirectory, type AccessClaims } from './session-directory.js';
import { VerifiedTokens, type VerifiedClaims } from './verified-tokens.js';

/** In front of every route: who is it, do they still count, may they. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
    private readonly sessions: SessionDirectory,
    private readonly verified: VerifiedTokens,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access?.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const claims = await this.claimsOf(request, context);
    if (bearerToken(request) === null) assertOwnOrigin(this.config, request);
    const actor = await this.sessions.actorOf(claims, request.id);
    if (actor === null) throw unauthorized('AUTH.SESSION_ENDED');
    if (!allows(access, actor)) throw forbidden('ACCESS.NOT_ALLOWED');
    request.actor = actor;
    return true;
  }

  private async claimsOf(request: ActorRequest, context: ExecutionContext): Promise<AccessClaims> {
    const token = accessToken(this.config, request);
    const known = token === null ? null : this.verified.find(token);
    if (known) return known;
    await super.canActivate(context);
    const { user } = context.switchToHttp().getRequest<{ user: VerifiedClaims }>();
    if (token !== null) this.verified.remember(token, user);
    return user;
  }

  /** Passport's outcome: `info` says why there is no user. */
  override handleRequest<T>(error: unknown, user: T | false, info: unknown): T {
    if (error instanceof AppError) throw error;
    if (error) throw error;
    if (user) return user;
    const reason = info instanceof Error ? info.name : '';
    if (reason === 'TokenExpiredError') throw unauthorized('AUTH.TOKEN_EXPIRED');
    if (info instanceof Error && info.message === 'No auth token') throw unauthorized('AUTH.NOT_SIGNED_IN');
    throw unauthorized('AUTH.TOKEN_INVALID');
  }
}

/** Default deny: a route without a mark is closed. */
function allows(access: RouteAccess | undefined, actor: Actor): boolean {
  if (access === undefined) return false;
  return access.kind !== 'permission' || access.anyOf.some((permission) => actor.permissions.has(permission));
}

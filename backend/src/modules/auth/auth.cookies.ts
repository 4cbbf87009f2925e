import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieNames } from '../../platform/access/cookies.js';
import { Config } from '../../platform/config/index.js';
import type { TokenPair } from './session.service.js';

/** The browser's side of a session: two cookies no script can read. */
@Injectable()
export class AuthCookies {
  constructor(private readonly config: Config) {}

  set(reply: FastifyReply, pair: TokenPair): void {
    const names = cookieNames(this.config);
    reply.setCookie(names.access, pair.accessToken, { ...this.flags(), maxAge: this.config.accessTokenSeconds });
    reply.setCookie(names.refresh, pair.refreshToken, { ...this.flags(), maxAge: this.config.sessionSeconds });
  }

  clear(reply: FastifyReply): void {
    const names = cookieNames(this.config);
    reply.clearCookie(names.access, this.flags());
    reply.clearCookie(names.refresh, this.flags());
  }

  refreshToken(request: FastifyRequest): string | null {
    return request.cookies[cookieNames(this.config).refresh] ?? null;
  }

  private flags() {
    return { httpOnly: true, secure: this.config.secureCookies, sameSite: 'lax', path: '/' } as const;
  }
}

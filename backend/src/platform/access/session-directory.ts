import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Clock } from '../clock/index.js';
import { Transactions } from '../database/index.js';
import type { Actor } from './actor.js';
import { isRole, permissionsOf } from './permissions.js';

/** What an access token claims. Everything else is looked up, so that it can be taken away. */
export interface AccessClaims {
  readonly sub: string;
  readonly sid: string;
  readonly org: string;
}

/** What `auth_find_session` tells. */
interface SessionRow {
  readonly user_id: string;
  readonly organization_id: string;
  readonly role: string;
  readonly name: string;
  readonly revoked: boolean;
  readonly expired: boolean;
  readonly blocked: boolean;
}

interface CachedSession {
  readonly at: number;
  readonly row: Promise<SessionRow | null>;
}

const MAX_CACHED = 20_000;

/** Who a session belongs to and whether it still counts; remembered for a few seconds (`sessionCacheMs`). */
@Injectable()
export class SessionDirectory {
  private readonly cache = new Map<string, CachedSession>();

  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Null when the session was ended, has expired, or its person was blocked or left the organization. */
  async actorOf(claims: AccessClaims, requestId: string): Promise<Actor | null> {
    const row = await this.find(claims.sid);
    if (!row || row.revoked || row.expired || row.blocked) return null;
    if (row.user_id !== claims.sub || row.organization_id !== claims.org || !isRole(row.role)) return null;
    return {
      kind: 'user',
      userId: row.user_id,
      organizationId: row.organization_id,
      role: row.role,
      name: row.name,
      sessionId: claims.sid,
      permissions: permissionsOf(row.role),
      requestId,
    };
  }

  /** Makes this process ask the database again at once. */
  forget(sessionId: string): void {
    this.cache.delete(sessionId);
  }

  forgetAll(): void {
    this.cache.clear();
  }

  private find(sessionId: string): Promise<SessionRow | null> {
    const now = this.clock.now().getTime();
    const cached = this.cache.get(sessionId);
    if (cached && now - cached.at < this.config.sessionCacheMs) return cached.row;
    if (this.cache.size >= MAX_CACHED) this.cache.clear();
    const row = this.load(sessionId);
    this.cache.set(sessionId, { at: now, row });
    row.catch(() => this.cache.delete(sessionId)); // a failed look-up is no answer; the caller sees the error
    return row;
  }

  private async load(sessionId: string): Promise<SessionRow | null> {
    const [row] = await this.transactions.lookup<SessionRow>('auth_find_session', [sessionId]);
    return row ?? null;
  }
}

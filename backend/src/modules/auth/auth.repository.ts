import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../platform/database/index.js';
import type { ColorScheme } from './dto/me.dto.js';

/** What `auth_find_user` tells about an e-mail. */
export interface FoundUser {
  readonly user_id: string;
  readonly organization_id: string;
  readonly role: string;
  readonly name: string;
  readonly password_hash: string;
  readonly blocked: boolean;
}

/** Whose session it is. */
export interface SessionOwner {
  readonly session_id: string;
  readonly user_id: string;
  readonly organization_id: string;
  readonly role: string;
  readonly name: string;
}

export interface FoundSession extends SessionOwner {
  readonly active: boolean;
}

/** What `auth_find_session` tells about a session. */
interface SessionRow extends Omit<SessionOwner, 'session_id'> {
  readonly revoked: boolean;
  readonly expired: boolean;
  readonly blocked: boolean;
}

export interface NewSession {
  readonly id: string;
  readonly userId: string;
  readonly userAgent: string | null;
  readonly expiresAt: Date;
}

export interface NewRefreshToken {
  readonly id: string;
  readonly sessionId: string;
  readonly hash: Buffer;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

export interface LockedRefreshToken {
  readonly id: string;
  readonly expiresAt: Date;
  readonly rotatedAt: Date | null;
  readonly sessionEnded: boolean;
}

export interface MeRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly color_scheme: ColorScheme | null;
}

@Injectable()
export class AuthRepository {
  constructor(private readonly transactions: Transactions) {}

  async findUser(email: string): Promise<FoundUser | null> {
    const [user] = await this.transactions.lookup<FoundUser>('auth_find_user', [email]);
    return user ?? null;
  }

  async findSessionOfToken(hash: Buffer): Promise<FoundSession | null> {
    const [token] = await this.transactions.lookup<{ session_id: string }>('auth_find_refresh_token', [hash]);
    if (!token) return null;
    const { session_id } = token;
    const [row] = await this.transactions.lookup<SessionRow>('auth_find_session', [session_id]);
    if (!row) return null;
    return { ...row, session_id, active: !row.revoked && !row.expired && !row.blocked };
  }

  async insertSession(tx: Transaction, session: NewSession): Promise<void> {
    await managerOf(tx).query(
      `insert into sessions (id, organization_id, user_id, user_agent, expires_at) values ($1, $2, $3, $4, $5)`,
      [session.id, tx.actor.organizationId, session.userId, session.userAgent, session.expiresAt],
    );
  }

  async insertToken(tx: Transaction, token: NewRefreshToken): Promise<void> {
    await managerOf(tx).query(
      `insert into refresh_tokens (id, organization_id, session_id, token_hash, issued_at, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [token.id, tx.actor.organizationId, token.sessionId, token.hash, token.issuedAt, token.expiresAt],
    );
  }

  /** Waits for whoever is refreshing with the same token; the row is held until the transaction ends. */
  async lockToken(tx: Transaction, hash: Buffer): Promise<LockedRefreshToken | null> {
    const rows: LockedRefreshToken[] = await managerOf(tx).query(
      `select t.id, t.expires_at as "expiresAt", t.rotated_at as "rotatedAt",
              (s.revoked_at is not null or s.expires_at <= now()) as "sessionEnded"
         from refresh_tokens t join sessions s on s.organization_id = t.organization_id and s.id = t.session_id
        where t.token_hash = $1 for update of t`,
      [hash],
    );
    return rows[0] ?? null;
  }

  async markRotated(tx: Transaction, tokenId: string, at: Date): Promise<void> {
    await managerOf(tx).query(`update refresh_tokens set rotated_at = $2 where id = $1`, [tokenId, at]);
  }

  async extendSession(tx: Transaction, sessionId: string, expiresAt: Date): Promise<void> {
    await managerOf(tx).query(`update sessions set expires_at = $2 where id = $1`, [sessionId, expiresAt]);
  }

  async revokeSession(tx: Transaction, sessionId: string, at: Date): Promise<void> {
    await managerOf(tx).query(`update sessions set revoked_at = coalesce(revoked_at, $2) where id = $1`, [
      sessionId,
      at,
    ]);
  }

  async findMe(actor: Actor): Promise<MeRow | null> {
    const [row] = await this.transactions.read<MeRow>(
      actor,
      'select id, name, email, color_scheme from users where id = $1',
      [actor.userId],
    );
    return row ?? null;
  }

  async setColorScheme(tx: Transaction, colorScheme: ColorScheme): Promise<void> {
    await managerOf(tx).query(`update users set color_scheme = $2, updated_at = now() where id = $1`, [
      tx.actor.userId,
      colorScheme,
    ]);
  }
}

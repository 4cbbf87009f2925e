import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { isRole, permissionsOf, type Actor } from '../../platform/access/index.js';
import { AccessTokens } from '../../platform/access/access-tokens.js';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { blocked, wrongCredentials } from './auth.errors.js';
import { AuthRepository, type SessionOwner } from './auth.repository.js';
import { Passwords } from './passwords.js';
import { RefreshTokens } from './refresh-tokens.js';
import { SessionJournal } from './session-journal.js';

export interface Origin {
  readonly requestId: string;
  readonly userAgent: string | null;
}

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Beginning and ending a session. */
@Injectable()
export class SessionService {
  constructor(
    private readonly repository: AuthRepository,
    private readonly passwords: Passwords,
    private readonly accessTokens: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
    private readonly transactions: Transactions,
    private readonly journal: SessionJournal,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError 401 AUTH.WRONG_CREDENTIALS, or AUTH.BLOCKED to a blocked person who knows the password. */
  async signIn(email: string, password: string, origin: Origin): Promise<{ actor: Actor; pair: TokenPair }> {
    const user = await this.repository.findUser(email);
    if (!(await this.passwords.matches(user?.password_hash ?? null, password)) || !user) throw wrongCredentials();
    if (user.blocked || !isRole(user.role)) throw blocked();
    const session = { ...user, session_id: newId() };
    const actor = actorOf(session, origin.requestId);
    const refreshToken = this.refreshTokens.first();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.sessionSeconds * 1000);
    await this.transactions.run(actor, async (tx) => {
      const { userAgent } = origin;
      await this.repository.insertSession(tx, { id: session.session_id, userId: user.user_id, userAgent, expiresAt });
      await this.repository.insertToken(tx, {
        id: newId(),
        sessionId: session.session_id,
        hash: this.refreshTokens.hashOf(refreshToken),
        issuedAt: now,
        expiresAt,
      });
      await this.journal.began(tx, session.session_id);
    });
    const claims = { sub: user.user_id, sid: session.session_id, org: user.organization_id };
    return { actor, pair: { accessToken: this.accessTokens.sign(claims, now), refreshToken } };
  }

  /** Ends the session of a refresh token. Unknown tokens are not an error: signing out always succeeds. */
  async signOut(refreshToken: string, origin: Origin): Promise<void> {
    const session = await this.repository.findSessionOfToken(this.refreshTokens.hashOf(refreshToken));
    if (!session) return;
    await this.transactions.run(actorOf(session, origin.requestId), async (tx) => {
      await this.repository.revokeSession(tx, session.session_id, this.clock.now());
      await this.journal.ended(tx, session.session_id, 'session.signed_out');
    });
    this.journal.forget(session.session_id);
  }
}

/** The person behind a session, before the guard has any say: for the audit of signing in, refreshing and out. */
export function actorOf(session: SessionOwner, requestId: string): Actor {
  const role = isRole(session.role) ? session.role : null;
  return {
    kind: 'user',
    userId: session.user_id,
    organizationId: session.organization_id,
    role,
    name: session.name,
    sessionId: session.session_id,
    permissions: role ? permissionsOf(role) : new Set(),
    requestId,
  };
}

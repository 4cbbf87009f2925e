import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { AccessTokens } from '../../platform/access/access-tokens.js';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { Transactions, type Transaction } from '../../platform/database/index.js';
import { refreshReused, refreshUnknown, sessionEnded } from './auth.errors.js';
import { AuthRepository, type LockedRefreshToken } from './auth.repository.js';
import { RefreshTokens } from './refresh-tokens.js';
import { SessionJournal } from './session-journal.js';
import { actorOf, type Origin, type TokenPair } from './session.service.js';

type Outcome =
  { readonly kind: 'rotated'; readonly at: Date } | { readonly kind: 'ended' } | { readonly kind: 'reused' };

/**
 * Trading a refresh token for the next pair. Tabs and server rendering race: the token's row is the lock, whoever comes
 * second within the grace time gets the first one's pair, later the token is taken for stolen and the session ends.
 */
@Injectable()
export class RefreshService {
  constructor(
    private readonly repository: AuthRepository,
    private readonly accessTokens: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
    private readonly transactions: Transactions,
    private readonly journal: SessionJournal,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError 401 AUTH.REFRESH_UNKNOWN, AUTH.SESSION_ENDED or AUTH.REFRESH_REUSED (which ends the session). */
  async refresh(token: string, origin: Origin): Promise<TokenPair> {
    const session = await this.repository.findSessionOfToken(this.refreshTokens.hashOf(token));
    if (!session) throw refreshUnknown();
    if (!session.active) throw sessionEnded();
    const { session_id: sessionId } = session;
    const next = this.refreshTokens.successorOf(token, sessionId);
    const actor = actorOf(session, origin.requestId);
    // The outcome leaves the transaction as a value: ending a session must be committed before it is an error.
    const outcome = await this.transactions.run(actor, (tx) => this.rotate(tx, token, next, sessionId));
    if (outcome.kind === 'ended') throw sessionEnded();
    if (outcome.kind === 'reused') {
      this.journal.forget(sessionId);
      throw refreshReused();
    }
    const claims = { sub: session.user_id, sid: sessionId, org: session.organization_id };
    return { accessToken: this.accessTokens.sign(claims, outcome.at), refreshToken: next };
  }

  private async rotate(tx: Transaction, token: string, next: string, sessionId: string): Promise<Outcome> {
    const row = await this.repository.lockToken(tx, this.refreshTokens.hashOf(token));
    const now = this.clock.now(); // after the wait for the lock
    if (!row || row.sessionEnded || row.expiresAt <= now) return { kind: 'ended' };
    if (row.rotatedAt) return this.again(tx, row.rotatedAt, now, sessionId);
    await this.advance(tx, row, next, sessionId, now);
    return { kind: 'rotated', at: now };
  }

  private async again(tx: Transaction, rotatedAt: Date, now: Date, sessionId: string): Promise<Outcome> {
    if (now.getTime() - rotatedAt.getTime() <= this.config.refreshGraceMs) return { kind: 'rotated', at: rotatedAt };
    await this.repository.revokeSession(tx, sessionId, now);
    await this.journal.ended(tx, sessionId, 'session.revoked_after_token_reuse');
    return { kind: 'reused' };
  }

  private async advance(
    tx: Transaction,
    row: LockedRefreshToken,
    next: string,
    sessionId: string,
    now: Date,
  ): Promise<void> {
    const expiresAt = new Date(now.getTime() + this.config.sessionSeconds * 1000);
    await this.repository.markRotated(tx, row.id, now);
    await this.repository.insertToken(tx, {
      id: newId(),
      sessionId,
      hash: this.refreshTokens.hashOf(next),
      issuedAt: now,
      expiresAt,
    });
    await this.repository.extendSession(tx, sessionId, expiresAt);
  }
}

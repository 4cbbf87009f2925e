import { Injectable } from '@nestjs/common';
import { getAccount, type AmocrmClient } from '@smet/connectors/amocrm';
import type { Failure } from '@smet/connectors/http';
import type { Transaction } from '../../../platform/database/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Events } from '../../../platform/events/index.js';
import { Log } from '../../../platform/observability/index.js';
import { Secrets } from '../../../platform/secrets/index.js';
import { AmocrmAlerts } from '../amocrm-alerts.js';
import { AmocrmClients } from '../amocrm-clients.js';
import { recovered, stopped } from '../amocrm.events.js';
import { secretPurpose, type Connection, type Direction } from '../connection/connection.js';
import { ConnectionsRepository } from '../connection/connections.repository.js';
import { Outbox } from './outbox.service.js';
import { problemOfPull, stateAfter, verdictOf, type Verdict } from './outcome-policy.js';

/** How background work gets at a connection and tells what became of it. */
@Injectable()
export class ConnectionAccess {
  constructor(
    private readonly connections: ConnectionsRepository,
    private readonly clients: AmocrmClients,
    private readonly secrets: Secrets,
    private readonly outbox: Outbox,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly alerts: AmocrmAlerts,
  ) {}

  /** An active connection with a client for it; null when everything of it waits for a person. */
  async open(tx: Transaction, connectionId: string): Promise<{ connection: Connection; client: AmocrmClient } | null> {
    const connection = await this.connections.find(tx, connectionId);
    if (!connection || connection.state !== 'active') return null;
    const token = await this.openToken(tx, connection);
    return token === null ? null : { connection, client: this.clients.open(connection.baseUrl, token) };
  }

  /** Asks who answers there: an address that has changed hands must not be given anybody's data. */
  async checkAccount(connection: Connection, client: AmocrmClient): Promise<Failure | null> {
    const account = await getAccount(client);
    if (account.kind !== 'ok') return account;
    return account.value.id === connection.accountId ? null : { kind: 'blocked', code: 'WRONG_ACCOUNT' };
  }

  /** A push went through, or a pull up to `watermark`. */
  async succeeded(tx: Transaction, connectionId: string, by: Direction, watermark: Date | null = null): Promise<void> {
    if (by === 'pull') await this.outbox.takeUpStranded(tx, connectionId);
    if (!(await this.connections.recordSuccess(tx, connectionId, by, watermark))) return;
    await this.events.record(tx, recovered(connectionId));
    await this.outbox.wakeStalled(tx, connectionId);
  }

  /** Writes down what a failure means for the connection; what it means for one order is the caller's. */
  async failed(tx: Transaction, connectionId: string, by: Direction, failure: Failure): Promise<Verdict> {
    const verdict = verdictOf(failure);
    this.alerts.watch(failure, { connectionId, by });
    // A refusal of one order says nothing about the connection.
    if (verdict.kind === 'rejected' && by === 'push') return verdict;
    await this.record(tx, connectionId, by, verdict);
    return verdict;
  }

  /** Until when amoCRM asked for no calls at all; null when it did not. */
  heldUntil(connection: Connection): Date | null {
    const { holdUntil } = connection.settings;
    if (holdUntil === null) return null;
    const until = new Date(holdUntil);
    return until > this.clock.now() ? until : null;
  }

  private async openToken(tx: Transaction, connection: Connection): Promise<string | null> {
    const scope = { organizationId: tx.actor.organizationId, purpose: secretPurpose(connection.id) };
    try {
      const token = this.secrets.open(connection.secret, scope);
      if (this.secrets.needsRotation(connection.secret)) {
        await this.connections.storeSecret(tx, connection.id, this.secrets.seal(token, scope));
      }
      return token;
    } catch (error) {
      this.log.error('the token of a connection cannot be opened', { connectionId: connection.id, error });
      const problem = { code: 'TOKEN_UNREADABLE', detail: null } as const;
      await this.record(tx, connection.id, 'push', { kind: 'reauthorize', problem });
      return null;
    }
  }

  private async record(tx: Transaction, connectionId: string, by: Direction, verdict: Verdict): Promise<void> {
    const problem = by === 'pull' ? problemOfPull(verdict) : verdict.problem;
    const holdUntil =
      verdict.kind === 'later' && problem.code === 'RATE_LIMITED'
        ? new Date(this.clock.now().getTime() + verdict.afterMs)
        : null;
    if (
      await this.connections.recordTrouble(tx, connectionId, { by, state: stateAfter(verdict), problem, holdUntil })
    ) {
      await this.events.record(tx, stopped(connectionId, problem));
    }
  }
}

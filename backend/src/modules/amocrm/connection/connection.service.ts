import { Injectable } from '@nestjs/common';
import { accountBaseUrl } from '@smet/connectors/amocrm';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { Secrets } from '../../../platform/secrets/index.js';
import { checkFailed, connectionChanged, notConnected, otherAccount, stateNotAllowed } from '../amocrm.errors.js';
import { connected, paused, resumed } from '../amocrm.events.js';
import type { SaveAmocrmDto, TestAmocrmDto } from '../dto/amocrm-input.dto.js';
import type { AmocrmTestDto } from '../dto/amocrm-integration.dto.js';
import { Outbox } from '../sync/outbox.service.js';
import { AccountCheckService, type CheckedAccount } from './account-check.service.js';
import { secretPurpose, tokenHint, type Connection } from './connection.js';
import { ConnectionsRepository, newConnectionId } from './connections.repository.js';
import { StageMappings } from './stage-mappings.service.js';

interface Access {
  readonly baseUrl: string;
  readonly token: string;
}

interface Saving extends Access {
  readonly version: number | undefined;
  readonly checked: CheckedAccount;
}

/** What people do with the connection: try, save, pause, resume. */
@Injectable()
export class ConnectionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly connections: ConnectionsRepository,
    private readonly mappings: StageMappings,
    private readonly check: AccountCheckService,
    private readonly outbox: Outbox,
    private readonly secrets: Secrets,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  async test(actor: Actor, input: TestAmocrmDto): Promise<AmocrmTestDto> {
    const access = await this.accessOf(actor, input);
    if (typeof access === 'string') return { ok: false, account: null, problemCode: access, problemDetail: null };
    const result = await this.check.test(access.baseUrl, access.token);
    if (!result.ok) {
      return { ok: false, account: null, problemCode: result.problem.code, problemDetail: result.problem.detail };
    }
    const { id, name } = result.checked.account;
    return { ok: true, account: { id, name }, problemCode: null, problemDetail: null };
  }

  /** Tries first and saves only what works; whatever waited for a token goes on. */
  async save(actor: Actor, input: SaveAmocrmDto): Promise<void> {
    const before = await this.connections.findCurrent(actor);
    if (before && before.version !== input.version) throw connectionChanged(before.version);
    const access = await this.accessOf(actor, input);
    if (typeof access === 'string') throw checkFailed(access);
    const result = await this.check.prepare(access.baseUrl, access.token);
    if (!result.ok) throw checkFailed(result.problem.code);
    const saving: Saving = { ...access, version: input.version, checked: result.checked };
    await this.transactions.run(actor, (tx) => this.store(tx, saving));
  }

  async pause(actor: Actor): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const connection = await this.require(tx);
      if (!(await this.connections.changeState(tx, connection.id, ['active', 'reauthorize', 'blocked'], 'paused'))) {
        throw stateNotAllowed(connection.state);
      }
      await this.events.record(tx, paused(connection.id));
      await this.writeAudit(tx, connection.id, 'amocrm.paused');
    });
  }

  /** Also after `reauthorize` and `blocked`: the person has settled it over there and wants it tried again. */
  async resume(actor: Actor): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const connection = await this.require(tx);
      if (!(await this.connections.changeState(tx, connection.id, ['paused', 'reauthorize', 'blocked'], 'active'))) {
        throw stateNotAllowed(connection.state);
      }
      await this.outbox.wakeAll(tx, connection.id);
      await this.events.record(tx, resumed(connection.id));
      await this.writeAudit(tx, connection.id, 'amocrm.resumed');
    });
  }

  private async store(tx: Transaction, saving: Saving): Promise<void> {
    const current = await this.connections.findCurrent(tx);
    const { account } = saving.checked;
    if (current && current.version !== saving.version) throw connectionChanged(current.version);
    if (current && current.accountId !== account.id && (await this.outbox.hasSent(tx, current.id))) {
      throw otherAccount(current.accountName ?? '');
    }
    const id = current?.id ?? newConnectionId();
    const draft = {
      baseUrl: saving.baseUrl,
      secret: this.secrets.seal(saving.token, { organizationId: tx.actor.organizationId, purpose: secretPurpose(id) }),
      tokenHint: tokenHint(saving.token),
      accountId: account.id,
      accountName: account.name,
      stageNames: saving.checked.pipelines.flatMap((pipeline) =>
        pipeline.statuses.map((status) => ({
          pipelineId: pipeline.id,
          statusId: status.id,
          pipeline: pipeline.name,
          status: status.name,
        })),
      ),
    };
    const stored = current
      ? await this.connections.save(tx, id, current.version, draft)
      : await this.connections.insert(tx, id, draft);
    if (!stored) throw connectionChanged((await this.require(tx)).version);
    await this.mappings.complete(tx, id, saving.checked.pipelines);
    await this.outbox.wakeAll(tx, id);
    await this.events.record(tx, connected(id, account.name));
    await this.audit.write(tx, {
      action: 'amocrm.connected',
      entityType: 'connection',
      entityId: id,
      changes: {
        baseUrl: { before: current?.baseUrl ?? null, after: saving.baseUrl },
        accountId: { before: current?.accountId ?? null, after: account.id },
      },
    });
  }

  /** Address and token to speak with, or why there are none. */
  private async accessOf(
    actor: Actor,
    input: TestAmocrmDto,
  ): Promise<Access | 'ADDRESS_REFUSED' | 'TOKEN_REQUIRED' | 'TOKEN_UNREADABLE'> {
    const baseUrl = accountBaseUrl(input.baseUrl);
    if (baseUrl === null) return 'ADDRESS_REFUSED';
    if (input.token !== undefined) return { baseUrl, token: input.token };
    const stored = await this.connections.findCurrent(actor);
    // A stored token is never sent to an address it was not entered for.
    if (!stored || stored.baseUrl !== baseUrl) return 'TOKEN_REQUIRED';
    const token = this.openToken(actor, stored);
    return token === null ? 'TOKEN_UNREADABLE' : { baseUrl, token };
  }

  private openToken(actor: Actor, stored: Connection): string | null {
    try {
      return this.secrets.open(stored.secret, {
        organizationId: actor.organizationId,
        purpose: secretPurpose(stored.id),
      });
    } catch {
      return null; // the key was replaced: the person is asked for the token again
    }
  }

  private async require(tx: Transaction): Promise<Connection> {
    const connection = await this.connections.findCurrent(tx);
    if (!connection) throw notConnected();
    return connection;
  }

  private writeAudit(tx: Transaction, connectionId: string, action: string): Promise<void> {
    return this.audit.write(tx, { action, entityType: 'connection', entityId: connectionId });
  }
}
